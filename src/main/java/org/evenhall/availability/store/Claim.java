package org.evenhall.availability.store;

import org.evenhall.availability.Holder;
import org.evenhall.availability.domain.Occupancy;
import org.evenhall.kernel.TimeRange;

/**
 * A slot of a space that is taken, and by what. Instants in epoch milliseconds.
 *
 * @param busyFrom start less the buffer before
 * @param busyUntil end plus the buffer after
 * @param whole whether nobody else comes in
 * @param places how many places it takes; all of them where it is whole
 * @param day local day that the slot belongs to, in days since the epoch
 * @param expiresAt when it ends by itself, or null
 */
public record Claim(
        String id,
        String site,
        String spaceId,
        int partFrom,
        int partTo,
        long start,
        long end,
        long busyFrom,
        long busyUntil,
        boolean whole,
        int places,
        Holder holder,
        int day,
        Long expiresAt) {

    public boolean isDue(long now) {
        return expiresAt != null && expiresAt <= now;
    }

    public TimeRange slot() {
        return TimeRange.ofMillis(start, end);
    }

    public Occupancy.Take take() {
        return new Occupancy.Take(partFrom, partTo, whole, places, busyFrom, busyUntil);
    }
}
