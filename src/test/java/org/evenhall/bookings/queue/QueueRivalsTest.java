package org.evenhall.bookings.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.evenhall.availability.Holder;
import org.evenhall.bookings.Waitlist.EntryStatus;
import org.evenhall.bookings.domain.Waiting;
import org.evenhall.bookings.domain.Wishes;
import org.evenhall.kernel.TimeRange;
import org.evenhall.proof.Size;
import org.evenhall.spaces.Listed;
import org.evenhall.store.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Many wait for one slot. It is given back again and again while all of them say at once that they take it, and as many rivals
 * who do not wait try to book it: it is always the first in line who gets it, and nobody else.
 */
class QueueRivalsTest {

    private static final int WAITERS = Size.rounds(8, 32);
    private static final int ROUNDS = Size.rounds(10, 200);
    private static final TimeRange EVENING = Wishes.slot("2026-11-23T18:30", "2026-11-23T20:30");
    private static final TimeRange FIRST_HOUR = Wishes.slot("2026-11-23T18:30", "2026-11-23T19:30");
    private static final TimeRange SECOND_HOUR = Wishes.slot("2026-11-23T19:30", "2026-11-23T20:30");

    @ParameterizedTest
    @EnumSource
    void nobodyGetsTheSlotOutOfTurn(Databases database) throws Exception {
        var world = new QueueWorld(database);
        Listed room = world.room();
        Holder booked = world.book(room, EVENING);
        Deque<Waiting> line = new ArrayDeque<>();
        for (int i = 0; i < WAITERS; i++) {
            line.add(world.waitsFor(room, EVENING));
        }
        var people = Executors.newFixedThreadPool(2 * WAITERS + 1);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                Waiting first = line.remove();
                Holder before = booked;
                Callable<Holder> givesBack = () -> {
                    world.giveBack(room, before);
                    return null;
                };
                Callable<Holder> takes = () -> world.accept(room, first);
                List<Holder> taken = rush(world, room, List.copyOf(line), people, List.of(givesBack, takes));
                assertThat(taken).as("who took it in round %s", round).hasSizeLessThanOrEqualTo(1);
                booked = taken.isEmpty() ? world.accept(room, first) : taken.get(0);
                assertThat(world.status(first)).isEqualTo(EntryStatus.ACCEPTED);
                assertThat(world.now(first).bookingId()).isEqualTo(booked.id());
                line.add(world.waitsFor(room, EVENING));
            }
        } finally {
            people.shutdown();
        }
        assertThat(line).allSatisfy(entry -> assertThat(world.status(entry)).isEqualTo(EntryStatus.WAITING));
        assertThat(world.audit(room).differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRefusedOrLapsesGoesDownTheLine(Databases database) throws Exception {
        var world = new QueueWorld(database);
        Listed room = world.room();
        Holder booked = world.book(room, EVENING);
        List<Waiting> line = new ArrayList<>();
        for (int i = 0; i < WAITERS; i++) {
            line.add(world.waitsFor(room, EVENING));
        }
        world.giveBack(room, booked);
        var people = Executors.newFixedThreadPool(2 * WAITERS + 1);
        try {
            for (int turn = 0; turn + 1 < WAITERS; turn++) {
                Waiting first = line.get(turn);
                List<Waiting> others = line.subList(turn + 2, WAITERS);
                // an offer lasts two hours, and thirty of them would outlast the wait for the evening
                boolean lapses = turn % 4 == 0;
                if (lapses) {
                    world.clock.pass(Duration.between(
                            world.clock.instant(), world.now(first).offerUntil()));
                }
                Callable<Holder> givesUp = () -> {
                    if (lapses) {
                        world.endOffer(room, first);
                    } else {
                        assertThat(world.refuse(room, first))
                                .as("the first refuses what it is offered")
                                .isTrue();
                    }
                    return null;
                };
                List<Holder> taken = rush(world, room, others, people, List.of(givesUp));
                assertThat(taken).isEmpty();
                assertThat(world.status(first)).isEqualTo(lapses ? EntryStatus.LAPSED : EntryStatus.LEFT);
                assertThat(world.status(line.get(turn + 1))).isEqualTo(EntryStatus.OFFERED);
                world.clock.pass(Duration.ofSeconds(1));
            }
        } finally {
            people.shutdown();
        }
        assertThat(world.audit(room).differences()).isEmpty();
    }

    /** Neither hour alone is of use: whoever of the two comes second has to see what the first has freed. */
    @ParameterizedTest
    @EnumSource
    void whatTwoGiveBackAtOnceGoesToTheFirstWhoNeedsBoth(Databases database) throws Exception {
        var world = new QueueWorld(database);
        Listed room = world.room();
        var people = Executors.newFixedThreadPool(WAITERS + 2);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                Holder one = world.book(room, FIRST_HOUR);
                Holder other = world.book(room, SECOND_HOUR);
                Waiting first = world.waitsFor(room, EVENING);
                Waiting second = world.waitsFor(room, EVENING);
                var barrier = new CyclicBarrier(WAITERS + 2);
                List<Callable<Holder>> attempts = new ArrayList<>();
                for (Holder each : List.of(one, other)) {
                    attempts.add(at(barrier, () -> {
                        world.giveBack(room, each);
                        return null;
                    }));
                }
                for (int rival = 0; rival < WAITERS; rival++) {
                    attempts.add(at(barrier, () -> {
                        assertThat(world.canBook(room, EVENING))
                                .as("a rival got it")
                                .isFalse();
                        return null;
                    }));
                }
                for (Future<Holder> attempt : people.invokeAll(attempts)) {
                    attempt.get();
                }
                assertThat(world.status(first)).as("in round %s", round).isEqualTo(EntryStatus.OFFERED);
                assertThat(world.status(second)).isEqualTo(EntryStatus.WAITING);
                assertThat(world.refuse(room, first)).isTrue();
                assertThat(world.refuse(room, second)).isTrue();
            }
        } finally {
            people.shutdown();
        }
        assertThat(world.audit(room).differences()).isEmpty();
    }

    /**
     * All at once: what is {@code expected}, an attempt out of turn by each of {@code line}, and bookings by one rival more than
     * these are.
     *
     * @return who has it
     */
    private static List<Holder> rush(
            QueueWorld world, Listed room, List<Waiting> line, ExecutorService people, List<Callable<Holder>> expected)
            throws Exception {
        List<Callable<Holder>> attempts = new ArrayList<>();
        var barrier = new CyclicBarrier(2 * line.size() + 1 + expected.size());
        expected.forEach(attempt -> attempts.add(at(barrier, attempt)));
        line.forEach(entry -> attempts.add(at(barrier, () -> {
            assertThat(world.accept(room, entry)).as("out of turn").isNull();
            return null;
        })));
        for (int rival = 0; rival <= line.size(); rival++) {
            attempts.add(at(barrier, () -> {
                assertThat(world.canBook(room, EVENING)).as("a rival got it").isFalse();
                return null;
            }));
        }
        List<Holder> taken = new ArrayList<>();
        for (Future<Holder> attempt : people.invokeAll(attempts)) {
            taken.add(attempt.get());
        }
        taken.removeIf(Objects::isNull);
        return taken;
    }

    private static Callable<Holder> at(CyclicBarrier barrier, Callable<Holder> attempt) {
        return () -> {
            barrier.await();
            return attempt.call();
        };
    }
}
