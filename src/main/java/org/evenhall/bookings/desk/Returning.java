package org.evenhall.bookings.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.evenhall.availability.Calendar;
import org.evenhall.availability.Holder;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.bookings.store.BookingStore;
import org.evenhall.bookings.store.Proposals;

/** Gives back all that a booking has: its time, what is kept for it instead, and its timers. The caller has locked it. */
@ApplicationScoped
public class Returning {

    private BookingStore store;
    private BookingViews views;
    private Calendar calendar;
    private Proposals proposals;
    private Appointments appointments;

    protected Returning() {}

    @Inject
    public Returning(
            BookingStore store, BookingViews views, Calendar calendar, Proposals proposals, Appointments appointments) {
        this.store = store;
        this.views = views;
        this.calendar = calendar;
        this.proposals = proposals;
        this.appointments = appointments;
    }

    /** The booking itself says already that it has ended. */
    public void all(Booking booking) {
        store.flush();
        calendar.release(views.space(booking.spaceId()), Holder.booking(booking.id()));
        proposals.of(booking.id()).ifPresent(proposal -> {
            proposals.remove(booking.id());
            calendar.release(views.space(proposal.spaceId()), Holder.proposal(booking.id()));
        });
        appointments.clear(booking);
    }
}
