package org.evenhall.bookings.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.evenhall.bookings.Status;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;

/** How long a booking may still be moved, and given back. */
final class Changeable {

    private Changeable() {}

    /**
     * A booking that is going on or over keeps its start; who has checked in may still change its end. A booker who moves
     * gives the old time back, as by cancelling; more time may be asked for as long as it has not begun.
     *
     * @param asked whether the owner moves it, or asked for that
     */
    static void toWish(Booking booking, Wish wish, boolean asked) {
        Status present = booking.statusAt(wish.now());
        if (present != Status.REQUESTED && present != Status.CONFIRMED) {
            throw new Refused(Reason.CONFLICT, "booking.refused.status", present);
        }
        mustNotHaveBegun(booking, wish.now());
        boolean keepsAll =
                booking.spaceId().equals(wish.space().id()) && wish.slot().encloses(booking.slot());
        if (!asked && !keepsAll) {
            mustBeInTime(booking, wish.space().zone(), wish.now());
        }
    }

    /**
     * The booker gives back what can be given back at all. Whoever only asked, or lost the space to a closure, may do so late.
     *
     * @param zone of the venue, on whose clocks a refusal tells the times
     */
    static void byBooker(Booking booking, ZoneId zone, Instant now) {
        if (!booking.statusAt(now).mayBecome(Status.CANCELLED)) {
            return;
        }
        mustNotHaveBegun(booking, now);
        mustBeInTime(booking, zone, now);
    }

    private static void mustBeInTime(Booking booking, ZoneId zone, Instant now) {
        if (!now.isBefore(booking.cancelUntil()) && booking.status() != Status.REQUESTED && !booking.displaced()) {
            throw refused(Violation.of(
                    "cancel-before",
                    null,
                    "policy.cancel-before",
                    booking.cancelUntil().atZone(zone)));
        }
    }

    /** What was approved is not moved without the owner. */
    static Refused needsApproval() {
        return refused(Violation.of("approval-on-move", null, "policy.approval-on-move"));
    }

    private static Refused refused(Violation violation) {
        return new Refused(Reason.POLICY, List.of(violation), "problem.policy.detail");
    }

    private static void mustNotHaveBegun(Booking booking, Instant now) {
        if (!now.isBefore(booking.slot().start())) {
            throw new Refused(Reason.CONFLICT, "booking.refused.begun");
        }
    }
}
