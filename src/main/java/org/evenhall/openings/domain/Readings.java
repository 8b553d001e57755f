package org.evenhall.openings.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.evenhall.openings.DayKind;
import org.evenhall.openings.HolidayCalendar;
import org.evenhall.openings.domain.syntax.Reading;

/**
 * All readings under which a day has to be looked at.
 *
 * <p>A day of unknown kind is read once as a public holiday and once as an ordinary day: where both agree the hours are
 * certain, and only where they differ they are unknown. A make-up working day is a working day, but no notice says
 * which one it makes up for, and schools decide it for themselves: it is read as each of Monday to Friday, never as the
 * Saturday or Sunday that the calendar shows. {@code Mo-Fr 18:00-21:30; PH off} is then certain, hours that differ
 * within the working week are unknown where they differ. A weekday of a month ({@code Sa[2]}) is a date, and stays one.
 */
final class Readings {

    private static final List<DayOfWeek> WORKING_WEEK =
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

    private final HolidayCalendar calendar;
    private final Set<Integer> holidayOffsets;
    private final boolean lookBack;

    /**
     * @param holidayOffsets the days between a day and the holidays that its rules ask for; empty where no rule does
     * @param lookBack whether a rule may last past midnight, so that the day before counts too
     */
    Readings(HolidayCalendar calendar, Set<Integer> holidayOffsets, boolean lookBack) {
        this.calendar = calendar;
        this.holidayOffsets = holidayOffsets;
        this.lookBack = lookBack;
    }

    /** At least one; the first is the one whose comments are kept. */
    List<Reading> of(LocalDate day) {
        var weekdays = new TreeMap<LocalDate, List<DayOfWeek>>();
        var open = new TreeSet<LocalDate>();
        for (LocalDate one = lookBack ? day.minusDays(1) : day; !one.isAfter(day); one = one.plusDays(1)) {
            if (isMakeUpDay(one)) {
                weekdays.put(one, WORKING_WEEK);
            }
            for (int offset : holidayOffsets) {
                if (calendar.on(one.minusDays(offset)) == DayKind.UNKNOWN) {
                    open.add(one.minusDays(offset));
                }
            }
        }
        List<Reading> readings = List.of(new Taken(calendar, Map.of(), Map.of()));
        for (LocalDate asked : open) {
            readings = split(readings, List.of(false, true), (taken, choice) -> taken.withHoliday(asked, choice));
        }
        for (var worked : weekdays.entrySet()) {
            readings = split(readings, worked.getValue(), (taken, as) -> taken.withWeekday(worked.getKey(), as));
        }
        return readings;
    }

    private boolean isMakeUpDay(LocalDate day) {
        return day.getDayOfWeek().getValue() > 5 && calendar.on(day) == DayKind.MAKE_UP_WORKING_DAY;
    }

    boolean doubtsHolidays(LocalDate day) {
        for (int offset : holidayOffsets) {
            if (calendar.on(day.minusDays(offset)) == DayKind.UNKNOWN
                    || lookBack && calendar.on(day.minusDays(offset + 1L)) == DayKind.UNKNOWN) {
                return true;
            }
        }
        return false;
    }

    private static <T> List<Reading> split(
            List<Reading> readings, List<T> choices, BiFunction<Taken, T, Taken> choose) {
        var more = new ArrayList<Reading>();
        for (Reading reading : readings) {
            for (T choice : choices) {
                more.add(choose.apply((Taken) reading, choice));
            }
        }
        return more;
    }

    private record Taken(HolidayCalendar calendar, Map<LocalDate, Boolean> holidays, Map<LocalDate, DayOfWeek> weekdays)
            implements Reading {

        @Override
        public boolean publicHoliday(LocalDate day) {
            Boolean taken = holidays.get(day);
            return taken != null ? taken : calendar.on(day) == DayKind.PUBLIC_HOLIDAY;
        }

        @Override
        public DayOfWeek weekday(LocalDate day) {
            DayOfWeek taken = weekdays.get(day);
            return taken != null ? taken : day.getDayOfWeek();
        }

        Taken withHoliday(LocalDate day, boolean holiday) {
            var more = new TreeMap<>(holidays);
            more.put(day, holiday);
            return new Taken(calendar, more, weekdays);
        }

        Taken withWeekday(LocalDate day, DayOfWeek as) {
            var more = new TreeMap<>(weekdays);
            more.put(day, as);
            return new Taken(calendar, holidays, more);
        }
    }
}
