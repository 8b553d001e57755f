package org.evenhall.openings.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.evenhall.openings.DayKind;
import org.evenhall.openings.HolidayCalendar;
import org.evenhall.openings.domain.syntax.UnsupportedHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final HolidayCalendar NATIONAL_DAY =
            day -> day.getMonthValue() == 10 && day.getDayOfMonth() == 3 ? DayKind.PUBLIC_HOLIDAY : DayKind.ORDINARY;

    @ParameterizedTest(name = "{0} on {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # weekdays; 1 September 2025 is a Monday
            Mo-Fr 18:00-21:30                     | 2025-09-01 | 18:00-21:30
            Mo-Fr 18:00-21:30                     | 2025-09-06 |
            Sa-Tu 09:00-13:00                     | 2025-09-02 | 09:00-13:00
            Sa-Tu 09:00-13:00                     | 2025-09-03 |
            Tu,Th 17:00-20:00                     | 2025-09-04 | 17:00-20:00
            Mo                                    | 2025-09-01 | 00:00-24:00
            We[2,4] 18:00-20:00                   | 2025-09-10 | 18:00-20:00
            We[2,4] 18:00-20:00                   | 2025-09-17 |
            Su[-1] 11:00-15:00                    | 2025-09-28 | 11:00-15:00
            Sa[1] -2 days 18:00-20:00             | 2025-09-04 | 18:00-20:00
            Jan,Sep Mo[1] 18:00-20:00             | 2025-09-01 | 18:00-20:00
            Jan,Sep Mo[1] 18:00-20:00             | 2025-01-07 |
            # several intervals
            Mo 08:00-12:00,17:00-21:00            | 2025-09-01 | 08:00-12:00 17:00-21:00
            Mo 17:00-21:00,08:00-12:00            | 2025-09-01 | 08:00-12:00 17:00-21:00
            Mo 08:00-12:00,11:00-13:00            | 2025-09-01 | 08:00-13:00
            Mo 08:00-12:00 17:00-21:00            | 2025-09-01 | 08:00-12:00 17:00-21:00
            # past midnight: it belongs to the day it opens on
            Fr 20:00-02:00                        | 2025-09-05 | 20:00-26:00
            Fr 20:00-02:00                        | 2025-09-06 |
            Fr 20:00-26:00                        | 2025-09-05 | 20:00-26:00
            Fr 20:00-48:00                        | 2025-09-05 | 20:00-48:00
            Fr 20:00-20:00                        | 2025-09-05 | 20:00-44:00
            Mo 18:00-24:00                        | 2025-09-01 | 18:00-24:00
            Mo 18:00-00:00                        | 2025-09-01 | 18:00-24:00
            24/7                                  | 2025-09-01 | 00:00-24:00
            # one rule after another
            Mo-Fr 18:00-21:00; We 19:00-22:00     | 2025-09-03 | 19:00-22:00
            Mo-Fr 18:00-21:00, We 20:00-22:00     | 2025-09-03 | 18:00-22:00
            Mo-Fr 18:00-21:00, We 10:00-12:00     | 2025-09-03 | 10:00-12:00 18:00-21:00
            Mo-Fr 18:00-22:00; We off             | 2025-09-03 |
            Mo-Fr 18:00-22:00; 19:00-20:00 off    | 2025-09-03 | 18:00-19:00 20:00-22:00
            Fr 20:00-02:00; Sa 10:00-12:00        | 2025-09-05 | 20:00-24:00
            Fr 20:00-02:00; Sa off                | 2025-09-05 | 20:00-24:00
            Fr 20:00-03:00; Sa 00:00-01:00 off    | 2025-09-05 | 20:00-24:00 25:00-27:00
            # months and dates
            Nov-Feb Mo 17:00-20:00                | 2025-12-01 | 17:00-20:00
            Nov-Feb Mo 17:00-20:00                | 2025-09-01 |
            Dec 24-Jan 01 off; Mo-Fr 18:00-20:00  | 2025-09-01 | 18:00-20:00
            Mo-Fr 18:00-20:00; Dec 24-Jan 01 off  | 2026-01-01 |
            Mo-Fr 18:00-20:00; Dec 24-Jan 01 off  | 2026-01-02 | 18:00-20:00
            2025 Aug 25-2025 Sep 05 19:00-20:00   | 2025-09-05 | 19:00-20:00
            2025 Aug 25-2025 Sep 05 19:00-20:00   | 2026-09-05 |
            Sep 01-30/5 19:00-20:00               | 2025-09-11 | 19:00-20:00
            Sep 01-30/5 19:00-20:00               | 2025-09-12 |
            Mar Su[-1]-Oct Su[-1] -1 day 20:00-22:00 | 2025-10-25 | 20:00-22:00
            Mar Su[-1]-Oct Su[-1] -1 day 20:00-22:00 | 2025-10-26 |
            Feb 20-Feb 29                         | 2025-02-28 | 00:00-24:00
            Feb 29                                | 2025-02-28 |
            easter +1 day 10:00-16:00             | 2025-04-21 | 10:00-16:00
            # years and weeks
            2024-2026/2 Mo 18:00-20:00            | 2025-09-01 |
            2025+ Mo 18:00-20:00                  | 2031-09-01 | 18:00-20:00
            week 36 Mo 18:00-20:00                | 2025-09-01 | 18:00-20:00
            week 01-53/2 Mo 18:00-20:00           | 2025-09-01 |
            week 01 10:00-12:00                   | 2025-12-29 | 10:00-12:00
            Sep week 36 Mo 18:00-20:00            | 2025-09-01 | 18:00-20:00
            # public holidays
            Mo-Fr 18:00-20:00; PH off             | 2025-10-03 |
            Mo-Fr 18:00-20:00; PH off             | 2025-10-02 | 18:00-20:00
            Mo-Fr 18:00-20:00; PH 10:00-12:00     | 2025-10-03 | 10:00-12:00
            PH,Su 10:00-12:00                     | 2025-10-03 | 10:00-12:00
            PH,Su 10:00-12:00                     | 2025-10-05 | 10:00-12:00
            PH Su 10:00-12:00                     | 2025-10-03 |
            Mo-Fr 18:00-22:00; PH -1 day 18:00-20:00 | 2025-10-02 | 18:00-20:00
            # unknown
            "by appointment"                      | 2025-09-01 | 00:00-24:00?
            Mo 18:00-20:00 unknown                | 2025-09-01 | 18:00-20:00?
            Mo 18:00-20:00+                       | 2025-09-01 | 18:00-20:00 20:00-30:00?
            "term time": Mo 18:00-20:00           | 2025-09-01 | 18:00-20:00?
            Mo 18:00-20:00 open "side door"       | 2025-09-01 | 18:00-20:00
            # as people write
            mo-fr 18.00 – 20.00                   | 2025-09-01 | 18:00-20:00
            Mo-Fr 6pm-8pm;                        | 2025-09-01 | 18:00-20:00
            Mo 12:00                              | 2025-09-01 | 12:00-12:01
            """)
    void opensOnADay(String text, LocalDate day, String expected) {
        var openings = OpeningHours.parse(text).under(NATIONAL_DAY).openings(day);

        assertThat(openings.stream().map(OpeningHoursTest::shown).collect(Collectors.joining(" ")))
                .isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void fallsBackOnlyWhereItWouldBeClosed() {
        var openings = OpeningHours.parse("Mo 18:00-20:00 || \"ask\"")
                .under(NATIONAL_DAY)
                .openings(LocalDate.of(2025, 9, 1));

        assertThat(openings)
                .containsExactly(
                        new Opening(0, 18 * 60, true, "ask"),
                        new Opening(18 * 60, 20 * 60, false, null),
                        new Opening(20 * 60, 24 * 60, true, "ask"));
    }

    @Test
    void whatACommaAddsToAFallbackIsAFallbackToo() {
        var openings = OpeningHours.parse(
                        "Mo 18:00-20:00 || Mo 17:00-18:00 unknown, Mo 19:00-21:00 unknown; Su 10:00-12:00")
                .under(NATIONAL_DAY)
                .openings(LocalDate.of(2025, 9, 1));

        assertThat(openings)
                .containsExactly(
                        new Opening(17 * 60, 18 * 60, true, null),
                        new Opening(18 * 60, 20 * 60, false, null),
                        new Opening(20 * 60, 21 * 60, true, null));
    }

    @Test
    void carriesTheOwnersWords() {
        var openings = OpeningHours.parse("Mo 18:00-20:00 open \"side door\"; Tu \"ask\"")
                .under(NATIONAL_DAY)
                .openings(LocalDate.of(2025, 9, 1));

        assertThat(openings).containsExactly(new Opening(18 * 60, 20 * 60, false, "side door"));
    }

    @ParameterizedTest(name = "{0} lasts {2} on {1}")
    @CsvSource({
        "24/7,                  2026-03-29, PT23H",
        "24/7,                  2026-10-25, PT25H",
        "Su 00:00-04:00,        2026-03-29, PT3H",
        "Su 00:00-04:00,        2026-10-25, PT5H",
        "Su 01:00-02:30,        2026-03-29, PT1H30M",
        "Su 02:30-04:00,        2026-10-25, PT2H30M",
        "Su 18:00-24:00,        2026-03-29, PT6H",
        "Su 02:59-03:00,        2026-03-29, PT0S",
    })
    void keepsWallClockTimeOnDaysOf23And25Hours(String text, LocalDate day, Duration expected) {
        var intervals = OpeningHours.parse(text).expand(day, day.plusDays(1), BERLIN, NATIONAL_DAY);

        var length = intervals.stream()
                .map(open -> Duration.between(open.start(), open.end()))
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(length).isEqualTo(expected);
    }

    @Test
    void takesTheFirstOfTwoTimesThatTheClockShowsTwice() {
        var day = LocalDate.of(2026, 10, 25);

        var intervals = OpeningHours.parse("02:30-02:45").expand(day, day.plusDays(1), BERLIN, NATIONAL_DAY);

        assertThat(intervals).singleElement().satisfies(open -> assertThat(open.start())
                .isEqualTo("2026-10-25T00:30:00Z"));
    }

    @Test
    void bringsTheTailOfTheNightBeforeAndCutsTheLastNight() {
        var monday = LocalDate.of(2025, 9, 1);

        var intervals =
                OpeningHours.parse("22:00-02:00").expand(monday, monday.plusDays(1), ZoneId.of("UTC"), NATIONAL_DAY);

        assertThat(intervals.toString())
                .isEqualTo("[Interval[start=2025-09-01T00:00:00Z, end=2025-09-01T02:00:00Z, unknown=false], "
                        + "Interval[start=2025-09-01T22:00:00Z, end=2025-09-02T00:00:00Z, unknown=false]]");
    }

    @Test
    void joinsWhatTouchesAcrossMidnight() {
        var monday = LocalDate.of(2025, 9, 1);

        assertThat(OpeningHours.parse("Mo-Su").expand(monday, monday.plusYears(20), BERLIN, NATIONAL_DAY))
                .hasSize(1);
    }

    @Test
    void refusesPeriodsAndResultsWithoutEnd() {
        var from = LocalDate.of(2025, 1, 1);

        assertThatThrownBy(() -> OpeningHours.parse("24/7").expand(from, from.plusYears(61), BERLIN, NATIONAL_DAY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> OpeningHours.parse("00:00-24:00/2").expand(from, from.plusYears(1), BERLIN, NATIONAL_DAY))
                .isInstanceOf(UnsupportedHours.class);
    }

    private static String shown(Opening opening) {
        return clock(opening.fromMinute()) + "-" + clock(opening.toMinute()) + (opening.unknown() ? "?" : "");
    }

    private static String clock(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }
}
