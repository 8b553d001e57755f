package org.evenhall.platform.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.evenhall.platform.persistence.Dialect;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.store.Databases;
import org.evenhall.store.Fired;
import org.evenhall.store.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowingTest {

    private static final DataSource DATABASE = Databases.POSTGRESQL.fresh();

    private final Transactions here = new Transactions(DATABASE);
    private final Traces own = new Traces(here.sql(Databases.POSTGRESQL), new Node());
    private final Traces others = new Traces(here.sql(Databases.POSTGRESQL), new Node());
    private final Fired<TracesFound> found = new Fired<>();
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final Following following = new Following(own, found, new Settable());

    private final class Settable extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void begin() {
        following.takePosition();
    }

    private List<String> heard() {
        following.look();
        return found.take().stream()
                .flatMap(each -> each.traces().stream())
                .map(trace -> trace.what() + " " + trace.subject())
                .toList();
    }

    @Test
    void hearsOnceOfWhatAnotherNodeChanged() {
        here.run(() -> others.leave(Trace.SHEET, "room", 20_000));

        assertThat(heard()).containsExactly("SHEET room");
        assertThat(heard()).isEmpty();
    }

    @Test
    void hearsNothingOfItself() {
        here.run(() -> own.leave(Trace.SPACE, "room"));

        assertThat(heard()).isEmpty();
    }

    @Test
    void hearsOfAnEarlierNumberThatIsCommittedLater() throws SQLException {
        try (Connection slow = DATABASE.getConnection()) {
            slow.setAutoCommit(false);
            new Traces(new Sql(Transactions.of(slow), Dialect.POSTGRESQL), new Node()).leave(Trace.HOURS, "slow");
            here.run(() -> others.leave(Trace.HOURS, "fast"));

            assertThat(heard()).containsExactly("HOURS fast");
            slow.commit();
        }
        assertThat(heard()).containsExactly("HOURS slow");
        assertThat(heard()).isEmpty();
    }

    @Test
    void aNodeThatStartsMissesNothingThatIsOnItsWay() throws SQLException {
        try (Connection slow = DATABASE.getConnection()) {
            slow.setAutoCommit(false);
            new Traces(new Sql(Transactions.of(slow), Dialect.POSTGRESQL), new Node()).leave(Trace.HOURS, "slow");
            here.run(() -> others.leave(Trace.HOURS, "fast"));
            following.takePosition();

            assertThat(heard()).isEmpty();
            slow.commit();
        }
        assertThat(heard()).containsExactly("HOURS slow");
    }

    @Test
    void hearsNothingOfWhatWasRolledBack() throws SQLException {
        try (Connection vain = DATABASE.getConnection()) {
            vain.setAutoCommit(false);
            new Traces(new Sql(Transactions.of(vain), Dialect.POSTGRESQL), new Node()).leave(Trace.HOURS, "vain");
            vain.rollback();
        }
        here.run(() -> others.leave(Trace.HOURS, "true"));

        assertThat(heard()).containsExactly("HOURS true");
        assertThat(heard()).isEmpty();
    }

    @Test
    void loadsEverythingAgainAfterALongAbsence() {
        now = now.plus(Duration.ofMinutes(6));
        following.look();

        assertThat(found.take()).containsExactly(new TracesFound(List.of(), true));
        assertThat(heard()).isEmpty();
    }

    @Test
    void hearsAgainOfWhatNobodyCouldTakeOver() {
        var deaf = new Fired<TracesFound>() {
            private boolean able;

            @Override
            public void fire(TracesFound event) {
                if (!able) {
                    able = true;
                    throw new IllegalStateException("not now");
                }
                super.fire(event);
            }
        };
        var patient = new Following(own, deaf, new Settable());
        patient.takePosition();
        here.run(() -> others.leave(Trace.SPACE, "room"));

        try {
            patient.look();
        } catch (IllegalStateException expected) {
            assertThat(deaf.all()).isEmpty();
        }
        patient.look();
        assertThat(deaf.all()).hasSize(1);
    }

    private List<String> heardBeforeAChange() {
        following.catchUp();
        return found.take().stream()
                .flatMap(each -> each.traces().stream())
                .map(trace -> trace.what() + " " + trace.subject())
                .toList();
    }

    @Test
    void knowsBeforeAChangeWhatItIsJudgedBy() {
        here.run(() -> others.leave(Trace.SPACE, "room"));

        assertThat(heardBeforeAChange()).containsExactly("SPACE room");
        assertThat(heardBeforeAChange()).isEmpty();
    }

    @Test
    void doesNotLookForTheSakeOfDaySheetsOrOfItsOwnChanges() {
        here.run(() -> others.leave(Trace.SHEET, "room", 20_000));
        here.run(() -> own.leave(Trace.SPACE, "room"));

        assertThat(heardBeforeAChange()).isEmpty();
        assertThat(heard()).containsExactly("SHEET room");
    }

    @Test
    void knowsBeforeAChangeAnEarlierNumberThatIsCommittedLater() throws SQLException {
        try (Connection slow = DATABASE.getConnection()) {
            slow.setAutoCommit(false);
            new Traces(new Sql(Transactions.of(slow), Dialect.POSTGRESQL), new Node()).leave(Trace.HOURS, "slow");
            here.run(() -> others.leave(Trace.HOURS, "fast"));
            assertThat(heardBeforeAChange()).containsExactly("HOURS fast");
            slow.commit();
        }
        assertThat(heardBeforeAChange()).containsExactly("HOURS slow");
        assertThat(heardBeforeAChange()).isEmpty();
    }

    @Test
    void theLastNumberIsKeptForThoseWhoStart() {
        here.run(() -> others.leave(Trace.SPACE, "room"));
        here.run(() -> others.leave(Trace.SPACE, "room"));
        own.forgetOlderThan(Duration.ofMillis(-1000));

        assertThat(own.numbersAfter(0)).hasSize(1);
    }
}
