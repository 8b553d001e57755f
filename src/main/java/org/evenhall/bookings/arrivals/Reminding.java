package org.evenhall.bookings.arrivals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evenhall.bookings.BookingNews;
import org.evenhall.bookings.Status;
import org.evenhall.bookings.desk.Appointments;
import org.evenhall.bookings.desk.BookingViews;
import org.evenhall.bookings.desk.Locked;
import org.evenhall.bookings.desk.Telling;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.bookings.store.BookingStore;
import org.evenhall.identity.Caller;
import org.evenhall.policies.Policies;

/**
 * Reminds a booker. What the timer was set for is looked at again under the locks of the booking: one that was given back or
 * moved meanwhile does not remind, and after a standstill one reminder stands for all that were due.
 */
@ApplicationScoped
public class Reminding {

    private BookingStore store;
    private Locked locked;
    private BookingViews views;
    private Policies policies;
    private Appointments appointments;
    private Telling telling;
    private Clock clock;

    protected Reminding() {}

    @Inject
    public Reminding(
            BookingStore store,
            Locked locked,
            BookingViews views,
            Policies policies,
            Appointments appointments,
            Telling telling,
            Clock clock) {
        this.store = store;
        this.locked = locked;
        this.views = views;
        this.policies = policies;
        this.appointments = appointments;
        this.telling = telling;
        this.clock = clock;
    }

    public void of(String bookingId) {
        if (store.find(bookingId).isEmpty()) {
            return;
        }
        Booking booking = locked.booking(Caller.system(), bookingId);
        List<Duration> reminders =
                policies.read(views.space(booking.spaceId())).reminders().value();
        if (isDue(booking, reminders, clock.instant())) {
            telling.of(booking, BookingNews.Kind.REMINDER, null);
        }
        appointments.remind(booking, reminders);
    }

    private static boolean isDue(Booking booking, List<Duration> reminders, Instant now) {
        Instant start = booking.slot().start();
        return booking.statusAt(now) == Status.CONFIRMED
                && now.isBefore(start)
                && reminders.stream().map(start::minus).anyMatch(moment -> !moment.isAfter(now));
    }
}
