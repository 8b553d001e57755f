package org.evenhall.openings.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.WallClock;
import org.evenhall.openings.OpenDay;

/** How a day's opening is written down for good: minutes of wall-clock time since its midnight, {@code 1080-1290}. */
public final class FrozenHours {

    private FrozenHours() {}

    /** The end of a local day. Rules recorded before it count for it; it can be frozen after it. */
    public static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    public static String write(OpenDay day, ZoneId zone) {
        return day.open().stream()
                .map(range -> minute(range.start(), day.date(), zone) + "-" + minute(range.end(), day.date(), zone))
                .collect(Collectors.joining(","));
    }

    private static long minute(Instant instant, LocalDate day, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        return (local.toLocalDate().toEpochDay() - day.toEpochDay()) * WallClock.MINUTES_A_DAY
                + local.getHour() * 60L
                + local.getMinute();
    }

    public static OpenDay read(String intervals, LocalDate day, ZoneId zone) {
        List<TimeRange> open = Arrays.stream(intervals.split(","))
                .filter(interval -> !interval.isEmpty())
                .map(interval -> interval.split("-"))
                .map(ends -> new TimeRange(
                        WallClock.at(day, Integer.parseInt(ends[0]), zone),
                        WallClock.at(day, Integer.parseInt(ends[1]), zone)))
                .toList();
        return new OpenDay(day, open, open.isEmpty() ? "closed.that-day" : null);
    }
}
