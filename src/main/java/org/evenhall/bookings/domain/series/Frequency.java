package org.evenhall.bookings.domain.series;

/** How often a rule comes round. What comes round within a day is no series of bookings. */
public enum Frequency {
    DAILY,
    WEEKLY,
    MONTHLY,
    YEARLY
}
