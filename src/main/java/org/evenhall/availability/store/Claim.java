package org.evenhall.availability.store;

import org.evenhall.availability.Holder;

/**
 * A slot of a space that is taken, and by what. Instants in epoch milliseconds.
 *
 * @param busyFrom start less the buffer before
 * @param busyUntil end plus the buffer after
 * @param day local day that the slot belongs to, in days since the epoch
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
        Holder holder,
        int day) {

    public boolean overlaps(Claim other) {
        return busyFrom < other.busyUntil
                && other.busyFrom < busyUntil
                && partFrom < other.partTo
                && other.partFrom < partTo;
    }
}
