package org.evenhall.bookings.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.evenhall.bookings.BookingQuery;
import org.evenhall.bookings.BookingView;
import org.evenhall.bookings.Bookings;
import org.evenhall.bookings.Status;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Page;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.platform.faces.Say;

/** Somebody's own bookings: what is to come, the next one first, what of it has fallen through, and what has been, the latest first. */
@Named("myBookings")
@RequestScoped
public class MyBookings {

    private static final String HERE = "/resident/bookings";
    private static final int ON_PAGE = 10;
    private static final Set<Status> HELD = Set.of(Status.REQUESTED, Status.CONFIRMED, Status.CHECKED_IN);

    @Inject
    private Bookings bookings;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Say say;

    @Inject
    private Clock clock;

    private List<BookingRow> coming = List.of();
    private List<BookingRow> lost = List.of();
    private List<BookingRow> past = List.of();
    private long pastTotal;
    private int page;

    /**
     * A booking as a line of the list.
     *
     * @param asked until when its booker has to say whether another space will do, or null
     */
    public record BookingRow(BookingView booking, String when, boolean held, boolean cancellable, String asked) {}

    public void load() {
        if (!caller.get().signedIn()) {
            PageAddress.redirect(PageAddress.signIn(HERE));
            return;
        }
        Instant now = clock.instant();
        var toCome = rows(
                bookings.list(caller.get(), BookingQuery.coming(now), 0, Page.LARGEST_SIZE)
                        .items(),
                now);
        coming = toCome.stream().filter(BookingRow::held).toList();
        lost = toCome.stream().filter(row -> !row.held()).toList();
        loadPast(now);
    }

    private void loadPast(Instant now) {
        page = askedPage();
        var found = bookings.list(caller.get(), BookingQuery.past(now), page, ON_PAGE);
        pastTotal = found.total();
        past = rows(found.items(), now);
    }

    private List<BookingRow> rows(List<BookingView> found, Instant now) {
        return found.stream().map(booking -> row(booking, now)).toList();
    }

    private BookingRow row(BookingView booking, Instant now) {
        boolean held = HELD.contains(booking.status());
        return new BookingRow(
                booking,
                say.when(booking.start(), booking.end(), booking.space().venue().zone()),
                held,
                booking.mayBeGivenBack(now),
                booking.proposal() == null
                        ? null
                        : say.text(
                                "proposal.asks",
                                say.moment(
                                        booking.proposal().until(),
                                        booking.space().venue().zone())));
    }

    private static int askedPage() {
        var asked = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("page");
        return asked != null && asked.matches("[0-9]{1,6}") ? Integer.parseInt(asked) : 0;
    }

    public List<BookingRow> getComing() {
        return coming;
    }

    /** What would be to come, had it not been given back, declined or missed. */
    public List<BookingRow> getLost() {
        return lost;
    }

    public List<BookingRow> getPast() {
        return past;
    }

    public long getPastTotal() {
        return pastTotal;
    }

    public long getFirst() {
        return pastTotal - Math.min(pastTotal, (long) (pages() - page) * ON_PAGE) + 1;
    }

    public long getLast() {
        return getFirst() + past.size() - 1;
    }

    public String getNewerAddress() {
        return page == 0 ? null : HERE + "?page=" + (page - 1);
    }

    public String getOlderAddress() {
        return page + 1 < pages() ? HERE + "?page=" + (page + 1) : null;
    }

    private int pages() {
        return (int) ((pastTotal + ON_PAGE - 1) / ON_PAGE);
    }
}
