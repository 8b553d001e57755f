package org.evenhall.bookings.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.evenhall.availability.Calendar;
import org.evenhall.availability.Holder;
import org.evenhall.bookings.Closures;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.bookings.store.BookingStore;

/** Gives back all that a booking has: its time, what is kept for it instead, and its timers. The caller has locked it. */
@ApplicationScoped
public class Returning {

    private BookingStore store;
    private BookingViews views;
    private Calendar calendar;
    private Reserved reserved;
    private Appointments appointments;

    protected Returning() {}

    @Inject
    public Returning(
            BookingStore store, BookingViews views, Calendar calendar, Reserved reserved, Appointments appointments) {
        this.store = store;
        this.views = views;
        this.calendar = calendar;
        this.reserved = reserved;
        this.appointments = appointments;
    }

    /** The booking itself says already that it has ended. */
    public void all(Booking booking) {
        store.flush();
        calendar.release(views.space(booking.spaceId()), Holder.booking(booking.id()));
        reserved.withdraw(booking, Closures.Outcome.GONE);
        appointments.clear(booking);
    }
}
