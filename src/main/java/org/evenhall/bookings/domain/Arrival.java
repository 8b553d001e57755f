package org.evenhall.bookings.domain;

import java.time.Instant;
import java.time.ZoneId;
import org.evenhall.bookings.Status;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;

/** When people may say that they have come, or that they leave; refusals tell the times on the clocks of the venue. */
public final class Arrival {

    private Arrival() {}

    /** @throws Refused where check-in is not asked, not open yet, or over */
    public static void mustBeInTime(Booking booking, ZoneId zone, Instant now) {
        Status present = booking.statusAt(now);
        boolean missed = present == Status.NO_SHOW;
        if (present != Status.CONFIRMED && !missed) {
            throw new Refused(Reason.CONFLICT, "booking.refused.status", present);
        }
        if (booking.checkInFrom() == null) {
            throw new Refused(Reason.CONFLICT, "check-in.refused.not-asked");
        }
        if (missed || now.isBefore(booking.checkInFrom())) {
            throw new Refused(
                    Reason.CONFLICT,
                    missed ? "check-in.refused.late" : "check-in.refused.early",
                    booking.checkInFrom().atZone(zone),
                    booking.checkInUntil().atZone(zone));
        }
    }

    /** @throws Refused before the start, and where somebody must check in first */
    public static void mustHaveBegun(Booking booking, Instant now) {
        Status present = mustBeStanding(booking, now);
        if (now.isBefore(booking.slot().start())) {
            throw new Refused(Reason.CONFLICT, "departure.refused.not-begun");
        }
        if (present == Status.CONFIRMED && booking.checkInUntil() != null) {
            throw new Refused(Reason.CONFLICT, "departure.refused.not-checked-in");
        }
    }

    /** Whoever stays or leaves has a booking that is confirmed and not over. */
    static Status mustBeStanding(Booking booking, Instant now) {
        Status present = booking.statusAt(now);
        if (present != Status.CONFIRMED && present != Status.CHECKED_IN) {
            throw new Refused(Reason.CONFLICT, "booking.refused.status", present);
        }
        return present;
    }
}
