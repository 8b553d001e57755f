package org.evenhall.availability.store;

import org.evenhall.availability.domain.Occupancy;
import org.evenhall.kernel.TimeRange;

/**
 * A closure as a row.
 *
 * @param places how many places the closed part has
 */
public record Blockade(
        String id, String spaceId, int partFrom, int partTo, int places, long start, long end, String reason) {

    public TimeRange slot() {
        return TimeRange.ofMillis(start, end);
    }

    public Occupancy.Take take() {
        return new Occupancy.Take(partFrom, partTo, true, places, start, end);
    }
}
