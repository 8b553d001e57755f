package org.evenhall.bookings.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.evenhall.availability.Calendar;
import org.evenhall.availability.Holder;
import org.evenhall.bookings.Closures.Outcome;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.bookings.store.Displaced;
import org.evenhall.bookings.store.Proposals;
import org.evenhall.platform.jobs.Timers;

/**
 * What is kept for a booking whose space is closed. Whoever changes a booking in another way gives it back here, with the
 * sites of both locked before the booking.
 */
@ApplicationScoped
public class Reserved {

    private Proposals proposals;
    private Displaced displaced;
    private Calendar calendar;
    private BookingViews views;
    private Timers timers;

    protected Reserved() {}

    @Inject
    public Reserved(Proposals proposals, Displaced displaced, Calendar calendar, BookingViews views, Timers timers) {
        this.proposals = proposals;
        this.displaced = displaced;
        this.calendar = calendar;
        this.views = views;
        this.timers = timers;
    }

    /** Gives back what is kept for a booking, if anything is, and notes what became of it. */
    public void withdraw(Booking booking, Outcome outcome) {
        proposals
                .of(booking.id())
                .ifPresent(
                        proposal -> calendar.release(views.space(proposal.spaceId()), Holder.proposal(booking.id())));
        forget(booking, outcome);
    }

    /** The same where its claim has become another's. */
    public void forget(Booking booking, Outcome outcome) {
        proposals.remove(booking.id());
        timers.clear(Appointments.PROPOSAL_DUE, booking.id());
        displaced.became(booking.id(), outcome);
    }
}
