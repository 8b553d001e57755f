package org.evenhall.availability.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.evenhall.availability.FreeDay;
import org.evenhall.kernel.TimeRange;
import org.evenhall.platform.text.Messages;

/** The days of a space as programs see them; times in the zone of the venue. */
public record DaysView(String spaceId, ZoneId zone, List<Day> days) {

    /** @param reason why nothing is open, or that all of it is closed, in the reader's language; or null */
    public record Day(LocalDate date, List<Open> open, List<Free> free, String reason) {}

    /** A stretch in which the space is open. */
    public record Open(OffsetDateTime start, OffsetDateTime end) {}

    /** A stretch in which it is free, for so many. */
    public record Free(OffsetDateTime start, OffsetDateTime end, int places) {}

    static DaysView of(String spaceId, ZoneId zone, List<FreeDay> days, Locale locale) {
        return new DaysView(
                spaceId,
                zone,
                days.stream()
                        .map(day -> new Day(
                                day.date(),
                                day.open().stream()
                                        .map(range -> open(range, zone))
                                        .toList(),
                                day.free().stream()
                                        .map(free -> new Free(
                                                at(free.slot().start(), zone),
                                                at(free.slot().end(), zone),
                                                free.places()))
                                        .toList(),
                                reason(day, locale)))
                        .toList());
    }

    private static String reason(FreeDay day, Locale locale) {
        if (day.closure() != null) {
            return Messages.text(locale, "policy.closed", day.closure());
        }
        return day.reason() == null ? null : Messages.text(locale, day.reason(), day.date());
    }

    private static Open open(TimeRange range, ZoneId zone) {
        return new Open(at(range.start(), zone), at(range.end(), zone));
    }

    private static OffsetDateTime at(Instant instant, ZoneId zone) {
        return OffsetDateTime.ofInstant(instant, zone);
    }
}
