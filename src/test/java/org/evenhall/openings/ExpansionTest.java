package org.evenhall.openings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.junit.jupiter.api.Test;

class ExpansionTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate NATIONAL_WEEK = LocalDate.of(2026, 10, 7);

    private final Holidays holidays = new Holidays();

    @Test
    void closesOnHolidaysAndOpensOnTheWorkedSaturday() {
        var expansion = Expansion.of(
                "Mo-Fr 18:00-21:30; PH off",
                NATIONAL_WEEK,
                NATIONAL_WEEK.plusDays(4),
                SHANGHAI,
                holidays.in("CN", null));

        assertThat(expansion.intervals())
                .containsExactly(
                        open("2026-10-08T10:00:00Z", "2026-10-08T13:30:00Z"),
                        open("2026-10-09T10:00:00Z", "2026-10-09T13:30:00Z"),
                        open("2026-10-10T10:00:00Z", "2026-10-10T13:30:00Z"));
    }

    @Test
    void refusesWithThePartThatItDoesNotTake() {
        var refusal = catchThrowableOfType(Refused.class, () -> expand("Mo 18:00-sunset", NATIONAL_WEEK));

        assertThat(refusal.reason()).isEqualTo(Reason.INVALID);
        assertThat(refusal.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("openingHours");
            assertThat(violation.key()).isEqualTo("hours.unsupported.sun");
            assertThat(violation.args()).containsExactly("18:00-sunset");
        });
    }

    @Test
    void refusesPeriodsThatAreTooLongOrRunBackwards() {
        assertThat(catchThrowableOfType(Refused.class, () -> expand("24/7", NATIONAL_WEEK.plusYears(61)))
                        .violations())
                .extracting("rule")
                .containsExactly("longest-period");
        assertThat(catchThrowableOfType(Refused.class, () -> expand("24/7", NATIONAL_WEEK.minusDays(1)))
                        .violations())
                .extracting("rule")
                .containsExactly("order");
    }

    private Expansion expand(String text, LocalDate to) {
        return Expansion.of(text, NATIONAL_WEEK, to, SHANGHAI, holidays.in("CN", null));
    }

    private static Interval open(String start, String end) {
        return new Interval(Instant.parse(start), Instant.parse(end), false);
    }
}
