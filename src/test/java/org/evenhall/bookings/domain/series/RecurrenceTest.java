package org.evenhall.bookings.domain.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void staysAtHalfPastSixWhenTheClocksGoForward() {
        assertThat(starts("2027-03-23T18:30:00+01:00", "FREQ=WEEKLY;COUNT=2"))
                .containsExactly("2027-03-23T18:30+01:00", "2027-03-30T18:30+02:00");
    }

    @Test
    void staysAtHalfPastSixWhenTheClocksGoBack() {
        assertThat(starts("2026-10-20T18:30:00+02:00", "FREQ=WEEKLY;COUNT=2"))
                .containsExactly("2026-10-20T18:30+02:00", "2026-10-27T18:30+01:00");
    }

    @Test
    void movesAStartThatTheClocksSkipForwardByTheGapAndTheNextOnesNot() {
        assertThat(starts("2027-03-21T02:30:00+01:00", "FREQ=WEEKLY;COUNT=3"))
                .containsExactly("2027-03-21T02:30+01:00", "2027-03-28T03:30+02:00", "2027-04-04T02:30+02:00");
    }

    @Test
    void takesTheFirstOfTwoStartsThatTheClocksRepeat() {
        assertThat(starts("2026-10-18T02:30:00+02:00", "FREQ=WEEKLY;COUNT=3"))
                .containsExactly("2026-10-18T02:30+02:00", "2026-10-25T02:30+02:00", "2026-11-01T02:30+01:00");
    }

    @Test
    void leavesAFirstSlotWhereItWasStatedEvenInTheRepeatedHour() {
        assertThat(starts("2026-10-25T02:30:00+01:00", "FREQ=DAILY;COUNT=2"))
                .containsExactly("2026-10-25T02:30+01:00", "2026-10-26T02:30+01:00");
    }

    @Test
    void lastsAsLongInElapsedTimeAcrossAChangeOfTheClocks() {
        List<TimeRange> slots = slots("2027-03-20T22:00:00+01:00", Duration.ofHours(6), "FREQ=WEEKLY;COUNT=2");

        assertThat(slots).extracting(TimeRange::length).containsOnly(Duration.ofHours(6));
        assertThat(slots.get(1).end().atZone(BERLIN).toLocalDateTime())
                .isEqualTo(LocalDateTime.parse("2027-03-28T05:00"));
    }

    @Test
    void namesASlotOnceWhereASkippedStartMeetsAnother() {
        assertThat(starts("2027-03-28T01:30:00+01:00", "FREQ=DAILY;BYHOUR=2,3;COUNT=3"))
                .containsExactly("2027-03-28T03:30+02:00", "2027-03-29T02:30+02:00");
    }

    @Test
    void keepsTheDayOfTheVenueWhereAnotherDayBeginsElsewhere() {
        assertThat(starts("2026-11-22T23:30:00Z", "FREQ=WEEKLY;BYDAY=MO;COUNT=2"))
                .containsExactly("2026-11-23T00:30+01:00", "2026-11-30T00:30+01:00");
    }

    @Test
    void keepsSecondsAndFractionsOfTheStart() {
        assertThat(starts("2026-11-23T18:30:12.345+01:00", "FREQ=DAILY;COUNT=2"))
                .containsExactly("2026-11-23T18:30:12.345+01:00", "2026-11-24T18:30:12.345+01:00");
    }

    @Test
    void leavesOutTheThirtyFirstOfMonthsThatHaveNone() {
        assertThat(starts("2027-01-31T18:00:00+01:00", "FREQ=MONTHLY;COUNT=3"))
                .containsExactly("2027-01-31T18:00+01:00", "2027-03-31T18:00+02:00", "2027-05-31T18:00+02:00");
    }

    @Test
    void booksNoTuesdayWhereTheRuleSaysMondays() {
        assertThat(starts("2026-11-24T18:30:00+01:00", "FREQ=WEEKLY;BYDAY=MO;COUNT=2"))
                .containsExactly("2026-11-30T18:30+01:00", "2026-12-07T18:30+01:00");
    }

    @ParameterizedTest
    @CsvSource({
        "20261207,               3",
        "20261206,               2",
        "20261207T183000,        3",
        "20261207T182959,        2",
        "20261207T173000Z,       3",
        "20261207T172959Z,       2",
        "20261123T173000Z,       1",
    })
    void endsWithTheDateThatUntilNamesItselfIncluded(String until, int dates) {
        assertThat(starts("2026-11-23T18:30:00+01:00", "FREQ=WEEKLY;UNTIL=" + until))
                .hasSize(dates);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=WEEKLY;COUNT=2;BYDAY=WE,MO",
                "RRULE:FREQ=WEEKLY;COUNT=2;BYDAY=MO,WE",
                "  rrule:byday=mo,we,mo;count=02;freq=weekly;interval=1;wkst=mo;  "
            })
    void isKeptInOneWayHoweverItWasWritten(String rrule) {
        assertThat(Recurrence.parse(rrule).text()).isEqualTo("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYMONTHDAY=2,3,4,5,6,7,8;BYDAY=TU;COUNT=3",
                "FREQ=MONTHLY;BYSETPOS=-2;BYDAY=MO,TU,WE,TH,FR;UNTIL=20271231",
                "FREQ=MONTHLY;BYDAY=-1SU,1SU;UNTIL=20271231T200000",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU;UNTIL=20271231T200000Z",
                "FREQ=DAILY;BYHOUR=9,10;BYMINUTE=0,20,40;COUNT=6"
            })
    void saysTheSameWhenItIsReadAgain(String rrule) {
        assertThat(Recurrence.parse(rrule).text()).isEqualTo(rrule);
    }

    @Test
    void namesTwoHundredDatesAndNotOneMore() {
        assertThat(starts("2026-11-23T18:30:00+01:00", "FREQ=DAILY;COUNT=200")).hasSize(200);
        assertThat(starts("2026-11-23T18:30:00+01:00", "FREQ=DAILY;UNTIL=20270610"))
                .hasSize(200)
                .endsWith("2027-06-10T18:30+02:00");

        assertThat(refusal("FREQ=DAILY;COUNT=201")).isEqualTo("recurrence.too-many-dates");
        assertThat(refusal("FREQ=DAILY;UNTIL=20270611")).isEqualTo("recurrence.too-many-dates");
        assertThat(refusal("FREQ=DAILY;UNTIL=99991231")).isEqualTo("recurrence.too-many-dates");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=WEEKLY;UNTIL=20261122                              | no-date",
                "FREQ=WEEKLY;UNTIL=20261123T182959                       | no-date",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1             | sparse",
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;UNTIL=29991231       | sparse",
                "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6;COUNT=2                | sparse",
                "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;BYMONTHDAY=1;COUNT=1   | sparse",
                "FREQ=YEARLY;INTERVAL=1000;COUNT=2                       | too-far"
            })
    void refusesRulesWhoseDatesCannotBeHad(String rrule, String reason) {
        assertThat(refusal(rrule)).isEqualTo("recurrence." + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=YEARLY;BYMONTHDAY=7;COUNT=2                       | 2026-12-07 2027-01-07",
                "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;COUNT=2               | 2026-12-28 2032-12-27",
                "FREQ=YEARLY;BYWEEKNO=-53;BYDAY=MO;COUNT=1              | 2031-12-29",
                "FREQ=YEARLY;BYWEEKNO=1;BYMONTH=12;BYDAY=TU;COUNT=1     | 2030-12-31",
                "FREQ=WEEKLY;INTERVAL=2;BYWEEKNO=-1,1,2;BYDAY=MO;COUNT=2 | 2027-01-04 2028-01-03",
                "FREQ=YEARLY;BYWEEKNO=20;COUNT=2                        | 2027-05-17 2028-05-15",
                "FREQ=MONTHLY;BYDAY=MO,TU,WE;BYSETPOS=2,-1;COUNT=3      | 2026-11-30 2026-12-02 2026-12-30",
                "FREQ=YEARLY;BYYEARDAY=10,320,340;BYSETPOS=1;COUNT=1    | 2027-01-10",
                "FREQ=YEARLY;BYMONTHDAY=1,23;BYSETPOS=-3;COUNT=2        | 2026-11-23 2027-11-23",
                "FREQ=WEEKLY;BYDAY=MO,FR;BYSETPOS=-1;COUNT=2            | 2026-11-27 2026-12-04",
                "FREQ=WEEKLY;BYHOUR=18,20;BYSETPOS=1;COUNT=2            | 2026-11-23 2026-11-30",
                "FREQ=MONTHLY;BYHOUR=8,20;BYSETPOS=-1;COUNT=2           | 2026-11-23 2026-12-23",
                "FREQ=YEARLY;BYHOUR=8,20;BYSETPOS=1;COUNT=1             | 2027-11-23",
                "FREQ=YEARLY;BYMONTH=5;BYHOUR=8,20;BYSETPOS=1;COUNT=1   | 2027-05-23",
                "FREQ=DAILY;BYHOUR=8,20;BYSETPOS=1;COUNT=2              | 2026-11-24 2026-11-25"
            })
    void countsWholeYearsMonthsAndWeeksAlsoWhereTheStartLiesWithinThem(String rrule, String dates) {
        assertThat(starts("2026-11-23T18:30:00+01:00", rrule).stream().map(start -> start.substring(0, 10)))
                .containsExactly(dates.split(" "));
    }

    /** The last date that counts is not searched for the one behind it. */
    @Test
    void takesOneDateThatNeverComesAgain() {
        assertThat(starts("2027-02-28T18:00:00+01:00", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=TU;COUNT=1"))
                .containsExactly("2028-02-29T18:00+01:00");
    }

    private static String refusal(String rrule) {
        var refused = catchThrowableOfType(Refused.class, () -> starts("2026-11-23T18:30:00+01:00", rrule));
        return refused.violations().get(0).key();
    }

    private static List<String> starts(String start, String rrule) {
        return slots(start, Duration.ofHours(2), rrule).stream()
                .map(slot -> slot.start().atZone(BERLIN).toOffsetDateTime().toString())
                .toList();
    }

    private static List<TimeRange> slots(String start, Duration length, String rrule) {
        Instant first = OffsetDateTime.parse(start).toInstant();
        return Recurrence.parse(rrule).slots(new TimeRange(first, first.plus(length)), BERLIN);
    }
}
