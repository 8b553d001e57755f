package org.evenhall.notifications.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Page;
import org.evenhall.notifications.NoticeView;
import org.evenhall.notifications.Notices;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.platform.faces.Say;

/** What somebody was told, the newest first. */
@Named("inboxPage")
@RequestScoped
public class InboxPage {

    static final String HERE = "/resident/inbox";
    private static final int ON_PAGE = 20;

    @Inject
    private Notices notices;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Say say;

    private Page<NoticeView> found;
    private List<Line> lines = List.of();

    /** A notice as a line of the list. */
    public record Line(NoticeView notice, String when) {}

    public void load() {
        if (!caller.get().signedIn()) {
            PageAddress.redirect(PageAddress.signIn(HERE));
            return;
        }
        found = notices.list(caller.get(), false, askedPage(), ON_PAGE);
        lines = found.items().stream().map(this::line).toList();
    }

    private Line line(NoticeView notice) {
        return new Line(
                notice, say.moment(notice.createdAt(), notice.createdAt().getOffset()));
    }

    private static int askedPage() {
        var asked = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("page");
        return asked != null && asked.matches("[0-9]{1,6}") ? Integer.parseInt(asked) : 0;
    }

    public List<Line> getLines() {
        return lines;
    }

    public long getTotal() {
        return found.total();
    }

    public long getFirst() {
        return (long) found.page() * ON_PAGE + 1;
    }

    public long getLast() {
        return getFirst() + lines.size() - 1;
    }

    public String getNewerAddress() {
        return found.page() == 0 ? null : HERE + "?page=" + (found.page() - 1);
    }

    public String getOlderAddress() {
        return getLast() < found.total() ? HERE + "?page=" + (found.page() + 1) : null;
    }
}
