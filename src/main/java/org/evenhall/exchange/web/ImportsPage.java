package org.evenhall.exchange.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.evenhall.exchange.ImportFile;
import org.evenhall.exchange.ImportView;
import org.evenhall.exchange.Imports;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.Refused;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.platform.faces.Say;

/** Hands in a file to be imported, and lists the runs so far. */
@Named("importsPage")
@RequestScoped
public class ImportsPage {

    private static final String HERE = "/admin/imports";
    private static final int ON_PAGE = 20;

    @Inject
    private Imports imports;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Say say;

    private Part file;
    private boolean dryRun = true;
    private String refused;
    private Page<ImportView> runs;

    @PostConstruct
    void open() {
        var page = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("page");
        int number = page != null && page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 0;
        runs = caller.get().signedIn()
                ? imports.runs(caller.get(), number, ON_PAGE)
                : new Page<>(List.of(), 0, 0, ON_PAGE);
    }

    /** Who has not signed in does that first. */
    public void check() {
        if (!caller.get().signedIn()) {
            PageAddress.redirect(PageAddress.signIn(HERE));
        }
    }

    /** Begins the import and shows how far it is. */
    public void start() {
        try (InputStream body = file.getInputStream()) {
            var upload = imports.receive(caller.get(), body);
            String id = imports.start(
                    caller.get(), new ImportFile(ImportFile.OSM_GEOJSON, dryRun, null, null, null, null), upload);
            PageAddress.redirect("/admin/import?id=" + PageAddress.encoded(id));
        } catch (IOException e) {
            refused = say.text("imports.unreadable");
        } catch (Refused e) {
            refused = e.violations().isEmpty()
                    ? say.text(e.key(), e.args().toArray())
                    : say.text(
                            e.violations().get(0).key(),
                            e.violations().get(0).args().toArray());
        }
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }

    public String getRefused() {
        return refused;
    }

    public List<ImportView> getRuns() {
        return runs.items();
    }

    public long getTotal() {
        return runs.total();
    }

    public long getFirst() {
        return (long) runs.page() * ON_PAGE + 1;
    }

    public long getLast() {
        return getFirst() + runs.items().size() - 1;
    }

    public String getPreviousAddress() {
        return runs.page() == 0 ? null : HERE + "?page=" + (runs.page() - 1);
    }

    public String getNextAddress() {
        return getLast() < runs.total() ? HERE + "?page=" + (runs.page() + 1) : null;
    }
}
