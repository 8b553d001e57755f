package org.evenhall.exchange.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.evenhall.exchange.ImportView;
import org.evenhall.exchange.Imports;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Page;
import org.evenhall.platform.faces.PageAddress;

/** How far a run is, and what it could not take. While it runs, the page asks again by itself. */
@Named("importPage")
@RequestScoped
public class ImportPage {

    private static final int ON_PAGE = 50;
    private static final int HUNDRED = 100;

    @Inject
    private Imports imports;

    @Inject
    private CurrentCaller caller;

    private ImportView run;
    private Page<ImportView.Issue> problems;

    public void load() {
        var asked = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        String id = asked.getOrDefault("id", "");
        if (!caller.get().signedIn()) {
            PageAddress.redirect(PageAddress.signIn("/admin/import?id=" + PageAddress.encoded(id)));
            return;
        }
        run = imports.progress(caller.get(), id);
        String page = asked.getOrDefault("page", "0");
        int number = page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 0;
        problems = imports.problems(caller.get(), id, number, ON_PAGE);
    }

    public ImportView getRun() {
        return run;
    }

    public boolean isRunning() {
        return run.status() == ImportView.Status.RUNNING;
    }

    public int getPercent() {
        return (int) (run.progress() * HUNDRED);
    }

    public List<ImportView.Issue> getProblems() {
        return problems.items();
    }

    public long getTotal() {
        return problems.total();
    }

    public long getFirst() {
        return (long) problems.page() * ON_PAGE + 1;
    }

    public long getLast() {
        return getFirst() + problems.items().size() - 1;
    }

    public String getPreviousAddress() {
        return problems.page() == 0 ? null : page(problems.page() - 1);
    }

    public String getNextAddress() {
        return getLast() < problems.total() ? page(problems.page() + 1) : null;
    }

    private String page(int number) {
        return "/admin/import?id=" + PageAddress.encoded(run.id()) + "&page=" + number;
    }
}
