package org.evenhall.bookings.web;

import java.time.LocalDateTime;
import java.time.LocalTime;

/** A time of day as somebody types it into a form that has one day. */
public final class TypedTime {

    /** Who types an end before this means the night after the day; later ones are slips. */
    private static final LocalTime NIGHT_ENDS = LocalTime.of(6, 0);

    private TypedTime() {}

    /**
     * The end that belongs to a start. One that is neither after it nor in the night that follows stays before it, so that
     * whoever is asked for such a slot says what is wrong.
     *
     * @throws java.time.DateTimeException where it is no time of day
     */
    public static LocalDateTime end(LocalDateTime start, String typed) {
        LocalTime time = LocalTime.parse(typed);
        LocalDateTime end = start.toLocalDate().atTime(time);
        return !end.isAfter(start) && time.isBefore(NIGHT_ENDS) ? end.plusDays(1) : end;
    }
}
