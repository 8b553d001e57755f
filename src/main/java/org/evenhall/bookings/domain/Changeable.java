package org.evenhall.bookings.domain;

import java.time.Instant;
import java.util.List;
import org.evenhall.bookings.Status;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;

/** How long a booking may still be moved, and given back. */
final class Changeable {

    private Changeable() {}

    /** A booking that is going on or over keeps its start; who has checked in may still change its end. */
    static void mustBe(Booking booking, Instant now) {
        Status present = booking.statusAt(now);
        if (present != Status.REQUESTED && present != Status.CONFIRMED) {
            throw new Refused(Reason.CONFLICT, "booking.refused.status", present);
        }
        mustNotHaveBegun(booking, now);
    }

    /** The booker gives back what can be given back at all. Whoever only asked, or lost the space to a closure, may do so late. */
    static void byBooker(Booking booking, Instant now) {
        if (!booking.statusAt(now).mayBecome(Status.CANCELLED)) {
            return;
        }
        mustNotHaveBegun(booking, now);
        if (!now.isBefore(booking.cancelUntil()) && booking.status() != Status.REQUESTED && !booking.displaced()) {
            throw new Refused(
                    Reason.POLICY,
                    List.of(Violation.of("cancel-before", null, "policy.cancel-before", booking.cancelUntil())),
                    "problem.policy.detail");
        }
    }

    private static void mustNotHaveBegun(Booking booking, Instant now) {
        if (!now.isBefore(booking.slot().start())) {
            throw new Refused(Reason.CONFLICT, "booking.refused.begun");
        }
    }
}
