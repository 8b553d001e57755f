package org.evenhall.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.evenhall.availability.FreeDay;
import org.evenhall.availability.FreeDay.FreeRange;
import org.evenhall.kernel.TimeRange;
import org.evenhall.portal.web.EveningBar.Stretch;
import org.junit.jupiter.api.Test;

class EveningBarTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-23");
    private static final FreeDay EVENING = new FreeDay(
            DAY,
            List.of(range("17:00", "20:30")),
            List.of(new FreeRange(range("17:00", "17:30"), 4), new FreeRange(range("19:00", "20:30"), 4)),
            null,
            null);

    @Test
    void whatIsOpenAndNotFreeIsTaken() {
        var bar = EveningBar.of(EVENING, null, 17, 22, at("08:00"));
        assertThat(bar.length()).isEqualTo(300);
        assertThat(bar.free()).containsExactly(new Stretch(60, 30), new Stretch(180, 90));
        assertThat(bar.taken()).containsExactly(new Stretch(90, 90));
        assertThat(bar.hours()).containsExactly(17, 18, 19, 20, 21, 22);
    }

    @Test
    void whatHasPassedIsNeitherFreeNorTaken() {
        var bar = EveningBar.of(EVENING, null, 17, 22, at("18:00"));
        assertThat(bar.taken()).containsExactly(new Stretch(120, 60));
    }

    @Test
    void theLastHourWrittenStandsAtTheEndOfTheBar() {
        var bar = EveningBar.of(EVENING, null, 9, 22, at("08:00"));
        assertThat(bar.hours()).containsExactly(9, 11, 13, 15, 17, 19, 21, 23);
        assertThat(bar.length()).isEqualTo(14 * 60);
    }

    @Test
    void standsStillWhenTheClocksAreChanged() {
        var zone = ZoneId.of("Europe/Berlin");
        var day = LocalDate.parse("2026-10-25");
        var open = new TimeRange(
                day.atTime(18, 0).atZone(zone).toInstant(),
                day.atTime(20, 0).atZone(zone).toInstant());
        var free = new FreeDay(day, List.of(open), List.of(new FreeRange(open, 4)), null, null);
        assertThat(EveningBar.of(free, null, 17, 22, new Moment(Instant.EPOCH, zone))
                        .free())
                .containsExactly(new Stretch(60, 120));
    }

    private static Moment at(String utc) {
        return new Moment(instant(utc), ZoneId.of("Europe/Berlin"));
    }

    private static TimeRange range(String from, String to) {
        return new TimeRange(instant(from), instant(to));
    }

    private static Instant instant(String utc) {
        return Instant.parse(DAY + "T" + utc + ":00Z");
    }
}
