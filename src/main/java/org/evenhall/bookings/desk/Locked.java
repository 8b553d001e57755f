package org.evenhall.bookings.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.evenhall.availability.Calendar;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.bookings.store.BookingStore;
import org.evenhall.bookings.store.Proposals;
import org.evenhall.identity.Caller;

/**
 * A booking that is going to be changed, with all that has to be locked before it: its site, and that of a proposal. Every
 * door changes bookings by this, so that no two wait for each other.
 */
@ApplicationScoped
public class Locked {

    private BookingStore store;
    private Proposals proposals;
    private Calendar calendar;
    private BookingViews views;
    private Examination examination;

    protected Locked() {}

    @Inject
    public Locked(
            BookingStore store, Proposals proposals, Calendar calendar, BookingViews views, Examination examination) {
        this.store = store;
        this.proposals = proposals;
        this.calendar = calendar;
        this.views = views;
        this.examination = examination;
    }

    /** The booking as it is now, its site locked and itself; of the caller's own, or of a space that they manage. */
    public Booking booking(Caller caller, String id) {
        Booking found = BookingViews.seen(caller, store.find(id), id);
        lockSites(found);
        return asItIs(caller, id);
    }

    /** The same for a change that counts against the booker's limits: the booker and the groups are locked before. */
    public Booking bookingWithBooker(Caller caller, String id) {
        Booking found = BookingViews.seen(caller, store.find(id), id);
        examination.lock(found.bookerId(), views.space(found.spaceId()));
        lockSites(found);
        return asItIs(caller, id);
    }

    /** It may be in a house by now in which the caller has no say. */
    private Booking asItIs(Caller caller, String id) {
        return BookingViews.seen(caller, store.findForUpdate(id), id);
    }

    private void lockSites(Booking found) {
        var space = views.space(found.spaceId());
        proposals
                .of(found.id())
                .ifPresentOrElse(
                        proposal -> calendar.lock(List.of(space, views.space(proposal.spaceId()))),
                        () -> calendar.lock(List.of(space)));
    }
}
