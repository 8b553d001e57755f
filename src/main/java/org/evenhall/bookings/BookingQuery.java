package org.evenhall.bookings;

import java.time.Instant;

/**
 * Which bookings to list, in the order of their start, ties by id.
 *
 * @param mine the caller's own
 * @param from bookings that end after this, or null
 * @param to bookings that start before this, or null
 */
public record BookingQuery(
        boolean mine, String spaceId, String organisation, Status status, Instant from, Instant to) {}
