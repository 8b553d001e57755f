package org.evenhall.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.evenhall.platform.persistence.DatabaseClock;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.platform.persistence.Trouble;
import org.evenhall.store.Databases;
import org.evenhall.store.Fired;
import org.evenhall.store.MovingClock;
import org.evenhall.store.Transactions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutboxTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final MovingClock clock = new MovingClock(NOON);
    private final Fired<Published> fired = new Fired<>();

    /** A node without a server: an outbox and who delivers from it. */
    private final class Node {

        private final Transactions transactions;
        private final DeliveryRows rows;
        private final Outbox outbox;
        private final Postman postman;

        Node(Databases kind, DataSource database, Subscriber... subscribers) {
            transactions = new Transactions(database);
            Sql sql = transactions.sql(kind);
            rows = new DeliveryRows(sql, clock, new DatabaseClock(sql, clock) {
                @Override
                public Instant instant() {
                    return clock.instant();
                }
            });
            var all = new Subscribers(List.of(subscribers));
            outbox = new Outbox(rows, all, fired);
            postman = new Postman(rows, all);
        }

        void publish(String to, int number) {
            transactions.run(() -> outbox.publish(letter(to, number)));
        }

        void deliverAll(Subscriber... subscribers) {
            for (Subscriber each : subscribers) {
                while (postman.deliver(each)) {
                    // until nothing is due
                }
            }
        }
    }

    private static Letter letter(String to, int number) {
        return new Letter(to, number, NOON, "今晚 \"18:30\"");
    }

    @ParameterizedTest
    @EnumSource
    void tellsEverySubscriberWhatWasCommitted(Databases database) {
        var ada = new Reader("ada");
        var ben = new Reader("ben");
        var node = new Node(database, database.fresh(), ada, ben);
        node.publish("all", 1);
        assertThat(fired.take()).singleElement().satisfies(published -> assertThat(published.subscribers())
                .containsExactlyInAnyOrder("ada", "ben"));
        node.deliverAll(ada, ben);
        assertThat(ada.heard()).containsExactly(letter("all", 1));
        assertThat(ben.heard()).containsExactly(letter("all", 1));
        assertThat(ada.ids()).isEqualTo(ben.ids());
        node.deliverAll(ada, ben);
        assertThat(ada.heard()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void tellsNothingThatWasRolledBack(Databases database) {
        var ada = new Reader("ada");
        var node = new Node(database, database.fresh(), ada);
        assertThatThrownBy(() -> node.transactions.run(() -> {
                    node.outbox.publish(letter("all", 1));
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");
        node.publish("all", 2);
        node.deliverAll(ada);
        assertThat(ada.numbers()).containsExactly(2);
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheOrderOfAnAggregateThoughOneFails(Databases database) {
        var down = new AtomicBoolean(true);
        var ada = new Reader("ada", letter -> {
            if (down.get() && letter.to().equals("x") && letter.number() == 1) {
                throw new NotDelivered("The mail server cannot be reached.", null);
            }
        });
        var ben = new Reader("ben");
        var node = new Node(database, database.fresh(), ada, ben);
        IntStream.rangeClosed(1, 3).forEach(number -> node.publish("x", number));
        node.publish("y", 7);
        node.deliverAll(ada, ben);
        assertThat(ben.numbers()).as("of who does not fail").contains(1, 2, 3, 7);
        assertThat(ada.numbers()).as("of who fails").containsExactly(7);
        down.set(false);
        node.deliverAll(ada);
        assertThat(ada.numbers()).as("before the pause is over").containsExactly(7);
        clock.pass(Duration.ofSeconds(3));
        node.deliverAll(ada);
        assertThat(ada.numbers()).containsExactly(7, 1, 2, 3);
    }

    @ParameterizedTest
    @EnumSource
    void whoTakesSeveralAtOnceGetsEachThoughOneFails(Databases database) {
        var broken = new AtomicBoolean(true);
        var ada = new Reader("ada", 10, letter -> {
            if (broken.get() && letter.number() == 2) {
                throw new NotDelivered("The reader tears this one up.", null);
            }
        });
        var node = new Node(database, database.fresh(), ada);
        IntStream.rangeClosed(1, 3).forEach(number -> node.publish("reader" + number, number));
        assertThat(node.postman.deliver(ada)).isTrue();
        assertThat(ada.numbers()).contains(1, 3).doesNotContain(2);
        broken.set(false);
        node.deliverAll(ada);
        assertThat(ada.numbers()).as("before the pause is over").doesNotContain(2);
        clock.pass(Duration.ofSeconds(3));
        int before = ada.numbers().size();
        node.deliverAll(ada);
        assertThat(ada.numbers()).hasSize(before + 1).endsWith(2);
    }

    @ParameterizedTest
    @EnumSource
    void whoTakesSeveralAtOnceHearsEachAggregateInOrder(Databases database) {
        var ada = new Reader("ada", 10, letter -> {});
        var node = new Node(database, database.fresh(), ada);
        for (int number = 1; number <= 3; number++) {
            node.publish("x", number);
            node.publish("y", number);
        }
        assertThat(node.postman.deliver(ada)).isTrue();
        assertThat(ada.numbers()).as("the first of each").containsExactly(1, 1);
        node.deliverAll(ada);
        assertThat(ada.numbers()).containsExactly(1, 1, 2, 2, 3, 3);
    }

    @ParameterizedTest
    @EnumSource
    void parksWhatFailsAgainAndAgainUntilItIsTriedByHand(Databases database) {
        var broken = new AtomicBoolean(true);
        var ada = new Reader("ada", letter -> {
            if (broken.get()) {
                throw new IllegalStateException("somebody@example.org");
            }
        });
        var node = new Node(database, database.fresh(), ada);
        node.publish("x", 1);
        node.publish("x", 2);
        for (int tries = 0; tries < Postman.TRIES; tries++) {
            assertThat(node.outbox.parked(0, 50).items()).isEmpty();
            node.deliverAll(ada);
            clock.pass(Duration.ofHours(5));
        }
        var parked = node.outbox.parked(0, 50);
        assertThat(parked.total()).isEqualTo(1);
        assertThat(parked.items()).singleElement().satisfies(each -> {
            assertThat(each.subscriber()).isEqualTo("ada");
            assertThat(each.kind()).isEqualTo("Letter");
            assertThat(each.aggregate()).isEqualTo("letters:x");
            assertThat(each.attempts()).isEqualTo(Postman.TRIES);
            assertThat(each.waiting()).isEqualTo(1);
            assertThat(each.error()).isEqualTo("IllegalStateException");
        });
        broken.set(false);
        node.deliverAll(ada);
        assertThat(ada.heard()).as("while it is parked").isEmpty();
        assertThat(node.outbox.retry("nobody's")).isFalse();
        assertThat(node.outbox.retry(parked.items().get(0).id())).isTrue();
        node.deliverAll(ada);
        assertThat(ada.numbers()).containsExactly(1, 2);
        assertThat(node.outbox.parked(0, 50).total()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void allThatIsParkedMayBeTriedAgainAtOnce(Databases database) {
        var broken = new AtomicBoolean(true);
        var ada = new Reader("ada", letter -> {
            if (broken.get()) {
                throw new NotDelivered("The reader is away.", null);
            }
        });
        var node = new Node(database, database.fresh(), ada);
        node.publish("x", 1);
        node.publish("y", 2);
        for (int tries = 0; tries < Postman.TRIES; tries++) {
            node.deliverAll(ada);
            clock.pass(Duration.ofHours(4));
        }
        assertThat(node.outbox.parked(0, 50).total()).isEqualTo(2);
        broken.set(false);
        node.outbox.retryAll();
        node.deliverAll(ada);
        assertThat(node.outbox.parked(0, 50).total()).isZero();
        assertThat(ada.numbers()).containsExactlyInAnyOrder(1, 2);
    }

    @ParameterizedTest
    @EnumSource
    void whatADeadNodeHadTakenIsDeliveredWhenItsLeaseEnds(Databases database) {
        var ada = new Reader("ada");
        var node = new Node(database, database.fresh(), ada);
        node.publish("x", 1);
        var seen = node.rows.due("ada", 1);
        assertThat(node.rows.take(seen, Postman.LEASE)).hasSize(1);
        assertThat(node.rows.take(seen, Postman.LEASE)).as("by another node").isEmpty();
        node.deliverAll(ada);
        assertThat(ada.heard()).isEmpty();
        clock.pass(Postman.LEASE);
        node.deliverAll(ada);
        assertThat(ada.numbers()).containsExactly(1);
    }

    @ParameterizedTest
    @EnumSource
    void twoNodesDeliverEachEventOnceAndInOrder(Databases database) throws Exception {
        twoNodesDeliverEachEventOnceAndInOrder(database, new Reader("ada"));
    }

    @ParameterizedTest
    @EnumSource
    void twoNodesDeliverEachEventOnceAndInOrderToWhoTakesSeveral(Databases database) throws Exception {
        twoNodesDeliverEachEventOnceAndInOrder(database, new Reader("ada", 7, letter -> {}));
    }

    private void twoNodesDeliverEachEventOnceAndInOrder(Databases database, Reader ada) throws Exception {
        DataSource shared = database.fresh();
        var one = new Node(database, shared, ada);
        var two = new Node(database, shared, ada);
        for (int number = 1; number <= 10; number++) {
            for (int to = 0; to < 10; to++) {
                one.publish("reader" + to, number);
            }
        }
        var threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> nodes =
                    List.of(threads.submit(() -> one.deliverAll(ada)), threads.submit(() -> two.deliverAll(ada)));
            for (Future<?> node : nodes) {
                node.get();
            }
        } finally {
            threads.shutdown();
        }
        one.deliverAll(ada);
        assertThat(ada.heard()).hasSize(100).doesNotHaveDuplicates();
        for (int to = 0; to < 10; to++) {
            String reader = "reader" + to;
            assertThat(ada.heard().stream()
                            .filter(letter -> letter.to().equals(reader))
                            .map(Letter::number))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 10).boxed().toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void doesNotWaitForATransactionThatPublishes(Databases database) throws InterruptedException, ExecutionException {
        var ada = new Reader("ada");
        var node = new Node(database, database.fresh(), ada);
        node.publish("x", 1);
        var thread = Executors.newSingleThreadExecutor();
        try {
            List<Integer> meanwhile = node.transactions.run(() -> {
                node.outbox.publish(letter("y", 2));
                try {
                    thread.submit(() -> node.postman.deliver(ada)).get();
                } catch (InterruptedException | ExecutionException e) {
                    throw new IllegalStateException(e);
                }
                return ada.numbers();
            });
            assertThat(meanwhile).containsExactly(1);
        } finally {
            thread.shutdown();
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesTwoVersionsOfOneNumber(Databases database) {
        var node = new Node(database, database.fresh());
        node.publish("x", 1);
        Sql sql = node.transactions.sql(database);
        assertThatThrownBy(() -> sql.update(
                        "INSERT INTO outbox_event (id, aggregate, version, kind, body, created_at)"
                                + " VALUES ('another', ?, 1, 'Letter', '{}', 0)",
                        letter("x", 1).aggregate()))
                .matches(Trouble::isDuplicate);
    }

    @ParameterizedTest
    @EnumSource
    void forgetsAWeekAfterEverybodyHasHeard(Databases database) {
        var ada = new Reader("ada");
        var ben = new Reader("ben", letter -> {
            throw new NotDelivered("not today", null);
        });
        var node = new Node(database, database.fresh(), ada, ben);
        node.publish("x", 1);
        node.deliverAll(ada, ben);
        Sql sql = node.transactions.sql(database);
        var sweep = new OutboxSweep(node.rows);
        sweep.run(NOON.plus(Duration.ofDays(6)));
        assertThat(sql.count("SELECT COUNT(*) FROM outbox_delivery")).isEqualTo(2);
        sweep.run(NOON.plus(Duration.ofDays(8)));
        assertThat(sql.count("SELECT COUNT(*) FROM outbox_delivery WHERE subscriber = 'ben'"))
                .isEqualTo(1);
        assertThat(sql.count("SELECT COUNT(*) FROM outbox_delivery")).isEqualTo(1);
        assertThat(sql.count("SELECT COUNT(*) FROM outbox_event")).isEqualTo(1);
        sql.update("UPDATE outbox_delivery SET done_at = ?, due_at = NULL", NOON);
        sweep.run(NOON.plus(Duration.ofDays(8)));
        assertThat(sql.count("SELECT COUNT(*) FROM outbox_event")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void theSharedClockTellsThePresent(Databases database) {
        var sql = new Transactions(database.shared()).sql(database);
        var own = Clock.systemUTC();
        assertThat(new DatabaseClock(sql, own).instant())
                .isBetween(own.instant().minusSeconds(60), own.instant().plusSeconds(60));
    }
}
