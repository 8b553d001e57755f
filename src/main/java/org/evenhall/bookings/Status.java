package org.evenhall.bookings;

/** The states of a booking. The message key is {@code bookingStatus.<NAME>}. */
public enum Status {
    REQUESTED,
    CONFIRMED,
    CHECKED_IN,
    COMPLETED,
    DECLINED,
    CANCELLED,
    NO_SHOW
}
