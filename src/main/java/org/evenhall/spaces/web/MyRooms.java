package org.evenhall.spaces.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Page;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.Publishing;
import org.evenhall.spaces.SpaceCard;

/** The rooms of those who may change them, each with what can be done about it. */
@Named("myRooms")
@RequestScoped
public class MyRooms {

    private static final String HERE = "/owner/index";
    private static final int ON_PAGE = 50;

    @Inject
    private Publishing publishing;

    @Inject
    private CurrentCaller caller;

    private String saved;
    private Page<Row> rooms = new Page<>(List.of(), 0, 0, ON_PAGE);

    /**
     * A room.
     *
     * @param part whether it is a part of the room above it
     * @param first whether no room of the same house stands above it on the page
     */
    public record Row(SpaceCard space, boolean part, boolean published, boolean first) {}

    /** Who has not signed in does that first. */
    public void load() {
        if (!caller.get().signedIn()) {
            PageAddress.redirect(PageAddress.signIn(HERE));
            return;
        }
        var asked = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        saved = asked.get("saved");
        var page = asked.get("page");
        int number = page != null && page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 0;
        Set<String> houses = new HashSet<>();
        rooms = publishing
                .own(caller.get(), number, ON_PAGE)
                .map(space -> row(space, houses.add(space.organisation().id())));
    }

    private Row row(Listed space, boolean first) {
        return new Row(
                space.card(caller.get().locale(), null), !space.id().equals(space.site()), space.published(), first);
    }

    /** Whether a room has just been saved. */
    public boolean isSaved() {
        return saved != null;
    }

    public List<Row> getRows() {
        return rooms.items();
    }

    public long getTotal() {
        return rooms.total();
    }

    public long getFirst() {
        return (long) rooms.page() * ON_PAGE + 1;
    }

    public long getLast() {
        return getFirst() + rooms.items().size() - 1;
    }

    public String getPreviousAddress() {
        return rooms.page() == 0 ? null : HERE + "?page=" + (rooms.page() - 1);
    }

    public String getNextAddress() {
        return getLast() < rooms.total() ? HERE + "?page=" + (rooms.page() + 1) : null;
    }
}
