package org.evenhall.bookings.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-28T18:00, 20:00, 2026-11-28T20:00",
        "2026-11-28T22:00, 00:00, 2026-11-29T00:00",
        "2026-11-28T22:00, 05:55, 2026-11-29T05:55",
        "2026-11-28T22:00, 06:00, 2026-11-28T06:00",
        "2026-11-28T18:00, 17:00, 2026-11-28T17:00",
        "2026-11-28T02:00, 04:00, 2026-11-28T04:00"
    })
    void endsInTheNightThatFollowsAtTheLatest(LocalDateTime start, String typed, LocalDateTime end) {
        assertThat(TypedTime.end(start, typed)).isEqualTo(end);
    }
}
