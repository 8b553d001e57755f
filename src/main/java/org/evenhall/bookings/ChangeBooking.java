package org.evenhall.bookings;

import java.time.OffsetDateTime;

/**
 * What is to be changed of a booking; what is left out stays as it is. A start that moves alone takes the end along, so that
 * the booking stays as long as it was.
 */
public record ChangeBooking(OffsetDateTime start, OffsetDateTime end, Integer people) {}
