package org.evenhall.openings.domain.syntax;

import ch.poole.openinghoursparser.DateRange;
import ch.poole.openinghoursparser.DateWithOffset;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Months and ranges of dates, across the end of the year too: {@code Nov-Feb}, {@code Dec 31-Jan 01}. */
final class Dates {

    private Dates() {}

    static DaySelector of(DateRange range) {
        var start = range.getStartDate();
        var end = range.getEndDate();
        if (isMonths(range)) {
            return months(range);
        }
        int step = end == null ? 0 : Spelling.stepOf(end);
        if (step > 0) {
            end.setDayOffset(0);
        }
        if (isMonth(start) || (end != null && isMonth(end))) {
            throw UnsupportedHours.because("date", range);
        }
        var from = DateInYear.of(start, 0);
        if (end == null) {
            if (from.mayLeaveItsMonth()) {
                throw UnsupportedHours.because("offset", range);
            }
            return start.isOpenEnded() ? since(range, from) : on(from);
        }
        var to = DateInYear.of(end, from.month());
        if (end.getMonth() == null && end.getVarDate() == null && to.day() < from.day()) {
            throw UnsupportedHours.because("date", range);
        }
        return between(range, from, to, Math.max(1, step));
    }

    static boolean isMonths(DateRange range) {
        return isMonth(range.getStartDate()) && (range.getEndDate() == null || isMonth(range.getEndDate()));
    }

    private static boolean isMonth(DateWithOffset date) {
        return date.getVarDate() == null
                && date.getMonth() != null
                && date.getNthWeekDay() == null
                && date.getDay() == DateWithOffset.UNDEFINED_MONTH_DAY;
    }

    private static DaySelector months(DateRange range) {
        var start = range.getStartDate();
        var end = range.getEndDate();
        if (start.isOpenEnded() || (end != null && !end.undefinedYear())) {
            throw UnsupportedHours.because("date", range);
        }
        int first = start.getMonth().ordinal();
        int last = end == null ? first : end.getMonth().ordinal();
        int length = Math.floorMod(last - first, 12);
        int step = Math.max(1, range.getInterval());
        boolean everyYear = start.undefinedYear();
        if (!everyYear && end != null) {
            throw UnsupportedHours.because("date", range);
        }
        int year = start.getYear();
        return (day, reading) -> {
            int months = Math.floorMod(day.getMonthValue() - 1 - first, 12);
            return months <= length && months % step == 0 && (everyYear || day.getYear() == year);
        };
    }

    private static DaySelector on(DateInYear date) {
        if (!date.everyYear()) {
            var only = date.in(date.year());
            return (day, reading) -> day.equals(only);
        }
        return (day, reading) -> {
            for (int year = day.getYear() - 1; year <= day.getYear() + 1; year++) {
                if (day.equals(date.in(year))) {
                    return true;
                }
            }
            return false;
        };
    }

    private static DaySelector since(DateRange range, DateInYear date) {
        if (date.everyYear()) {
            throw UnsupportedHours.because("date", range);
        }
        var first = date.in(date.year());
        return (day, reading) -> first != null && !day.isBefore(first);
    }

    private static DaySelector between(DateRange range, DateInYear from, DateInYear to, int step) {
        if (to.month() == 0) {
            throw UnsupportedHours.because("until-easter", range);
        }
        if (from.everyYear() && !to.everyYear()) {
            throw UnsupportedHours.because("date", range);
        }
        if (!from.everyYear()) {
            var first = from.startIn(from.year());
            var last = first == null || !to.everyYear() ? to.endIn(to.year()) : endOf(from, from.year(), to);
            if (first == null || last == null || last.isBefore(first)) {
                throw UnsupportedHours.because("date", range);
            }
            return (day, reading) -> within(day, first, last, step);
        }
        return (day, reading) -> {
            for (int year = day.getYear() - 1; year <= day.getYear() + 1; year++) {
                var first = from.startIn(year);
                if (first != null && within(day, first, endOf(from, year, to), step)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static LocalDate endOf(DateInYear from, int year, DateInYear to) {
        return to.endIn(endsNextYear(from, to) ? year + 1 : year);
    }

    /**
     * {@code Dec 31-Jan 01} does. Where a weekday or Easter falls so that the end comes before the start within a month,
     * as {@code Aug 02-Aug Mo[1]} in 2022, the year has no such range.
     */
    private static boolean endsNextYear(DateInYear from, DateInYear to) {
        if (from.month() == 0) {
            return to.month() < 3;
        }
        return from.month() == to.month()
                ? from.nth() == 0 && to.nth() == 0 && to.day() < from.day()
                : to.month() < from.month();
    }

    private static boolean within(LocalDate day, LocalDate first, LocalDate last, int step) {
        return last != null
                && !day.isBefore(first)
                && !day.isAfter(last)
                && ChronoUnit.DAYS.between(first, day) % step == 0;
    }
}
