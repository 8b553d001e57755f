package org.evenhall.platform.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PositionTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void missesTheNumbersBetweenThoseThatItSaw() {
        var position = Position.at(10).having(Set.of(11L, 14L), NOON);

        assertThat(position.highest()).isEqualTo(14);
        assertThat(position.missed()).containsExactlyInAnyOrder(12L, 13L);
    }

    @Test
    void missesANumberNoMoreOnceItIsCommitted() {
        var position = Position.at(10).having(Set.of(14L), NOON).having(Set.of(12L), NOON.plusSeconds(1));

        assertThat(position.highest()).isEqualTo(14);
        assertThat(position.missed()).containsExactlyInAnyOrder(11L, 13L);
    }

    @Test
    void givesUpANumberThatNoTransactionCanStillCommit() {
        var position = Position.at(10).having(Set.of(12L), NOON);

        assertThat(position.having(Set.of(), NOON.plus(Position.PATIENCE).minusMillis(1))
                        .missed())
                .containsExactly(11L);
        assertThat(position.having(Set.of(), NOON.plus(Position.PATIENCE)).missed())
                .isEmpty();
    }

    @Test
    void aLookThatFindsNothingChangesNothing() {
        var position = Position.at(10).having(Set.of(12L), NOON);

        assertThat(position.having(List.of(), NOON.plusSeconds(1))).isEqualTo(position);
    }
}
