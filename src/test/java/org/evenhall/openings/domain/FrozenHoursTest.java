package org.evenhall.openings.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.WallClock;
import org.evenhall.openings.OpenDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrozenHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest(name = "{0}: {1} to {2}, {3}")
    @CsvSource({
        "2026-11-23, 1080, 1290, 1080-1290",
        "2026-11-23, 1320, 1560, 1320-1560",
        "2026-11-23,    0, 1440, 0-1440",
        "2026-03-29,    0, 1440, 0-1440",
        "2026-03-29,   60,  240, 60-240",
        "2026-03-28, 1320, 1680, 1320-1680",
        "2026-10-25,    0, 1440, 0-1440",
        "2026-10-25,   60,  150, 60-150",
        "2026-10-25,  150,  180, 150-180",
        "2026-10-24, 1320, 1590, 1320-1590"
    })
    void isWrittenByTheClockOnTheWallAndReadBackToTheSecond(String day, int from, int to, String written) {
        var date = LocalDate.parse(day);
        var open = new OpenDay(
                date, List.of(new TimeRange(WallClock.at(date, from, BERLIN), WallClock.at(date, to, BERLIN))), null);

        assertThat(FrozenHours.write(open, BERLIN)).isEqualTo(written);
        assertThat(FrozenHours.read(written, date, BERLIN)).isEqualTo(open);
    }

    @Test
    void aClosedDayIsWrittenAsNothing() {
        var closed = new OpenDay(LocalDate.parse("2026-11-23"), List.of(), "closed.that-day");

        assertThat(FrozenHours.write(closed, BERLIN)).isEmpty();
        assertThat(FrozenHours.read("", closed.date(), BERLIN)).isEqualTo(closed);
    }

    @Test
    void aDayEndsWhenTheNextBegins() {
        assertThat(FrozenHours.endOf(LocalDate.parse("2026-03-29"), BERLIN)).isEqualTo("2026-03-29T22:00:00Z");
        assertThat(FrozenHours.endOf(LocalDate.parse("2026-10-25"), BERLIN)).isEqualTo("2026-10-25T23:00:00Z");
        assertThat(FrozenHours.endOf(LocalDate.parse("2018-11-03"), ZoneId.of("America/Sao_Paulo")))
                .as("a day that begins at one o'clock")
                .isEqualTo("2018-11-04T03:00:00Z");
    }
}
