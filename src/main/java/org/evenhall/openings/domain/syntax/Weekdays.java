package org.evenhall.openings.domain.syntax;

import ch.poole.openinghoursparser.Holiday;
import ch.poole.openinghoursparser.Nth;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.WeekDayRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Weekdays and public holidays: {@code Fr-Mo}, {@code We[1,3]}, {@code Sa[1] -5 days}, {@code PH -1 day}. */
final class Weekdays {

    private Weekdays() {}

    /**
     * In {@code PH,Su} the holiday stands beside the weekdays, one of them is enough; in {@code PH Mo-Fr} it stands
     * before them, and a day must be both.
     */
    static List<DaySelector> of(Rule rule) {
        var beside = new ArrayList<DaySelector>();
        var before = new ArrayList<DaySelector>();
        if (rule.getHolidays() != null) {
            for (Holiday holiday : rule.getHolidays()) {
                refuseOffsetInList(holiday, rule);
                (holiday.getUseAsWeekDay() ? beside : before).add(holiday(holiday));
            }
        }
        if (rule.getDays() != null) {
            rule.getDays().forEach(range -> beside.add(weekday(range)));
        }
        var kinds = new ArrayList<DaySelector>();
        if (!beside.isEmpty()) {
            kinds.add(DaySelector.anyOf(beside));
        }
        if (!before.isEmpty()) {
            kinds.add(DaySelector.anyOf(before));
        }
        return kinds;
    }

    /** Whether the weekdays of {@code PH +1 day,Mo} are meant besides or as well, readers do not agree. */
    private static void refuseOffsetInList(Holiday holiday, Rule rule) {
        if (holiday.getOffset() != 0 && rule.getDays() != null) {
            throw UnsupportedHours.because("offset", holiday);
        }
    }

    private static DaySelector holiday(Holiday holiday) {
        if (holiday.getType() != Holiday.Type.PH) {
            throw UnsupportedHours.because("school-holidays", holiday);
        }
        int offset = holiday.getOffset();
        if (Math.abs(offset) > 31) {
            throw UnsupportedHours.because("offset", holiday);
        }
        return (day, reading) -> reading.publicHoliday(day.minusDays(offset));
    }

    private static DaySelector weekday(WeekDayRange range) {
        int first = range.getStartDay().ordinal();
        if (range.getNths() != null) {
            return ofMonth(DayOfWeek.of(first + 1), range);
        }
        int last = range.getEndDay() == null ? first : range.getEndDay().ordinal();
        int length = Math.floorMod(last - first, 7);
        return (day, reading) -> Math.floorMod(reading.weekday(day).getValue() - 1 - first, 7) <= length;
    }

    private static DaySelector ofMonth(DayOfWeek weekday, WeekDayRange range) {
        int offset = range.getOffset();
        if (Math.abs(offset) > 366) {
            throw UnsupportedHours.because("offset", range);
        }
        var which = new ArrayList<DaySelector>();
        for (Nth nth : range.getNths()) {
            int from = nth.getStartNth();
            int to = nth.getEndNth() == Nth.INVALID_NTH ? from : nth.getEndNth();
            if (from == Nth.INVALID_NTH || from > to || from < 0 != to < 0) {
                throw UnsupportedHours.because("nth", range);
            }
            which.add((day, reading) -> isNth(day.minusDays(offset), weekday, from, to));
        }
        return DaySelector.anyOf(which);
    }

    private static boolean isNth(LocalDate day, DayOfWeek weekday, int from, int to) {
        if (day.getDayOfWeek() != weekday) {
            return false;
        }
        int nth = from > 0 ? (day.getDayOfMonth() + 6) / 7 : -((day.lengthOfMonth() - day.getDayOfMonth()) / 7 + 1);
        return from <= nth && nth <= to;
    }
}
