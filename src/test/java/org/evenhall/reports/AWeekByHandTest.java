package org.evenhall.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.evenhall.availability.Usage.Claimed;
import org.evenhall.bookings.BookingFigures.Counts;
import org.evenhall.kernel.TimeRange;
import org.evenhall.openings.Evening;
import org.evenhall.openings.OpenDay;
import org.evenhall.openings.OpenTime;
import org.evenhall.reports.domain.ClosedTime;
import org.evenhall.reports.domain.Figures;
import org.evenhall.reports.domain.Group;
import org.evenhall.reports.domain.Tally;
import org.evenhall.spaces.ListedSpaces;
import org.junit.jupiter.api.Test;

/** The arithmetic, with {@link AWeek} worked out by hand. Seconds: an hour is 3,600. */
class AWeekByHandTest {

    private static final int HOUR = 3600;

    private static final Group SCHOOL = new Group("school", "School");
    private static final Group LIBRARY = new Group("library", "Library");

    private static OpenTime open(List<OpenDay> days) {
        return days.stream()
                .map(day -> Evening.measure(day.open(), ListedSpaces.BERLIN))
                .reduce(OpenTime.NONE, OpenTime::plus);
    }

    private static OpenTime closed(List<OpenDay> days, List<TimeRange> closures) {
        return ClosedTime.of(days, closures, ListedSpaces.BERLIN);
    }

    /** Mo, We and Th 3.5 h each; Tu is closed, Friday a holiday. Booked 1.5 h + 20 min + 1.5 h, all in the evening. */
    private static Figures classroom() {
        var days = AWeek.days(AWeek.CLASSROOM);
        int booked = 3 * HOUR + HOUR / 3;
        return Figures.of(
                open(days), closed(days, AWeek.CLASSROOM_CLOSED), new Claimed(booked, booked), new Counts(3, 1, 0, 11));
    }

    /** Sa 20:00-3:00 is six hours in the night of the change, Fr seven; the evening is 20:00 to 22:00 of both. */
    private static Figures nightRoom() {
        return Figures.of(
                open(AWeek.days(AWeek.NIGHT_ROOM)),
                OpenTime.NONE,
                new Claimed(5 * HOUR + HOUR / 2, HOUR),
                new Counts(3, 0, 1, 6));
    }

    /** Sa 9 h, Su 9 h less two; of the evening one hour on Sa, none on Su. */
    private static Figures halfHall() {
        var days = AWeek.days(AWeek.HALL);
        return Figures.of(
                open(days), closed(days, AWeek.HALL_CLOSED), new Claimed(HOUR, HOUR / 2), new Counts(1, 0, 0, 20));
    }

    @Test
    void aHolidayAndAClosedEveningAreNotOpen() {
        assertThat(classroom()).isEqualTo(new Figures(37_800, 12_000, 37_800, 12_000, 3, 1, 0, 11));
    }

    @Test
    void theNightInWhichTheClocksGoForwardIsAnHourShorter() {
        assertThat(nightRoom()).isEqualTo(new Figures(13 * HOUR, 19_800, 4 * HOUR, HOUR, 3, 0, 1, 6));
    }

    @Test
    void aClosureTakesOnlyWhatWasOpen() {
        assertThat(halfHall()).isEqualTo(new Figures(16 * HOUR, HOUR, HOUR, HOUR / 2, 1, 0, 0, 20));
    }

    @Test
    void whatIsClosedTwiceIsClosedOnce() {
        var days = AWeek.days(AWeek.CLASSROOM);
        var whole = AWeek.at("03-30T00:00", "04-01T00:00");
        var within = AWeek.at("03-30T19:00", "03-30T20:00");
        assertThat(closed(days, List.of(within, whole, within))).isEqualTo(new OpenTime(7 * HOUR, 7 * HOUR));
    }

    @Test
    void aClosureAfterMidnightTakesFromTheDayThatOpened() {
        var saturday = AWeek.days(AWeek.NIGHT_ROOM).subList(0, 1);
        // 1:00 to 3:00 by the clock, of which an hour does not exist
        assertThat(closed(saturday, List.of(AWeek.at("03-29T01:00", "03-29T03:00"))))
                .isEqualTo(new OpenTime(HOUR, 0));
    }

    @Test
    void anHourOfOpeningIsSixtyMinutesOnDaysOfTwentyThreeAndTwentyFiveHoursToo() {
        var spring = LocalDate.of(2026, 3, 29);
        var autumn = LocalDate.of(2026, 10, 25);
        assertThat(open(AWeek.days("24/7", spring, spring.plusDays(1)))).isEqualTo(new OpenTime(23 * HOUR, 4 * HOUR));
        assertThat(open(AWeek.days("24/7", autumn, autumn.plusDays(1)))).isEqualTo(new OpenTime(25 * HOUR, 4 * HOUR));
    }

    @Test
    void theTotalIsOfSecondsAndNotOfWhatWasRounded() {
        var tally = new Tally();
        tally.add(List.of(SCHOOL), "classroom", classroom());
        tally.add(List.of(SCHOOL), "half", halfHall());
        tally.add(List.of(LIBRARY), "night", nightRoom());
        assertThat(tally.rows(Comparator.comparing(Group::label)))
                .containsExactly(
                        new Tally.Sum(LIBRARY, 1, nightRoom()),
                        new Tally.Sum(SCHOOL, 2, new Figures(95_400, 15_600, 41_400, 13_800, 4, 1, 0, 31)));
        assertThat(tally.total())
                .isEqualTo(new Tally.Sum(null, 3, new Figures(142_200, 35_400, 55_800, 17_400, 7, 1, 1, 37)));
    }

    @Test
    void aSpaceOfTwoGroupsOrTwoMonthsIsOneSpace() {
        var tally = new Tally();
        tally.add(List.of(SCHOOL, LIBRARY), "shared", halfHall());
        tally.add(List.of(SCHOOL), "shared", halfHall());
        assertThat(tally.rows(Comparator.comparing(Group::label)))
                .extracting(Tally.Sum::spaces)
                .containsExactly(1, 1);
        assertThat(tally.total()).isEqualTo(new Tally.Sum(null, 1, halfHall().plus(halfHall())));
    }

    @Test
    void hoursAndSharesAreRoundedHalfUpToFourPlaces() {
        var row = UtilisationRow.of("k", "l", new Tally.Sum(null, 1, classroom()));
        assertThat(row)
                .isEqualTo(new UtilisationRow(
                        "k",
                        "l",
                        1,
                        new BigDecimal("10.5"),
                        new BigDecimal("3.3333"),
                        null,
                        new BigDecimal("0.3175"), // 0.31746
                        3,
                        1,
                        0,
                        11,
                        new BigDecimal("10.5"),
                        new BigDecimal("3.3333")));
    }

    @Test
    void wholeHundredsAreWrittenOut() {
        var figures = Figures.of(new OpenTime(100 * HOUR, 0), OpenTime.NONE, Claimed.NOTHING, Counts.NONE);
        var row = UtilisationRow.of("k", "l", new Tally.Sum(null, 1, figures));
        assertThat(row.openHours()).hasToString("100");
        assertThat(row.bookedHours()).hasToString("0");
        assertThat(row.utilisation()).hasToString("0.0000");
    }

    @Test
    void whereNothingWasOpenNoShareIsTold() {
        var figures = Figures.of(OpenTime.NONE, OpenTime.NONE, new Claimed(HOUR, HOUR), new Counts(1, 0, 0, 2));
        assertThat(UtilisationRow.of("k", "l", new Tally.Sum(null, 1, figures)).utilisation())
                .isNull();
    }
}
