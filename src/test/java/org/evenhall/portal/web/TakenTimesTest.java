package org.evenhall.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.evenhall.availability.FreeDay;
import org.evenhall.kernel.TimeRange;
import org.junit.jupiter.api.Test;

class TakenTimesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    @Test
    void areWhatIsOpenAndNotFree() {
        assertThat(TakenTimes.of(day("18:00", "21:00", "19:00", "21:00"), at("09:00")))
                .containsExactly(range("18:00", "19:00"));
    }

    @Test
    void doNotHoldTheRestOfTheFiveMinutesThatArePassing() {
        assertThat(TakenTimes.of(day("10:00", "22:00", "10:20", "22:00"), at("10:17")))
                .isEmpty();
    }

    @Test
    void beginWithTheNextFiveMinutesWhereSomebodyIsThere() {
        assertThat(TakenTimes.of(day("10:00", "22:00", "11:00", "22:00"), at("10:17")))
                .containsExactly(range("10:20", "11:00"));
    }

    private static FreeDay day(String opens, String closes, String freeFrom, String freeTo) {
        return new FreeDay(
                DAY,
                List.of(range(opens, closes)),
                List.of(new FreeDay.FreeRange(range(freeFrom, freeTo), 1)),
                null,
                null);
    }

    private static TimeRange range(String from, String to) {
        return new TimeRange(at(from), at(to));
    }

    private static Instant at(String clock) {
        return Instant.parse(DAY + "T" + clock + ":00Z");
    }
}
