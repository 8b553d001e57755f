package org.evenhall.openings.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.evenhall.openings.DayKind;
import org.evenhall.openings.HolidayCalendar;
import org.junit.jupiter.api.Test;

class ReadingsTest {

    private static final LocalDate FRIDAY = LocalDate.of(2027, 9, 3);
    private static final LocalDate SATURDAY = LocalDate.of(2027, 9, 4);
    private static final HolidayCalendar WORKED_SATURDAY =
            day -> day.equals(SATURDAY) ? DayKind.MAKE_UP_WORKING_DAY : DayKind.ORDINARY;

    @Test
    void isUnknownOnlyWhereAHolidayWouldMakeADifference() {
        var openings = OpeningHours.parse("Mo-Fr 18:00-21:00; PH 20:00-22:00")
                .under(HolidayCalendar.NOT_KNOWN)
                .openings(FRIDAY);

        assertThat(openings)
                .containsExactly(
                        unknown(18, 20, Opening.HOLIDAYS_NOT_KNOWN),
                        new Opening(20 * 60, 21 * 60, false, null),
                        unknown(21, 22, Opening.HOLIDAYS_NOT_KNOWN));
    }

    @Test
    void isCertainWithoutACalendarWhereTheTextNamesNoHolidays() {
        assertThat(OpeningHours.parse("Mo-Fr 18:00-21:00")
                        .under(HolidayCalendar.NOT_KNOWN)
                        .openings(FRIDAY))
                .containsExactly(new Opening(18 * 60, 21 * 60, false, null));
    }

    @Test
    void doubtsTheDayThatTheRuleAsksForNotTheDayItself() {
        HolidayCalendar unsureOfSaturday = day -> day.equals(SATURDAY) ? DayKind.UNKNOWN : DayKind.ORDINARY;

        var openings = OpeningHours.parse("Mo-Fr 18:00-21:00; PH -1 day off")
                .under(unsureOfSaturday)
                .openings(FRIDAY);

        assertThat(openings).containsExactly(unknown(18, 21, Opening.HOLIDAYS_NOT_KNOWN));
    }

    @Test
    void aMakeUpWorkingDayKeepsTheHoursOfTheWorkingWeek() {
        var openings = OpeningHours.parse("Mo-Fr 18:00-21:30; Sa,Su 09:00-12:00; PH off")
                .under(WORKED_SATURDAY)
                .openings(SATURDAY);

        assertThat(openings).containsExactly(new Opening(18 * 60, 21 * 60 + 30, false, null));
    }

    @Test
    void aMakeUpWorkingDayIsUnknownWhereTheWorkingDaysDiffer() {
        var openings = OpeningHours.parse("Mo-Th 18:00-22:00; Fr 18:00-20:00")
                .under(WORKED_SATURDAY)
                .openings(SATURDAY);

        assertThat(openings)
                .containsExactly(new Opening(18 * 60, 20 * 60, false, null), unknown(20, 22, Opening.MAKE_UP_DAY));
    }

    @Test
    void theNightBeforeAMakeUpWorkingDayIsTheNightOfItsOwnWeekday() {
        var openings =
                OpeningHours.parse("Fr 22:00-02:00").under(WORKED_SATURDAY).openings(FRIDAY);

        assertThat(openings).first().isEqualTo(new Opening(22 * 60, 26 * 60, false, null));
    }

    private static Opening unknown(int from, int to, String comment) {
        return new Opening(from * 60, to * 60, true, comment);
    }
}
