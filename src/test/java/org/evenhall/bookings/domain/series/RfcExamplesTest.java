package org.evenhall.bookings.domain.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.evenhall.bookings.domain.series.RfcExamples.Example;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RfcExamplesTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void areThirtySevenAndFourOfThemComeRoundWithinADay() throws IOException {
        assertThat(RfcExamples.all()).hasSize(37);
        assertThat(RfcExamples.withinADay()).hasSize(4);
    }

    /** Most of them run across a change of the clocks, in New York as in the RFC. */
    @ParameterizedTest
    @MethodSource("org.evenhall.bookings.domain.series.RfcExamples#daily")
    void becomeSlotsAtTheirTimesOfDay(Example example) {
        Instant start = example.start().atZone(NEW_YORK).toInstant();

        List<TimeRange> slots = Recurrence.parse(example.rrule())
                .slots(new TimeRange(start, start.plus(Duration.ofMinutes(90))), NEW_YORK);

        assertThat(slots.stream().map(slot -> LocalDateTime.ofInstant(slot.start(), NEW_YORK)))
                .isEqualTo(example.dates());
        assertThat(slots).allMatch(slot -> slot.length().equals(Duration.ofMinutes(90)));
    }

    @ParameterizedTest
    @MethodSource("org.evenhall.bookings.domain.series.RfcExamples#withinADay")
    void areNoSeriesWithinADay(Example example) {
        var refusal = catchThrowableOfType(Refused.class, () -> Recurrence.parse(example.rrule()));

        assertThat(refusal.violations())
                .extracting("rule", "field", "key")
                .containsExactly(tuple("frequency", "rrule", "recurrence.within-a-day"));
    }
}
