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
    private GroupView group;
    private String name = "";
    private String members = "";
    private List<String> errors = List.of();

    @PostConstruct
    void open() {
        asked = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        organisation = asked.getOrDefault("organisation", "");
        if (caller.get().signedIn()) {
            organisationName = organisations.get(caller.get(), organisation).name();
            String number = asked.get("page");
            int at = number != null && number.matches("[0-9]{1,6}") ? Integer.parseInt(number) : 0;
            page = groups.list(caller.get(), organisation, at, ON_PAGE);
            show(asked("group"));
        }
    }

    /** The form begins with the group as it is, or with what was typed last. */
    private void show(String id) {
        if (!id.isEmpty()) {
            group = groups.get(caller.get(), id);
            name = group.name();
            members = group.members().stream().map(PersonView::username).collect(Collectors.joining("\n"));
        }
        if (FacesContext.getCurrentInstance().isPostback()) {
            name = asked("name");
            members = asked("members");
        }
    }

    /** Who has not signed in does that first. */
    public void check() {
        if (!caller.get().signedIn()) {
            PageAddress.redirect(PageAddress.signIn(getAddress()));
        }
    }

    /** Makes the group, or changes it. */
    public void save() {
        var stated = new StateGroup(
                organisation,
                name,
                Arrays.stream(members.split("[\\s,]+"))
                        .filter(each -> !each.isBlank())
                        .toList());
        run(() -> {
            if (group == null) {
                groups.create(caller.get(), stated);
            } else {
                groups.change(caller.get(), group.id(), stated, version());
            }
        });
    }

    public void remove() {
        run(() -> groups.remove(caller.get(), group.id(), version()));
    }

    private void run(Runnable work) {
        try {
            work.run();
            PageAddress.redirect(getAddress() + "&done=true");
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

    private Expected version() {
        String version = asked("version");
        return version.matches("\\d{1,18}") ? Expected.version(Long.parseLong(version)) : Expected.oneOf(Set.of());
    }

    private String asked(String name) {
        return asked.getOrDefault(name, "").strip();
    }

    public String getAddress() {
        return "/owner/groups?organisation=" + PageAddress.encoded(organisation);
    }

    public List<GroupView> getGroups() {
        return page.items();
    }

    /** Id of the group that is being changed; null for a new one. */
    public String getGroup() {
        return group == null ? null : group.id();
    }

    /** The version that the form shows: on its way back that which was shown first. */
    public String getVersion() {
        String shown = asked("version");
        return shown.isEmpty() ? String.valueOf(group.version()) : shown;
    }

    public String getName() {
        return name;
    }

    public String getMembers() {
        return members;
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
        return page.page() == 0 ? null : getAddress() + "&page=" + (page.page() - 1);
    }

    public String getNextAddress() {
        return getLast() < page.total() ? getAddress() + "&page=" + (page.page() + 1) : null;
    }
}
