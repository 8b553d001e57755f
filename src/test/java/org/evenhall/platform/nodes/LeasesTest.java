package org.evenhall.platform.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.evenhall.kernel.Ids;
import org.evenhall.platform.persistence.DatabaseClock;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.store.Databases;
import org.evenhall.store.Transactions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeasesTest {

    private final String work = Ids.next();

    private static Sql sql(Databases database) {
        return new Transactions(database.shared()).sql(database);
    }

    private static Leases node(Databases database) {
        return new Leases(sql(database), new DatabaseClock(sql(database), Clock.systemUTC()));
    }

    @ParameterizedTest
    @EnumSource
    void oneHoldsWhatOnlyOneMayDo(Databases database) {
        var one = node(database);
        var other = node(database);
        var lease = one.take(work);

        assertThat(lease).isPresent();
        assertThat(other.take(work)).isEmpty();
        assertThat(one.take(work)).isEmpty();

        one.giveBack(lease.get());
        assertThat(other.take(work)).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void whatADeadNodeHeldCanBeTakenWhenItRanOut(Databases database) {
        var dead = node(database);
        dead.take(work);
        sql(database).update("UPDATE lease SET until_at = until_at - ? WHERE id = ?", 61_000, work);
        var other = node(database);

        assertThat(other.take(work)).isPresent();

        dead.renew();
        assertThat(node(database).take(work))
                .as("the dead one does not come back")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aLivingNodeKeepsWhatItHolds(Databases database) {
        var one = node(database);
        one.take(work);
        sql(database).update("UPDATE lease SET until_at = until_at - ? WHERE id = ?", 59_000, work);
        one.renew();
        long left = sql(database)
                .count(
                        "SELECT until_at - ? FROM lease WHERE id = ?",
                        new DatabaseClock(sql(database), Clock.systemUTC())
                                .instant()
                                .toEpochMilli(),
                        work);

        assertThat(Duration.ofMillis(left)).isGreaterThan(Duration.ofSeconds(50));
    }
}
