package org.evenhall.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.availability.CalendarWorld.wish;
import static org.evenhall.spaces.ListedSpaces.aSpace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.TimeRange;
import org.evenhall.proof.Size;
import org.evenhall.store.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rivals for one slot and for slots that overlap it: exactly one wins each round, and never none. */
class ContentionTest {

    private static final int RIVALS = Size.rounds(8, 32);
    private static final int ROUNDS = Size.rounds(10, 200);

    @ParameterizedTest
    @EnumSource
    void exactlyOneOfManyRivalsWins(Databases database) throws Exception {
        var world = new CalendarWorld(database);
        var room = world.stored(aSpace(Ids.next()).listed());
        List<ClaimWish> winners = new ArrayList<>();
        var rivals = Executors.newFixedThreadPool(RIVALS);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                var barrier = new CyclicBarrier(RIVALS);
                Instant start = Instant.parse("2026-12-01T00:00:00Z").plus(Duration.ofHours(4L * round));
                List<Callable<ClaimWish>> attempts = new ArrayList<>();
                for (int rival = 0; rival < RIVALS; rival++) {
                    Instant shifted = start.plus(Duration.ofMinutes(15L * (rival % 4)));
                    var wish = wish(room, new TimeRange(shifted, shifted.plus(Duration.ofHours(1))));
                    attempts.add(() -> {
                        barrier.await();
                        try {
                            world.claim(wish);
                            return wish;
                        } catch (SlotTaken e) {
                            return null;
                        }
                    });
                }
                List<ClaimWish> won = new ArrayList<>();
                for (Future<ClaimWish> attempt : rivals.invokeAll(attempts)) {
                    if (attempt.get() != null) {
                        won.add(attempt.get());
                    }
                }
                assertThat(won).as("winners of round %s", round).hasSize(1);
                winners.addAll(won);
            }
        } finally {
            rivals.shutdown();
        }
        assertThat(world.audit(room, winners).differences()).isEmpty();
    }
}
