package org.evenhall.bookings;

/** Why a booking ended before its time. */
public enum StatusReason {
    LAPSED,
    BY_BOOKER,
    BY_OWNER,
    CLOSURE
}
