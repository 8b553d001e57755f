package org.evenhall.openings.domain.syntax;

import ch.poole.openinghoursparser.WeekRange;
import ch.poole.openinghoursparser.YearRange;
import java.time.temporal.IsoFields;

/** Years of the calendar and weeks of ISO 8601: {@code 2024-2030/2}, {@code 2025+}, {@code week 02-52/2}. */
final class YearsAndWeeks {

    private YearsAndWeeks() {}

    static DaySelector year(YearRange range) {
        int from = range.getStartYear();
        int to = range.isOpenEnded()
                ? Integer.MAX_VALUE
                : range.getEndYear() == YearRange.UNDEFINED_YEAR ? from : range.getEndYear();
        int step = Math.max(1, range.getInterval());
        if (to < from) {
            throw UnsupportedHours.because("years", range);
        }
        return (day, reading) -> from <= day.getYear() && day.getYear() <= to && (day.getYear() - from) % step == 0;
    }

    static DaySelector week(WeekRange range) {
        int from = range.getStartWeek();
        int to = range.getEndWeek() == WeekRange.UNDEFINED_WEEK ? from : range.getEndWeek();
        int step = Math.max(1, range.getInterval());
        if (to < from || from < WeekRange.MIN_WEEK || to > WeekRange.MAX_WEEK) {
            throw UnsupportedHours.because("weeks", "week " + range);
        }
        return (day, reading) -> {
            int week = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            return from <= week && week <= to && (week - from) % step == 0;
        };
    }
}
