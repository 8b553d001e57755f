package org.evenhall.openings.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.WallClock;
import org.evenhall.openings.HolidayCalendar;
import org.evenhall.openings.OpenDay;

/** The days of one statement of hours in one place, each made once. */
public final class LocalDays {

    private static final int MOST_KEPT = 800;

    private final Days days;
    private final ZoneId zone;
    private final Map<LocalDate, OpenDay> made = new ConcurrentHashMap<>();

    public LocalDays(OpeningHours hours, HolidayCalendar holidays, ZoneId zone) {
        this.days = hours.under(holidays);
        this.zone = zone;
    }

    public OpenDay on(LocalDate day) {
        if (made.size() > MOST_KEPT) {
            made.clear();
        }
        return made.computeIfAbsent(day, this::make);
    }

    private OpenDay make(LocalDate day) {
        List<Opening> openings = days.openings(day);
        List<TimeRange> open = new ArrayList<>();
        for (Opening opening : openings) {
            if (!opening.unknown()) {
                add(open, day, opening);
            }
        }
        return new OpenDay(day, open, open.isEmpty() ? whyClosed(openings) : null);
    }

    /** The clock's change in spring moves what it skips into what follows, and that is not open twice. */
    private void add(List<TimeRange> open, LocalDate day, Opening opening) {
        Instant start = WallClock.at(day, opening.fromMinute(), zone);
        Instant before = open.isEmpty() ? start : open.get(open.size() - 1).end();
        TimeRange.between(start.isBefore(before) ? before : start, WallClock.at(day, opening.toMinute(), zone))
                .ifPresent(open::add);
    }

    private static String whyClosed(List<Opening> openings) {
        if (openings.isEmpty()) {
            return "closed.that-day";
        }
        return openings.stream()
                        .anyMatch(opening -> Opening.HOLIDAYS_NOT_KNOWN.equals(opening.comment())
                                || Opening.MAKE_UP_DAY.equals(opening.comment()))
                ? "closed.calendar-unknown"
                : "closed.by-arrangement";
    }
}
