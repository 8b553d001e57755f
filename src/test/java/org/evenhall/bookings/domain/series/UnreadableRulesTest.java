package org.evenhall.bookings.domain.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.Violation;
import org.evenhall.platform.text.Languages;
import org.evenhall.platform.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableRulesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant START = Instant.parse("2026-11-23T17:30:00Z");
    private static final TimeRange FIRST = new TimeRange(START, START.plus(Duration.ofHours(2)));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                          | part            | ''
            RRULE:                                      | part            | ''
            WEEKLY                                      | part            | WEEKLY
            FREQ=WEEKLY;COUNT=                          | part            | COUNT=
            FREQ=WEEKLY;;COUNT=3                        | part            | ''
            FREQ=WEEKLY;COUNT=3;BYEASTER=0              | unknown         | BYEASTER
            FREQ=WEEKLY;COUNT=3;BYSECOND=0              | unknown         | BYSECOND
            RSCALE=CHINESE;FREQ=YEARLY;COUNT=3          | unknown         | RSCALE
            FREQ=WEEKLY;COUNT=3;COUNT=3                 | twice           | COUNT
            FREQ=WEEKLY COUNT=3                         | character       | U+0020
            FREQ=WEEKLY，COUNT=3                         | character       | U+FF0C
            FREQ=每周;COUNT=3                            | character       | 每
            FREQ=WEEKLY;COUNT=３                         | character       | ３
            FREQ=WEEKLY;COUNT=3;BYDAY=ſU                | character       | ſ
            FREQ=WEEKLY:COUNT=3                         | character       | :
            COUNT=3                                     | no-frequency    |
            FREQ=FORTNIGHTLY;COUNT=3                    | frequency       | FORTNIGHTLY
            FREQ=SECONDLY;COUNT=3                       | within-a-day    | SECONDLY
            FREQ=HOURLY                                 | within-a-day    | HOURLY
            FREQ=WEEKLY                                 | endless         |
            FREQ=DAILY;INTERVAL=1000                    | endless         |
            FREQ=WEEKLY;COUNT=3;UNTIL=20270101          | count-and-until |
            FREQ=WEEKLY;COUNT=0                         | bad-number      | COUNT
            FREQ=WEEKLY;COUNT=-3                        | bad-number      | COUNT
            FREQ=WEEKLY;COUNT=3.5                       | character       | .
            FREQ=WEEKLY;COUNT=99999999999999999999      | too-many-dates  | 200
            FREQ=WEEKLY;COUNT=201                       | too-many-dates  | 200
            FREQ=WEEKLY;INTERVAL=0;COUNT=3              | bad-number      | INTERVAL
            FREQ=WEEKLY;INTERVAL=-1;COUNT=3             | bad-number      | INTERVAL
            FREQ=WEEKLY;INTERVAL=4294967297;COUNT=3     | bad-number      | INTERVAL
            FREQ=WEEKLY;UNTIL=2027-01-01                | bad-until       | 2027-01-01
            FREQ=WEEKLY;UNTIL=20270229                  | bad-until       | 20270229
            FREQ=WEEKLY;UNTIL=20270101T2500             | bad-until       | 20270101T2500
            FREQ=WEEKLY;UNTIL=20270101T250000Z          | bad-until       | 20270101T250000Z
            FREQ=WEEKLY;COUNT=3;BYDAY=MO,XX             | bad-day         | BYDAY
            FREQ=WEEKLY;COUNT=3;BYDAY=MO,               | bad-day         | BYDAY
            FREQ=WEEKLY;COUNT=3;WKST=1MO                | bad-day         | WKST
            FREQ=MONTHLY;COUNT=3;BYDAY=0MO              | bad-number      | BYDAY
            FREQ=MONTHLY;COUNT=3;BYDAY=54MO             | bad-number      | BYDAY
            FREQ=YEARLY;COUNT=3;BYMONTH=13              | bad-number      | BYMONTH
            FREQ=MONTHLY;COUNT=3;BYMONTHDAY=0           | bad-number      | BYMONTHDAY
            FREQ=MONTHLY;COUNT=3;BYMONTHDAY=1,,2        | bad-number      | BYMONTHDAY
            FREQ=MONTHLY;COUNT=3;BYMONTHDAY=-32         | bad-number      | BYMONTHDAY
            FREQ=DAILY;COUNT=3;BYHOUR=24                | bad-number      | BYHOUR
            FREQ=MONTHLY;COUNT=3;BYSETPOS=1             | alone           | BYSETPOS
            FREQ=WEEKLY;COUNT=3;BYDAY=MO,2TU            | not-together    | BYDAY=2TU
            FREQ=YEARLY;COUNT=3;BYDAY=2TU;BYWEEKNO=20   | not-together    | BYDAY=2TU
            FREQ=YEARLY;COUNT=3;BYDAY=2FR;BYMONTHDAY=13 | not-together    | BYDAY=2FR
            FREQ=YEARLY;COUNT=3;BYWEEKNO=20;BYSETPOS=1  | not-together    | BYWEEKNO
            FREQ=WEEKLY;COUNT=3;BYMONTHDAY=13           | not-together    | BYMONTHDAY
            FREQ=MONTHLY;COUNT=3;BYYEARDAY=100          | not-together    | BYYEARDAY
            FREQ=DAILY;COUNT=3;BYWEEKNO=20              | not-together    | BYWEEKNO
            FREQ=DAILY;COUNT=3;BYHOUR=1,2,3,4,5;BYMINUTE=0,10,20,30,40 | too-many-times | 24
            """)
    void areRefusedByTheNameOfWhatIsWrong(String rrule, String reason, String named) {
        Violation violation = refusalOf(rrule);

        assertThat(violation.field()).isEqualTo("rrule");
        assertThat(violation.key()).isEqualTo("recurrence." + reason);
        if (named == null) {
            assertThat(violation.args()).isEmpty();
        } else {
            assertThat(String.valueOf(violation.args().get(0))).isEqualTo(named);
        }
        for (var language : Languages.SPOKEN) {
            assertThat(Messages.text(language, violation.key(), violation.args().toArray()))
                    .as(language.getLanguage())
                    .isNotEqualTo(violation.key())
                    .contains(named == null ? "" : named);
        }
    }

    @Test
    void areToldFromThoseThatNameTooMuch() {
        assertThat(List.of(
                        refusalOf("COUNT=3").rule(),
                        refusalOf("FREQ=HOURLY;COUNT=3").rule(),
                        refusalOf("FREQ=DAILY").rule(),
                        refusalOf("FREQ=DAILY;COUNT=201").rule(),
                        refusalOf("FREQ=DAILY;UNTIL=20261101").rule()))
                .containsExactly("format", "frequency", "endless", "too-many-dates", "no-date");
    }

    @Test
    @Timeout(1)
    void areNotReadWhereTheyAreTooLong() {
        assertThat(refusalOf("FREQ=DAILY;COUNT=3;BYHOUR=" + "1,".repeat(5_000_000))
                        .key())
                .isEqualTo("recurrence.too-long");
    }

    @Test
    void areNotRepeatedAtLength() {
        assertThat(refusalOf("FREQ=WEEKLY;UNTIL=" + "9".repeat(200)).args()).containsExactly("9".repeat(59) + "…");
    }

    @Test
    void areRefusedWhereTheyHoldWhatIsNoText() {
        assertThat(refusalOf("FREQ=DAILY;COUNT=3\uD800").args()).containsExactly("U+D800");
        assertThat(refusalOf("FREQ=DAILY;COUNT=3\nDTSTART:20261123").args()).containsExactly("U+000A");
        assertThat(refusalOf("FREQ=DAILY;COUNT=3\u0000").args()).containsExactly("U+0000");
    }

    /** Each of these makes the library look through a thousand years, or count out a large year. */
    @ParameterizedTest
    @Timeout(5)
    @ValueSource(
            strings = {
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;UNTIL=99991231",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;BYHOUR=0,1,2,3,4,5;BYMINUTE=0,15,30,45;COUNT=200",
                "FREQ=WEEKLY;BYMONTH=8;BYDAY=SU;BYSETPOS=-4,-2;COUNT=25",
                "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-366;BYHOUR=0,1,2,3,4,5;BYMINUTE=0,9;UNTIL=99991231",
                "FREQ=YEARLY;INTERVAL=1000;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-366;COUNT=200",
                "FREQ=WEEKLY;BYWEEKNO=-47,45;BYDAY=SU,SA,WE,TU;INTERVAL=1;UNTIL=99991231",
                "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=0,1,2,3,4,5;BYMINUTE=0,9;COUNT=1"
            })
    void areRefusedSoonWhereDatesAreRareOrMany(String rrule) {
        assertThat(refusalOf(rrule).rule()).isIn("no-date", "too-many-dates", "too-far");
    }

    /** However its parts are thrown together, a rule is refused or makes at most 200 slots from the start on, and soon. */
    @Test
    @Timeout(60)
    void orReadableOnesAreAnsweredAtOnce() {
        var random = new Random(5545);
        int read = 0;
        for (int i = 0; i < 1_500; i++) {
            String rrule = thrownTogether(random);
            long since = System.nanoTime();
            try {
                List<TimeRange> slots = Recurrence.parse(rrule).slots(FIRST, BERLIN);
                assertThat(slots).as(rrule).isSorted().hasSizeBetween(1, Recurrence.MOST_DATES);
                assertThat(slots.get(0).start()).as(rrule).isAfterOrEqualTo(START);
                read++;
            } catch (Refused refused) {
                assertThat(refused.reason()).as(rrule).isEqualTo(Reason.INVALID);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - since)).as(rrule).isLessThan(Duration.ofSeconds(3));
        }
        assertThat(read).isGreaterThan(300);
    }

    private static String thrownTogether(Random random) {
        var rule = new StringBuilder("FREQ=")
                .append(Frequency.values()[random.nextInt(4)])
                .append(random.nextBoolean() ? ";COUNT=" + (1 + random.nextInt(200)) : ";UNTIL=20291231");
        if (random.nextInt(3) == 0) {
            rule.append(";INTERVAL=").append(1 + random.nextInt(random.nextBoolean() ? 4 : 1_000));
        }
        for (NumberPart part : NumberPart.values()) {
            if (random.nextInt(4) == 0) {
                rule.append(';').append(part).append('=').append(numbers(random, part));
            }
        }
        if (random.nextInt(3) == 0) {
            rule.append(";BYDAY=")
                    .append(random.nextInt(4) == 0 ? random.nextInt(-5, 6) + "" : "")
                    .append("TU,FR");
        }
        return rule.toString();
    }

    private static String numbers(Random random, NumberPart part) {
        var list = new StringBuilder();
        for (int i = random.nextInt(5); i >= 0; i--) {
            list.append(random.nextInt(part.least(), part.most() + 1)).append(i == 0 ? "" : ",");
        }
        return list.toString();
    }

    private static Violation refusalOf(String rrule) {
        var refused = catchThrowableOfType(
                Refused.class, () -> Recurrence.parse(rrule).slots(FIRST, BERLIN));
        assertThat(refused.reason()).isEqualTo(Reason.INVALID);
        assertThat(refused.violations()).hasSize(1);
        return refused.violations().get(0);
    }
}
