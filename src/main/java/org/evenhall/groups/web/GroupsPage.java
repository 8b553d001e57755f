package org.evenhall.groups.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhall.groups.GroupView;
import org.evenhall.groups.Groups;
import org.evenhall.groups.StateGroup;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.identity.PersonView;
import org.evenhall.kernel.Expected;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.organisations.Organisations;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.platform.faces.Say;

/** The groups of an organisation: made, changed and dissolved by its owner. What was typed wrong is shown again. */
@Named("groupsPage")
@RequestScoped
public class GroupsPage {

    private static final int ON_PAGE = 20;

    @Inject
    private Groups groups;

    @Inject
    private Organisations organisations;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Say say;

    private Map<String, String> asked;
    private String organisation;
    private String organisationName;
    private Page<GroupView> page = new Page<>(List.of(), 0, 0, ON_PAGE);
    private List<String> errors = List.of();

    /** A group with its form: what is in it now, or what was typed last. */
    public record Form(String id, String name, String members, String count, long version, boolean open) {}

    @PostConstruct
    void open() {
        asked = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        organisation = asked.getOrDefault("organisation", "");
        if (caller.get().signedIn()) {
            organisationName = organisations.get(caller.get(), organisation).name();
            String number = asked.get("page");
            int at = number != null && number.matches("[0-9]{1,6}") ? Integer.parseInt(number) : 0;
            page = groups.list(caller.get(), organisation, at, ON_PAGE);
        }
    }

    /** Who has not signed in does that first. */
    public void check() {
        if (!caller.get().signedIn()) {
            PageAddress.redirect(PageAddress.signIn(address()));
        }
    }

    public void create() {
        run(() -> groups.create(caller.get(), typed()));
    }

    public void change() {
        run(() -> groups.change(caller.get(), asked("id"), typed(), version()));
    }

    public void remove() {
        run(() -> groups.remove(caller.get(), asked("id"), version()));
    }

    private void run(Runnable work) {
        try {
            work.run();
            PageAddress.redirect(address() + "&done=true");
        } catch (Refused e) {
            if (e.reason() != Reason.INVALID && e.reason() != Reason.STALE) {
                throw e;
            }
            List<String> said = new ArrayList<>();
            e.violations()
                    .forEach(violation ->
                            said.add(say.text(violation.key(), violation.args().toArray())));
            errors = said.isEmpty() ? List.of(say.text(e.key(), e.args().toArray())) : said;
        }
    }

    private StateGroup typed() {
        return new StateGroup(
                organisation,
                asked("name"),
                Arrays.stream(asked("members").split("[\\s,]+"))
                        .filter(name -> !name.isBlank())
                        .toList());
    }

    private Expected version() {
        String version = asked("version");
        return version.matches("\\d{1,18}") ? Expected.version(Long.parseLong(version)) : new Expected(Set.of());
    }

    private String asked(String name) {
        return asked.getOrDefault(name, "").strip();
    }

    private String address() {
        return "/owner/groups?organisation=" + PageAddress.encoded(organisation);
    }

    public List<Form> getForms() {
        return page.items().stream().map(this::form).toList();
    }

    private Form form(GroupView group) {
        boolean failed = !errors.isEmpty() && group.id().equals(asked("id"));
        return new Form(
                group.id(),
                failed ? asked("name") : group.name(),
                failed
                        ? asked("members")
                        : group.members().stream().map(PersonView::username).collect(Collectors.joining("\n")),
                say.text("groupsPage.count", group.members().size()),
                group.version(),
                failed);
    }

    /** What was typed for a new group that could not be made. */
    public String getNewName() {
        return asked("id").isEmpty() ? asked("name") : "";
    }

    public String getNewMembers() {
        return asked("id").isEmpty() ? asked("members") : "";
    }

    public String getTitle() {
        return say.text("groupsPage.of", organisationName);
    }

    public String getOrganisation() {
        return organisation;
    }

    public List<String> getErrors() {
        return errors;
    }

    public boolean isDone() {
        return asked.containsKey("done") && errors.isEmpty();
    }

    public long getTotal() {
        return page.total();
    }

    public long getFirst() {
        return (long) page.page() * ON_PAGE + 1;
    }

    public long getLast() {
        return getFirst() + page.items().size() - 1;
    }

    public String getPreviousAddress() {
        return page.page() == 0 ? null : address() + "&page=" + (page.page() - 1);
    }

    public String getNextAddress() {
        return getLast() < page.total() ? address() + "&page=" + (page.page() + 1) : null;
    }
}
