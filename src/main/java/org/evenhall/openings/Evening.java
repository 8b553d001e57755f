package org.evenhall.openings;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.evenhall.kernel.TimeRange;

/** The evening, for which the houses open: 18:00 to 22:00 of the local clock. */
public final class Evening {

    private static final LocalTime START = LocalTime.of(18, 0);
    private static final LocalTime END = LocalTime.of(22, 0);

    private Evening() {}

    public static TimeRange of(LocalDate day, ZoneId zone) {
        return new TimeRange(
                ZonedDateTime.of(day, START, zone).toInstant(),
                ZonedDateTime.of(day, END, zone).toInstant());
    }

    /** How much of these ranges there is, and how much of it lies in evenings, whichever day's. */
    public static OpenTime measure(List<TimeRange> ranges, ZoneId zone) {
        long seconds = 0;
        long evening = 0;
        for (TimeRange range : ranges) {
            seconds += range.length().toSeconds();
            LocalDate last = LocalDate.ofInstant(range.end(), zone);
            for (LocalDate day = LocalDate.ofInstant(range.start(), zone); !day.isAfter(last); day = day.plusDays(1)) {
                evening += range.intersection(of(day, zone))
                        .map(TimeRange::length)
                        .map(Duration::toSeconds)
                        .orElse(0L);
            }
        }
        return new OpenTime(seconds, evening);
    }
}
