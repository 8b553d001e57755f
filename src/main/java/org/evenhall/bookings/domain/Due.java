package org.evenhall.bookings.domain;

import java.time.Instant;
import org.evenhall.bookings.Status;
import org.evenhall.bookings.StatusReason;

/** What a booking is at a moment, whether or not a timer has run: what is due has happened. The store asks the same by SQL. */
final class Due {

    private Due() {}

    static Status status(Booking booking, Instant now) {
        Status written = booking.status();
        boolean open = written == Status.REQUESTED || written == Status.CONFIRMED;
        if (open && passed(booking.proposalUntil(), now)) {
            return Status.CANCELLED;
        }
        if (written == Status.REQUESTED && passed(booking.decideUntil(), now)) {
            return Status.DECLINED;
        }
        if (written == Status.CONFIRMED && passed(booking.checkInUntil(), now)) {
            return Status.NO_SHOW;
        }
        boolean over = passed(booking.slot().end(), now);
        return over && (written == Status.CONFIRMED || written == Status.CHECKED_IN) ? Status.COMPLETED : written;
    }

    static StatusReason reason(Booking booking, Instant now) {
        Status due = status(booking, now);
        if (due == booking.status()) {
            return booking.statusReason();
        }
        return switch (due) {
            case DECLINED -> StatusReason.LAPSED;
            case CANCELLED -> StatusReason.CLOSURE;
            default -> booking.statusReason();
        };
    }

    private static boolean passed(Instant moment, Instant now) {
        return moment != null && !now.isBefore(moment);
    }
}
