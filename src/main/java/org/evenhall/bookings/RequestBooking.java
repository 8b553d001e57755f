package org.evenhall.bookings;

import java.time.OffsetDateTime;

/**
 * The wish for a space and a time. Start and end may be of any offset; they are instants.
 *
 * @param note for the owner, at most 1,000 characters, or null
 */
public record RequestBooking(
        String spaceId, OffsetDateTime start, OffsetDateTime end, Integer people, Purpose purpose, String note) {}
