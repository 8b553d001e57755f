package org.evenhall.openings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.WallClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EveningTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static TimeRange open(String day, int fromHour, int toHour) {
        var date = LocalDate.parse(day);
        return new TimeRange(WallClock.at(date, fromHour * 60, BERLIN), WallClock.at(date, toHour * 60, BERLIN));
    }

    @ParameterizedTest(name = "{0}: {1} to {2} is {3} hours, {4} of them in the evening")
    @CsvSource({
        "2026-11-23, 18, 22,  4, 4",
        "2026-11-23, 16, 20,  4, 2",
        "2026-11-23, 20, 26,  6, 2",
        "2026-11-23,  8, 18, 10, 0",
        "2026-11-23, 22, 26,  4, 0",
        "2026-11-23,  0, 24, 24, 4",
        "2026-11-23, 18, 44, 26, 6",
        "2026-03-29,  0, 24, 23, 4",
        "2026-03-28, 20, 28,  7, 2",
        "2026-10-25,  0, 24, 25, 4",
        "2026-10-24, 20, 28,  9, 2"
    })
    void countsElapsedTimeAndWhatOfItLiesBetweenSixAndTen(String day, int from, int to, int hours, int evening) {
        assertThat(Evening.measure(List.of(open(day, from, to)), BERLIN))
                .isEqualTo(new OpenTime(hours * 3_600L, evening * 3_600L));
    }

    @Test
    void severalOpeningsOfADayAddUp() {
        assertThat(Evening.measure(List.of(open("2026-11-23", 10, 12), open("2026-11-23", 17, 19)), BERLIN))
                .isEqualTo(new OpenTime(4 * 3_600, 3_600));
    }

    @Test
    void theEveningIsThatOfThePlace() {
        var shanghai = ZoneId.of("Asia/Shanghai");
        assertThat(Evening.of(LocalDate.parse("2026-11-23"), shanghai).start()).isEqualTo("2026-11-23T10:00:00Z");
        assertThat(Evening.measure(List.of(open("2026-11-23", 12, 14)), shanghai)
                        .eveningSeconds())
                .isEqualTo(2 * 3_600);
    }
}
