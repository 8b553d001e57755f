package org.evenhall.availability;

import java.time.LocalDate;
import java.util.List;
import org.evenhall.kernel.TimeRange;

/**
 * A local day of a space: when it is open and when it is free.
 *
 * @param reason message key that says why nothing is open, null where something is
 */
public record FreeDay(LocalDate date, List<TimeRange> open, List<FreeRange> free, String reason) {

    /** A free stretch and the places left in all of it; for a space that is given as a whole, its capacity. */
    public record FreeRange(TimeRange slot, int places) {}
}
