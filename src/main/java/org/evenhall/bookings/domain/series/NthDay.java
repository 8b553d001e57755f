package org.evenhall.bookings.domain.series;

import java.time.DayOfWeek;
import java.util.List;

/**
 * A weekday of a rule.
 *
 * @param nth which one of the month or year, from the end where negative; 0 for every one
 */
public record NthDay(int nth, DayOfWeek day) {

    /** As RFC 5545 names the days, from Monday. */
    static final List<String> NAMES = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    String text() {
        return (nth == 0 ? "" : nth + "") + name(day);
    }

    static String name(DayOfWeek day) {
        return NAMES.get(day.ordinal());
    }
}
