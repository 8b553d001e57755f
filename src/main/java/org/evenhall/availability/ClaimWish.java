package org.evenhall.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.evenhall.kernel.TimeRange;
import org.evenhall.spaces.Listed;

/**
 * The wish to take a space as a whole for a slot.
 *
 * @param day the local day whose opening the slot belongs to
 * @param before kept free before the slot; the gap between two claims is the first's {@code after} plus the second's
 *     {@code before}
 * @param after kept free after the slot
 * @param grid how far apart starts may lie, for alternatives in the same space
 */
public record ClaimWish(
        Listed space, TimeRange slot, LocalDate day, Duration before, Duration after, Duration grid, Holder holder) {

    public Instant busyFrom() {
        return slot.start().minus(before);
    }

    public Instant busyUntil() {
        return slot.end().plus(after);
    }
}
