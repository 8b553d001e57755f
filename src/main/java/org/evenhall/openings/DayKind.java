package org.evenhall.openings;

/** What a calendar of public holidays says of a day. */
public enum DayKind {
    ORDINARY,
    PUBLIC_HOLIDAY,
    /** A Saturday or Sunday that is worked, in exchange for a holiday elsewhere in the week, as in China. */
    MAKE_UP_WORKING_DAY,
    /** Nobody has said yet, as before a government publishes a year, or for a place whose holidays are not known. */
    UNKNOWN
}
