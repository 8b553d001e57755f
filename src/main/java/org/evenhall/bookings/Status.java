package org.evenhall.bookings;

import java.util.EnumSet;
import java.util.Set;

/**
 * The states of a booking. It is requested, then confirmed (at once where nobody has to approve), then used or given
 * back. The message key is {@code status.<NAME>}.
 */
public enum Status {
    REQUESTED,
    CONFIRMED,
    CHECKED_IN,
    COMPLETED,
    DECLINED,
    CANCELLED,
    NO_SHOW;

    /** The one table of transitions: what becomes of a booking by what people do, and by time. */
    public Set<Status> next() {
        return switch (this) {
            case REQUESTED -> EnumSet.of(CONFIRMED, DECLINED, CANCELLED);
            case CONFIRMED -> EnumSet.of(CHECKED_IN, COMPLETED, CANCELLED, NO_SHOW);
            case CHECKED_IN -> EnumSet.of(COMPLETED);
            case COMPLETED, DECLINED, CANCELLED, NO_SHOW -> EnumSet.noneOf(Status.class);
        };
    }

    /**
     * The other column of the table, for where a closure takes the space before the start: the booking ends, or stays and
     * its booker is asked; whoever has checked in already has to come again.
     */
    public Set<Status> nextWhenClosed() {
        return switch (this) {
            case REQUESTED -> EnumSet.of(REQUESTED, CANCELLED);
            case CONFIRMED, CHECKED_IN -> EnumSet.of(CONFIRMED, CANCELLED);
            case COMPLETED, DECLINED, CANCELLED, NO_SHOW -> EnumSet.noneOf(Status.class);
        };
    }

    public boolean mayBecome(Status other) {
        return next().contains(other);
    }

    /** Whether the booking holds its slot: only one that was given back or refused does not. */
    public boolean holdsTheSlot() {
        return this != DECLINED && this != CANCELLED;
    }
}
