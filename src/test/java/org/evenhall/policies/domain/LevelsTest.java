package org.evenhall.policies.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenhall.policies.CityPolicy.aPolicy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhall.kernel.Purpose;
import org.evenhall.policies.PolicyView.Limit;
import org.evenhall.policies.PolicyView.Measure;
import org.evenhall.policies.PolicyView.Per;
import org.evenhall.policies.PolicyView.Stated;
import org.evenhall.policies.PolicyView.StatedBy;
import org.evenhall.policies.domain.Levels.Link;
import org.junit.jupiter.api.Test;

class LevelsTest {

    @Test
    void theCityStatesEveryValue() {
        var policy = aPolicy().view();
        assertThat(policy.longest()).isEqualTo(new Stated<>(Duration.ofHours(3), StatedBy.CITY));
        assertThat(policy.holdFor().value()).isEqualTo(Duration.ofMinutes(10));
        assertThat(policy.reminders().value()).containsExactly(Duration.ofDays(1), Duration.ofHours(1));
        assertThat(policy.purposes().value()).containsExactlyInAnyOrder(Purpose.values());
        assertThat(policy.areas().value()).isEmpty();
        assertThat(policy.reservableFrom()).isEqualTo(new Stated<>(null, StatedBy.CITY));
        assertThat(policy.limits())
                .containsExactly(
                        new Limit(Per.PERSON, Measure.OPEN_BOOKINGS, 10, StatedBy.CITY, StatedBy.CITY, "*"),
                        new Limit(Per.PERSON, Measure.OPEN_BOOKINGS, 3, StatedBy.SPACE, StatedBy.CITY, "*"));
    }

    @Test
    void withoutTheCityThereIsNoPolicy() {
        var nobody = Levels.of(List.of(new Link(StatedBy.CITY, "*")), holder -> Statement.NOTHING);
        assertThatThrownBy(nobody::inForce).hasMessageContaining("reservable-from");
    }

    @Test
    void theNearestLevelCounts() {
        var policy = aPolicy()
                .stating(StatedBy.ORGANISATION, "house", "longest-duration", "PT2H")
                .stating(StatedBy.ORGANISATION, "house", "age-from", "18")
                .stating(StatedBy.SPACE, "hall", "longest-duration", "PT1H")
                .stating(StatedBy.PART, "half", "age-from", "0")
                .view();
        assertThat(policy.longest()).isEqualTo(new Stated<>(Duration.ofHours(1), StatedBy.SPACE));
        assertThat(policy.ageFrom()).isEqualTo(new Stated<>(0, StatedBy.PART));
        assertThat(policy.shortest().from()).isEqualTo(StatedBy.CITY);
    }

    @Test
    void whatIsKeptAsTextComesBackAsItWas() {
        Map<String, String> texts = Map.of(
                "visible-from", "2026-01-01",
                "releases", "MONDAY 08:00 28",
                "areas", "a,b",
                "price-per-hour", "2.50",
                "reminders", "PT24H,PT1H",
                "purposes", "STUDY,SPORT",
                "group-hours-per-week-in-organisation", "6",
                "age-to", "");
        assertThat(Statement.read(texts).texts()).isEqualTo(texts);
        assertThat(Statement.read(Map.of("not-known-yet", "1")).texts()).isEmpty();
        assertThatThrownBy(() -> Statement.read(Map.of("age-to", "old"))).hasMessageContaining("age-to");
    }

    @Test
    void everyNameOfARuleFitsItsColumn() {
        assertThat(Terms.ALL).extracting(Term::rule).doesNotHaveDuplicates().allMatch(rule -> rule.length() <= 40);
        for (Per per : Per.values()) {
            for (Measure measure : Measure.values()) {
                assertThat(new Limit(per, measure, 1, StatedBy.ORGANISATION, StatedBy.CITY, "*").rule())
                        .hasSizeLessThanOrEqualTo(40);
            }
        }
    }

    @Test
    void aReleaseLastsUntilTheNext() {
        var mondays = aPolicy()
                .stating("releases", "MONDAY 08:00 28")
                .view()
                .releases()
                .value();
        var berlin = ZoneId.of("Europe/Berlin");
        assertThat(mondays.lastDay(Instant.parse("2026-11-23T06:59:59Z"), berlin))
                .isEqualTo("2026-12-14");
        assertThat(mondays.lastDay(Instant.parse("2026-11-23T07:00:00Z"), berlin))
                .isEqualTo("2026-12-21");
        assertThat(mondays.lastDay(Instant.parse("2026-11-29T22:59:59Z"), berlin))
                .isEqualTo("2026-12-21");
    }

    @Test
    void theDaysOfAPolicyAreHalfOpen() {
        var policy = aPolicy()
                .stating("visible-from", "2026-11-01")
                .stating("visible-until", "2026-12-01")
                .view();
        assertThat(policy.visibleOn(LocalDate.of(2026, 10, 31))).isFalse();
        assertThat(policy.visibleOn(LocalDate.of(2026, 11, 1))).isTrue();
        assertThat(policy.visibleOn(LocalDate.of(2026, 11, 30))).isTrue();
        assertThat(policy.visibleOn(LocalDate.of(2026, 12, 1))).isFalse();
        assertThat(policy.reservableOn(LocalDate.of(1999, 1, 1))).isTrue();
    }

    @Test
    void anEmptySetRestrictsNothing() {
        assertThat(aPolicy().stating("members", "").view().members().value()).isEqualTo(Set.of());
    }
}
