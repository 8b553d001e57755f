package org.evenhall.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.bookings.ClosingWorld.evening;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.evenhall.bookings.Closures.Outcome;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;
import org.evenhall.proof.Size;
import org.evenhall.spaces.Listed;
import org.evenhall.store.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Several rooms close at once, so that their bookings want the same few others, while rivals book just these: nobody is
 * given what somebody else has, and no booking is left without an outcome.
 */
class ClosuresUnderContentionTest {

    private static final int RIVALS = Size.rounds(8, 32);
    private static final int ROUNDS = Size.rounds(10, 200);
    private static final int CLOSED = RIVALS / 2;
    private static final int OTHERS = RIVALS / 2;

    @ParameterizedTest
    @EnumSource
    void nobodyIsGivenWhatSomebodyElseHasAndNobodyIsForgotten(Databases database) throws Exception {
        var world = new ClosingWorld(database);
        List<Listed> closing = world.rooms(CLOSED);
        List<Listed> others = world.rooms(OTHERS);
        List<String> people = Stream.generate(world::person).limit(RIVALS).toList();
        var threads = Executors.newFixedThreadPool(RIVALS);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                // as far ahead as can be booked, a day a round
                TimeRange slot = evening(round % 28);
                TimeRange hour = round < 28
                        ? slot
                        : new TimeRange(
                                slot.start().minusSeconds(3_600L * (round / 28)),
                                slot.start().minusSeconds(3_600L * (round / 28) - 3_600));
                List<Booking> hit = new ArrayList<>();
                for (int i = 0; i < CLOSED; i++) {
                    hit.add(world.book(people.get(i), closing.get(i), hour));
                }
                long won = round(world, threads, closing, others, people, hour);

                List<BookingView> after =
                        hit.stream().map(booking -> world.booking(booking.id())).toList();
                long proposed =
                        after.stream().filter(each -> each.proposal() != null).count();
                assertThat(after).as("round %s", round).allSatisfy(each -> assertThat(
                                each.proposal() != null ? Status.CONFIRMED : Status.CANCELLED)
                        .isEqualTo(each.status()));
                assertThat(after.stream()
                                .filter(each -> each.proposal() != null)
                                .map(each -> each.proposal().space().id()))
                        .doesNotHaveDuplicates();
                assertThat(proposed + won).as("rooms taken in round %s", round).isEqualTo(OTHERS);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(world.sql.count("SELECT COUNT(*) FROM displaced WHERE outcome = ?", Outcome.PENDING))
                .isZero();
        assertThat(world.differences()).isEmpty();
    }

    /** Half of them close a room each, the other half each try to book one of the others; how many of these could. */
    private static long round(
            ClosingWorld world,
            ExecutorService threads,
            List<Listed> closing,
            List<Listed> others,
            List<String> people,
            TimeRange slot)
            throws Exception {
        var barrier = new CyclicBarrier(CLOSED + OTHERS);
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (int i = 0; i < CLOSED; i++) {
            Listed room = closing.get(i);
            attempts.add(() -> {
                barrier.await();
                world.closed(room, slot);
                return false;
            });
        }
        for (int i = 0; i < OTHERS; i++) {
            String person = people.get(CLOSED + i);
            Listed room = others.get(i / 2);
            attempts.add(() -> {
                barrier.await();
                try {
                    world.book(person, room, slot);
                    return true;
                } catch (Refused e) {
                    return false;
                }
            });
        }
        long won = 0;
        for (Future<Boolean> attempt : threads.invokeAll(attempts)) {
            won += attempt.get() ? 1 : 0;
        }
        return won;
    }
}
