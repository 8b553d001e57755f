package org.evenhall.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.junit.jupiter.api.Test;

class UtilisationQueryTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 28);

    private static void assertMalformed(LocalDate from, LocalDate to, String field, String rule) {
        assertThatThrownBy(() -> UtilisationQuery.ofAll(from, to, GroupBy.AREA))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.MALFORMED);
                    assertThat(refused.violations()).singleElement().satisfies(violation -> {
                        assertThat(violation.field()).isEqualTo(field);
                        assertThat(violation.rule()).isEqualTo(rule);
                    });
                });
    }

    @Test
    void bothEndsOfThePeriodAreNeeded() {
        assertMalformed(null, DAY, "from", "required");
        assertMalformed(DAY, null, "to", "required");
    }

    @Test
    void aPeriodEndsAfterItBegins() {
        assertMalformed(DAY, DAY, "to", "order");
        assertMalformed(DAY, DAY.minusDays(1), "to", "order");
    }

    @Test
    void fourHundredDaysAreTheMost() {
        assertThat(UtilisationQuery.ofAll(DAY, DAY.plusDays(400), GroupBy.AREA).to())
                .isEqualTo(DAY.plusDays(400));
        assertMalformed(DAY, DAY.plusDays(401), "to", "longest-period");
    }
}
