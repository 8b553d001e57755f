package org.evenhall.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.Reason;
import org.junit.jupiter.api.Test;

class JsonTest {

    private record Times(OffsetDateTime at, LocalDate day, Duration length, ZoneId zone, Instant instant) {}

    private record Mixed(String text, Object nothing, Reason reason, double share, Double none, List<Integer> list) {}

    @Test
    void writesTimesAsIsoWithSecondsAndOffset() {
        var times = new Times(
                OffsetDateTime.parse("2026-11-23T18:30+01:00"),
                LocalDate.of(2026, 11, 23),
                Duration.ofHours(2),
                ZoneId.of("Europe/Berlin"),
                Instant.EPOCH);

        assertThat(Json.text(times)).isEqualTo("""
                {"at":"2026-11-23T18:30:00+01:00","day":"2026-11-23","length":"PT2H","zone":"Europe/Berlin",\
                "instant":"1970-01-01T00:00:00Z"}""");
    }

    @Test
    void statesNullsAndKeepsTheOrderOfTheRecord() {
        var mixed = new Mixed("\"中\n", null, Reason.BUSY, 0.25, Double.NaN, Arrays.asList(1, null));

        assertThat(Json.text(mixed)).isEqualTo("""
                {"text":"\\"中\\n","nothing":null,"reason":"BUSY","share":0.25,"none":null,"list":[1,null]}""");
    }

    @Test
    void writesPagesAndMapsOfWhatever() {
        assertThat(Json.text(new Page<>(List.of(Map.of("a", 1)), 1, 0, 50))).isEqualTo("""
                {"items":[{"a":1}],"total":1,"page":0,"size":50}""");
    }
}
