package org.evenhall.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.evenhall.platform.persistence.DatabaseClock;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.store.Databases;
import org.evenhall.store.MovingClock;
import org.evenhall.store.Transactions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimersTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final String RING = "ring";

    private final MovingClock clock = new MovingClock(NOON);
    private final List<String> rung = new CopyOnWriteArrayList<>();
    private Duration slow = Duration.ZERO;

    private record Bell(String kind, BiConsumer<String, Instant> work) implements TimerJob {
        @Override
        public void run(String subject, Instant due) {
            work.accept(subject, due);
        }
    }

    private record Nightly(LocalTime at, Runnable work) implements RecurringJob {
        @Override
        public String kind() {
            return "nightly";
        }

        @Override
        public void run(Instant due) {
            work.run();
        }
    }

    /** A node without a server. */
    private final class Node {

        private final Transactions transactions;
        private final Sql sql;
        private final TimerRows rows;
        private final Timers timers;
        private final TimerRunner runner;

        Node(Databases kind, DataSource database, BiConsumer<String, Instant> work, RecurringJob... daily) {
            transactions = new Transactions(database);
            sql = transactions.sql(kind);
            var shared = new DatabaseClock(sql, clock) {
                @Override
                public Instant instant() {
                    return clock.instant();
                }
            };
            rows = new TimerRows(sql, shared);
            timers = new Timers(rows);
            var turn = new TimerTurn(rows) {
                @Override
                void run(TimerJob job, TimerRows.Due taken) {
                    transactions.run(() -> super.run(job, taken));
                }
            };
            var own = Clock.offset(clock, slow.negated());
            runner = new TimerRunner(rows, turn, shared, own, List.of(new Bell(RING, work)), List.of(daily));
        }

        Node(Databases kind, DataSource database) {
            this(kind, database, (subject, due) -> {});
        }

        void set(String subject, Instant due) {
            transactions.run(() -> timers.set(RING, subject, due));
        }

        void runAll() {
            while (runner.runOne()) {
                // until nothing is due
            }
        }

        long left() {
            return sql.count("SELECT COUNT(*) FROM timer");
        }
    }

    private Node ringing(Databases database) {
        return new Node(database, database.fresh(), (subject, due) -> rung.add(subject + " " + due));
    }

    @ParameterizedTest
    @EnumSource
    void aNodeWhoseClockIsSlowLeavesATimerUntilItIsDueThereToo(Databases database) {
        slow = Duration.ofSeconds(2);
        var node = ringing(database);
        node.set("a", NOON);
        assertThat(node.runner.runOne()).isFalse();
        assertThat(rung).isEmpty();
        clock.pass(slow);
        node.runAll();
        assertThat(rung).containsExactly("a " + NOON);
        assertThat(node.left()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void runsWhatIsDueAndNothingElse(Databases database) {
        var node = ringing(database);
        node.set("a", NOON);
        node.set("b", NOON.plusSeconds(60));
        node.runAll();
        assertThat(rung).containsExactly("a " + NOON);
        clock.pass(Duration.ofMinutes(1));
        node.runAll();
        assertThat(rung).containsExactly("a " + NOON, "b " + NOON.plusSeconds(60));
        assertThat(node.left()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void thereIsOneTimerForAKindAndASubject(Databases database) {
        var node = ringing(database);
        node.set("a", NOON);
        node.set("a", NOON.plusSeconds(60));
        node.runAll();
        assertThat(rung).isEmpty();
        assertThat(node.left()).isEqualTo(1);
        node.transactions.run(() -> node.timers.clear(RING, "a"));
        assertThat(node.left()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aTransactionThatIsRolledBackLeavesTimersAsTheyWere(Databases database) {
        var node = ringing(database);
        node.set("kept", NOON);
        assertThatThrownBy(() -> node.transactions.run(() -> {
                    node.timers.set(RING, "never", NOON);
                    node.timers.clear(RING, "kept");
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");
        node.runAll();
        assertThat(rung).containsExactly("kept " + NOON);
    }

    @ParameterizedTest
    @EnumSource
    void aJobThatFailsIsTriedAgainAndOthersGoOn(Databases database) {
        var failures = new ArrayList<String>();
        var node = new Node(database, database.fresh(), (subject, due) -> {
            if (subject.equals("bad") && failures.size() < 2) {
                failures.add(subject);
                throw new IllegalStateException("somebody@example.org");
            }
            rung.add(subject);
        });
        node.set("bad", NOON.minusSeconds(1));
        node.set("good", NOON);
        node.runAll();
        assertThat(rung).containsExactly("good");
        assertThat(node.sql.list("SELECT last_error FROM timer", row -> row.getString(1)))
                .containsExactly("IllegalStateException");
        clock.pass(Backoff.after(1));
        node.runAll();
        assertThat(failures).hasSize(2);
        clock.pass(Backoff.after(1));
        node.runAll();
        assertThat(rung).as("the second pause is longer").containsExactly("good");
        clock.pass(Backoff.after(2));
        node.runAll();
        assertThat(rung).containsExactly("good", "bad");
    }

    @ParameterizedTest
    @EnumSource
    void whatAFailedJobWroteIsRolledBack(Databases database) {
        var node = new AtomicReference<Node>();
        node.set(new Node(database, database.fresh(), (subject, due) -> {
            node.get().timers.set("other", subject, due);
            throw new IllegalStateException("too late");
        }));
        node.get().set("a", NOON);
        node.get().runAll();
        assertThat(node.get().sql.list("SELECT kind FROM timer", row -> row.getString(1)))
                .containsExactly(RING);
    }

    @ParameterizedTest
    @EnumSource
    void aJobMaySetItsTimerAgain(Databases database) {
        var node = new AtomicReference<Node>();
        node.set(new Node(database, database.fresh(), (subject, due) -> {
            rung.add(subject);
            if (rung.size() < 3) {
                node.get().timers.set(RING, subject, due.plusSeconds(10));
            }
        }));
        node.get().set("a", NOON);
        node.get().runAll();
        assertThat(rung).hasSize(1);
        clock.pass(Duration.ofSeconds(10));
        node.get().runAll();
        clock.pass(Duration.ofSeconds(10));
        node.get().runAll();
        assertThat(rung).hasSize(3);
        assertThat(node.get().left()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aTimerThatIsSetAnewWhileItsJobRunsStays(Databases database) {
        DataSource shared = database.fresh();
        var other = new Node(database, shared);
        var node = new Node(database, shared, (subject, due) -> {
            rung.add(subject);
            if (rung.size() == 1) {
                other.set(subject, NOON.plusSeconds(10));
            }
        });
        node.set("a", NOON);
        node.runAll();
        assertThat(node.left()).isEqualTo(1);
        clock.pass(Duration.ofSeconds(10));
        node.runAll();
        assertThat(rung).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void whatADeadNodeHadTakenRunsWhenItsLeaseEnds(Databases database) {
        var node = ringing(database);
        node.set("a", NOON);
        var seen = node.rows.due(List.of(RING)).get(0);
        assertThat(node.rows.take(seen, TimerRunner.LEASE)).isNotNull();
        assertThat(node.rows.take(seen, TimerRunner.LEASE))
                .as("by another node")
                .isNull();
        node.runAll();
        assertThat(rung).isEmpty();
        clock.pass(TimerRunner.LEASE);
        node.runAll();
        assertThat(rung).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void workThatOutlivesItsLeaseIsRolledBackWhereAnotherHasTakenIt(Databases database) {
        DataSource shared = database.fresh();
        var other = ringing(database, shared);
        var slow = new AtomicReference<Node>();
        slow.set(new Node(database, shared, (subject, due) -> {
            clock.pass(TimerRunner.LEASE);
            var again = other.rows.due(List.of(RING)).get(0);
            assertThat(other.rows.take(again, TimerRunner.LEASE)).isNotNull();
            slow.get().timers.set("other", subject, due);
        }));
        slow.get().set("a", NOON);
        slow.get().runner.runOne();
        assertThat(slow.get().sql.list("SELECT kind FROM timer", row -> row.getString(1)))
                .as("nothing of the slow one")
                .containsExactly(RING);
        clock.pass(TimerRunner.LEASE);
        other.runAll();
        assertThat(rung).hasSize(1);
        assertThat(other.left()).isZero();
    }

    private Node ringing(Databases database, DataSource shared) {
        return new Node(database, shared, (subject, due) -> rung.add(subject));
    }

    @ParameterizedTest
    @EnumSource
    void twoNodesRunEachOfTwoHundredOnce(Databases database) throws Exception {
        DataSource shared = database.fresh();
        var one = ringing(database, shared);
        var two = ringing(database, shared);
        one.transactions.run(() -> IntStream.range(0, 200).forEach(i -> one.timers.set(RING, "s" + i, NOON)));
        var threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> runs = List.of(
                    threads.submit(one::runAll),
                    threads.submit(two::runAll),
                    threads.submit(one::runAll),
                    threads.submit(two::runAll));
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(rung).hasSize(200).doesNotHaveDuplicates();
        assertThat(one.left()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void dailyWorkIsDoneOnceADayByOneNode(Databases database) {
        DataSource shared = database.fresh();
        var nightly = new Nightly(LocalTime.of(2, 30), () -> rung.add("night"));
        var one = new Node(database, shared, (subject, due) -> {}, nightly);
        var two = new Node(database, shared, (subject, due) -> {}, nightly);
        one.runner.seed();
        two.runner.seed();
        assertThat(one.left()).isEqualTo(1);
        assertThat(one.runner.runOneOfTheDay()).isFalse();
        clock.pass(Duration.ofHours(15));
        one.runner.runOneOfTheDay();
        two.runner.runOneOfTheDay();
        assertThat(rung).hasSize(1);
        clock.pass(Duration.ofDays(3));
        two.runner.runOneOfTheDay();
        one.runner.runOneOfTheDay();
        assertThat(rung).as("three missed days are made up for once").hasSize(2);
    }

    @Test
    void theNextTimeOfDayIsTodayOrTomorrow() {
        assertThat(TimerRunner.next(LocalTime.of(13, 0), NOON)).isEqualTo("2026-11-23T13:00:00Z");
        assertThat(TimerRunner.next(LocalTime.of(12, 0), NOON)).isEqualTo("2026-11-24T12:00:00Z");
    }
}
