package org.evenhall.policies;

import java.time.Duration;
import java.util.List;

/**
 * The rules in force for a space, each with the level that it comes from.
 *
 * @param startGrid starts are multiples of this, counted from opening
 * @param noticeAtLeast how long before the start a booking must be made, at the latest
 * @param noticeAtMost how long ahead a booking can be made, at the earliest
 * @param limits all of them hold together
 */
public record PolicyView(
        Stated<Duration> startGrid,
        Stated<Duration> shortest,
        Stated<Duration> longest,
        Stated<Duration> noticeAtLeast,
        Stated<Duration> noticeAtMost,
        List<Limit> limits) {

    /** A level that can state a rule; the lowest that does counts. */
    public enum StatedBy {
        CITY,
        ORGANISATION,
        SPACE
    }

    /** A value and the level that states it. */
    public record Stated<T>(T value, StatedBy from) {}

    /** At most so many bookings of one person open at once, counted within the thing that states the limit. */
    public record Limit(int bookingsOpenAtOnce, StatedBy within, StatedBy from) {}
}
