package org.evenhall.bookings.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhall.bookings.Status;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.platform.jobs.Timers;

/**
 * The timers of a booking: when its claim ends by itself, and when its booker is reminded. Whoever changes a booking sets
 * them anew, under the locks of that change.
 */
@ApplicationScoped
public class Appointments {

    /** The subject is the booking's id: a request lapses, or a room goes back because nobody came. */
    public static final String BOOKING_DUE = "booking-due";

    /** The subject is the booking's id; the next of its reminders. */
    public static final String REMINDER = "booking-reminder";

    /** The subject is the booking's id; nobody came to it, and its booker's no-shows are to be counted. */
    public static final String MISSED = "booking-missed";

    /** The subject is the hold's id. */
    public static final String HOLD_DUE = "hold-due";

    /** The subject is the id of an entry of the waiting list: its offer ends, or it is looked again whether it can have one. */
    public static final String WAITING_DUE = "waiting-due";

    /** The subject is the closure's id, a slash, and the booking's: what becomes of it has to be found out. */
    public static final String DISPLACED = "booking-displaced";

    /** The subject is the booking's id: its proposal ends, and it with that. */
    public static final String PROPOSAL_DUE = "proposal-due";

    /** The subject is the space's id, a slash, and the day as ISO 8601 has it: it has enough bookings by then, or closes. */
    public static final String MINIMUM_DUE = "minimum-due";

    private Timers timers;
    private Clock clock;

    protected Appointments() {}

    @Inject
    public Appointments(Timers timers, Clock clock) {
        this.timers = timers;
        this.clock = clock;
    }

    /** @param reminders how long before the start */
    public void set(Booking booking, List<Duration> reminders) {
        due(booking);
        remind(booking, reminders);
    }

    /** When the claim of the booking ends by itself, as things stand. */
    public void due(Booking booking) {
        if (booking.lastsUntil() == null) {
            timers.clear(BOOKING_DUE, booking.id());
        } else {
            timers.set(BOOKING_DUE, booking.id(), booking.lastsUntil());
        }
    }

    /** The next reminder that is still to come; requests are reminded of once they are approved, and displaced ones when they have a space. */
    public void remind(Booking booking, List<Duration> reminders) {
        next(booking, reminders)
                .ifPresentOrElse(
                        moment -> timers.set(REMINDER, booking.id(), moment),
                        () -> timers.clear(REMINDER, booking.id()));
    }

    private Optional<Instant> next(Booking booking, List<Duration> reminders) {
        Instant now = clock.instant();
        Instant start = booking.slot().start();
        return reminders.stream()
                .map(start::minus)
                .filter(moment -> booking.status() == Status.CONFIRMED && !booking.displaced() && moment.isAfter(now))
                .min(Instant::compareTo);
    }

    /** The timers of bookings that were just made; as {@link #set}, in a few statements. */
    public void setFirst(List<Booking> bookings, List<Duration> reminders) {
        Map<String, Instant> due = new LinkedHashMap<>();
        Map<String, Instant> reminded = new LinkedHashMap<>();
        for (Booking booking : bookings) {
            if (booking.lastsUntil() != null) {
                due.put(booking.id(), booking.lastsUntil());
            }
            next(booking, reminders).ifPresent(moment -> reminded.put(booking.id(), moment));
        }
        timers.setFirst(BOOKING_DUE, due);
        timers.setFirst(REMINDER, reminded);
    }

    /** Nothing more is going to happen to it by itself. */
    public void clear(Booking booking) {
        timers.clear(BOOKING_DUE, booking.id());
        timers.clear(REMINDER, booking.id());
    }

    /** The same for several. */
    public void clear(Collection<Booking> bookings) {
        List<String> ids = bookings.stream().map(Booking::id).toList();
        timers.clear(BOOKING_DUE, ids);
        timers.clear(REMINDER, ids);
    }

    /** When something is next to be done for somebody who waits; whoever sets it holds the lock of the entry. */
    public void waiting(String entryId, Instant due) {
        timers.set(WAITING_DUE, entryId, due);
    }

    /** Nobody waits there any more. */
    public void clearWaiting(String entryId) {
        timers.clear(WAITING_DUE, entryId);
    }
}
