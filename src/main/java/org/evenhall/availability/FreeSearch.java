package org.evenhall.availability;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.evenhall.spaces.CatalogueFilter;

/**
 * "Any room for six near me tomorrow, 18:30 to 21:00", for every space of the city.
 *
 * @param dateFrom first local day
 * @param dateTo day after the last one, at most 31 days later
 * @param weekdays days of the week that count; empty for all
 * @param fromMinute wall-clock minute of the day, 0 to 2880; past 1440 means past midnight, under the day it opens
 * @param toMinute after {@code fromMinute}; exclusive
 * @param duration null when the space must be free for the whole interval, else the length of any free run inside it
 * @param people how many must fit
 */
public record FreeSearch(
        LocalDate dateFrom,
        LocalDate dateTo,
        Set<DayOfWeek> weekdays,
        int fromMinute,
        int toMinute,
        Duration duration,
        int people,
        CatalogueFilter filter) {

    public FreeSearch {
        weekdays = Set.copyOf(weekdays);
    }
}
