package org.evenhall.openings.domain.syntax;

import ch.poole.openinghoursparser.DateWithOffset;
import ch.poole.openinghoursparser.YearRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.temporal.TemporalAdjusters;

/**
 * A date that each year has, or that only some years have: {@code Feb 29}, {@code Oct Su[-1] -1 day}, {@code easter}.
 *
 * @param month 1 to 12; 0 for Easter
 * @param day 1 to 31; 0 where {@code nth} says which
 * @param nth which such weekday of the month, from its end where negative; 0 for a plain day
 * @param year the one year that has it, or {@link YearRange#UNDEFINED_YEAR}
 */
record DateInYear(int month, int day, DayOfWeek weekday, int nth, int offset, int year) {

    static DateInYear of(DateWithOffset date, int monthBefore) {
        if (date.getWeekDayOffset() != null) {
            throw UnsupportedHours.because("weekday-offset", date);
        }
        if (Math.abs(date.getDayOffset()) > 366) {
            throw UnsupportedHours.because("offset", date);
        }
        int offset = date.getDayOffset();
        if (date.getVarDate() != null) {
            return new DateInYear(0, 0, null, 0, offset, date.getYear());
        }
        int month = date.getMonth() == null ? monthBefore : date.getMonth().ordinal() + 1;
        if (month == 0) {
            throw UnsupportedHours.because("date", date);
        }
        if (date.getNthWeekDay() != null) {
            var weekday = DayOfWeek.of(date.getNthWeekDay().ordinal() + 1);
            return new DateInYear(month, 0, weekday, date.getNth(), offset, date.getYear());
        }
        if (date.getDay() == DateWithOffset.UNDEFINED_MONTH_DAY
                || date.getDay() > Month.of(month).maxLength()) {
            throw UnsupportedHours.because("date", date);
        }
        return new DateInYear(month, date.getDay(), null, 0, offset, date.getYear());
    }

    boolean everyYear() {
        return year == YearRange.UNDEFINED_YEAR;
    }

    /** The date of that year, or null where the year has none, as with 29 February or a fifth Sunday. */
    LocalDate in(int wanted) {
        LocalDate plain = plain(wanted);
        return plain == null ? null : plain.plusDays(offset);
    }

    /** As the start of a range: where the year has no 29 February, the day after. */
    LocalDate startIn(int wanted) {
        return lacks(wanted) ? LocalDate.of(wanted, 3, 1).plusDays(offset) : in(wanted);
    }

    /** As the end of a range: where the year has no 29 February, the day before. */
    LocalDate endIn(int wanted) {
        return lacks(wanted) ? LocalDate.of(wanted, 2, 28).plusDays(offset) : in(wanted);
    }

    private boolean lacks(int wanted) {
        return month == 2 && day == 29 && !Year.isLeap(wanted);
    }

    /**
     * Whether the offset can lead out of the month. {@code Feb Su[1] -2 days} is two days before February's first
     * Sunday to some, and to others (the reference among them) the day in February before any month's first Sunday.
     */
    boolean mayLeaveItsMonth() {
        int room = offset < 0 ? (nth > 0 ? 7 * (nth - 1) : 28 + 7 * nth) : (nth > 0 ? 28 - 7 * nth : -7 * (nth + 1));
        return nth != 0 && Math.abs(offset) > Math.max(0, room);
    }

    private LocalDate plain(int wanted) {
        if (month == 0) {
            return Easter.in(wanted);
        }
        var first = LocalDate.of(wanted, month, 1);
        if (nth == 0) {
            return day > first.lengthOfMonth() ? null : first.withDayOfMonth(day);
        }
        var date = first.with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday));
        return date.getMonthValue() == month ? date : null;
    }
}
