package org.evenhall.bookings.web.waiting;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.evenhall.bookings.Waitlist;
import org.evenhall.bookings.Waitlist.EntryStatus;
import org.evenhall.bookings.Waitlist.WaitlistEntry;
import org.evenhall.bookings.Waitlist.WantedFilters;
import org.evenhall.bookings.web.Refusal;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Refused;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.platform.faces.Say;
import org.evenhall.spaces.SpaceCard;

/** What somebody waits for, with what is held for them: to be booked, or left to the next. */
@Named("myWaiting")
@RequestScoped
public class MyWaiting {

    @Inject
    private Waitlist waitlist;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Say say;

    private List<Row> rows = List.of();
    private Refusal refusal;

    /**
     * An entry as a line of the list.
     *
     * @param where the space that is waited for or offered, or in words what it must be
     * @param turn the place in the queue, or the deadline of the offer
     */
    public record Row(WaitlistEntry entry, SpaceCard space, String when, String where, String turn, boolean offered) {}

    @PostConstruct
    void load() {
        if (caller.get().signedIn()) {
            rows = waitlist.open(caller.get()).stream().map(this::row).toList();
        }
    }

    private Row row(WaitlistEntry entry) {
        boolean offered = entry.status() == EntryStatus.OFFERED && entry.offer() != null;
        SpaceCard space = offered ? entry.offer().space() : entry.space();
        var zone = entry.start().getOffset();
        String where = space == null
                ? words(entry.filters())
                : space.name() + say.text("say.comma") + space.venue().name();
        String turn = offered
                ? say.text("waiting.held-until", say.moment(entry.offer().until(), zone))
                : entry.position() == null || entry.position() == 0
                        ? say.text("waiting.first")
                        : say.text("waiting.before", entry.position());
        return new Row(entry, space, say.when(entry.start(), entry.end(), zone), where, turn, offered);
    }

    private String words(WantedFilters filters) {
        return filters == null ? say.text("waiting.any-room") : WaitingWords.of(filters, say);
    }

    /** Books what is held, and shows the booking. */
    public void accept() {
        try {
            var booked = waitlist.accept(caller.get(), sent(), Waitlist.AcceptOffer.PLAINLY);
            PageAddress.redirect(PageAddress.booking(booked.id()) + "&booked=true");
        } catch (Refused refused) {
            refuse(refused);
        }
    }

    /** Waits no longer. */
    public void leave() {
        try {
            waitlist.leave(caller.get(), sent());
            PageAddress.redirect("/resident/bookings?left=true#waiting");
        } catch (Refused refused) {
            refuse(refused);
        }
    }

    private void refuse(Refused refused) {
        refusal = Refusal.of(refused, say);
        load();
    }

    private static String sent() {
        return parameters().getOrDefault("entry", "");
    }

    private static Map<String, String> parameters() {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    }

    /** Whether something is no longer waited for since a moment ago. */
    public boolean isLeft() {
        return refusal == null && parameters().containsKey("left");
    }

    public List<Row> getRows() {
        return rows;
    }

    /** Why something could not be done; null before the first try. */
    public Refusal getRefusal() {
        return refusal;
    }
}
