package org.evenhall.bookings.desk;

import org.evenhall.bookings.domain.Booking;

/** Nobody came; heard in the transaction that found it. */
public record Missed(Booking booking) {}
