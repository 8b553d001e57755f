package org.evenhall.bookings;

import java.time.Instant;

/**
 * Which bookings to list, in the order of their start, ties by id.
 *
 * @param mine the caller's own
 * @param from bookings that end after this, or null
 * @param to bookings that start before this, or null
 * @param endedBy bookings that ended by then, or null
 * @param latestFirst whether the order is turned round
 */
public record BookingQuery(
        boolean mine,
        String spaceId,
        String organisation,
        Status status,
        Instant from,
        Instant to,
        Instant endedBy,
        boolean latestFirst) {

    /** The caller's bookings that are still to come or going on, the next one first. */
    public static BookingQuery coming(Instant now) {
        return new BookingQuery(true, null, null, null, now, null, null, false);
    }

    /** The caller's bookings that are over, the latest first. */
    public static BookingQuery past(Instant now) {
        return new BookingQuery(true, null, null, null, null, null, now, true);
    }
}
