package org.evenhall.bookings.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.bookings.desk.BookersWorld.MONDAY;
import static org.evenhall.bookings.desk.BookersWorld.slot;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;
import org.evenhall.proof.Size;
import org.evenhall.spaces.Listed;
import org.evenhall.store.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Series that overlap each other and single bookings, all asked for at once: a series comes whole or not at all, no time is
 * given twice, and nobody is refused a time that nobody got.
 */
class SeriesUnderContentionTest {

    private static final int RIVALS = Size.rounds(8, 32);
    private static final int ROUNDS = Size.rounds(10, 200);
    private static final int DATES = 4;

    /** What somebody wants: several slots, all or none, or as many as can be had; or one. */
    private record Want(List<TimeRange> slots, boolean skip) {}

    /** What somebody got; nothing where it was refused. */
    private record Got(Want want, List<TimeRange> slots) {}

    @ParameterizedTest
    @EnumSource
    void noTimeIsGivenTwiceAndNoSeriesByHalves(Databases database) throws Exception {
        var world = new SeriesWorld(database);
        List<String> people =
                IntStream.range(0, RIVALS).mapToObj(i -> world.bookers.person()).toList();
        ExecutorService rivals = Executors.newFixedThreadPool(RIVALS);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                Listed room = world.bookers.room();
                List<Got> all = all(world, room, people, rivals, round);
                check(world, room, all, round);
            }
        } finally {
            rivals.shutdown();
        }
    }

    private static Want want(int rival, int round) {
        int kind = rival % 4;
        int day = (rival / 4 + round) % 3;
        if (kind == 3) {
            return new Want(List.of(slot(MONDAY.plusDays(day), 19, 1)), false);
        }
        List<TimeRange> slots = IntStream.range(0, DATES)
                .mapToObj(date -> slot(MONDAY.plusDays(day + date), 18 + kind, 1.5))
                .toList();
        return new Want(slots, kind == 2);
    }

    private static List<Got> all(SeriesWorld world, Listed room, List<String> people, ExecutorService rivals, int round)
            throws Exception {
        var barrier = new CyclicBarrier(RIVALS);
        List<Callable<Got>> attempts = new ArrayList<>();
        for (int rival = 0; rival < RIVALS; rival++) {
            Want want = want(rival, round);
            String person = people.get(rival);
            attempts.add(() -> {
                barrier.await();
                return got(world, room, person, want);
            });
        }
        List<Got> all = new ArrayList<>();
        for (Future<Got> attempt : rivals.invokeAll(attempts)) {
            all.add(attempt.get());
        }
        return all;
    }

    private static Got got(SeriesWorld world, Listed room, String person, Want want) {
        try {
            List<Booking> booked = want.slots().size() == 1
                    ? List.of(world.book(person, room, want.slots().get(0)))
                    : world.book(person, room, want.slots(), want.skip());
            return new Got(want, booked.stream().map(Booking::slot).toList());
        } catch (Refused refused) {
            return new Got(want, List.of());
        }
    }

    private static void check(SeriesWorld world, Listed room, List<Got> all, int round) {
        List<TimeRange> stored = world.booked(room);
        List<TimeRange> granted =
                all.stream().flatMap(got -> got.slots().stream()).sorted().toList();
        assertThat(stored).as("stored in round %s", round).isNotEmpty().isEqualTo(granted);
        for (int i = 1; i < stored.size(); i++) {
            assertThat(stored.get(i - 1).overlaps(stored.get(i))).isFalse();
        }
        for (Got got : all) {
            if (!got.want().skip()) {
                assertThat(got.slots()).isIn(List.of(), got.want().slots());
            }
            boolean refused = got.slots().isEmpty();
            assertThat(got.want().slots().stream().anyMatch(slot -> isTaken(stored, slot)))
                    .as("somebody got a time of %s in round %s", got, round)
                    .isTrue();
            if (got.want().skip() || refused && got.want().slots().size() == 1) {
                assertThat(got.want().slots()).allMatch(slot -> isTaken(stored, slot));
            }
        }
        assertThat(world.audit(room).differences()).isEmpty();
    }

    private static boolean isTaken(List<TimeRange> stored, TimeRange slot) {
        return stored.stream().anyMatch(slot::overlaps);
    }
}
