package org.evenhall.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.spaces.ListedSpaces.aSpace;

import java.time.Duration;
import org.evenhall.kernel.Ids;
import org.evenhall.policies.PolicyView.Limit;
import org.evenhall.policies.PolicyView.Stated;
import org.evenhall.policies.PolicyView.StatedBy;
import org.evenhall.policies.store.StatedValues;
import org.evenhall.store.Databases;
import org.evenhall.store.Transactions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PoliciesTest {

    @ParameterizedTest
    @EnumSource
    void whatTheCityStatesHoldsUntilALowerLevelStatesOtherwise(Databases database) {
        var transactions = new Transactions(database.shared());
        var sql = transactions.sql(database);
        var policies = new Policies(new StatedValues(sql));
        var space = aSpace(Ids.next()).listed();
        assertThat(policies.of(space).longest()).isEqualTo(new Stated<>(Duration.ofHours(3), StatedBy.CITY));
        assertThat(policies.of(space).limits())
                .containsExactly(
                        new Limit(10, StatedBy.CITY, StatedBy.CITY), new Limit(3, StatedBy.SPACE, StatedBy.CITY));
        transactions.run(() -> sql.update(
                "INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('SPACE', ?, 'longest-duration', 'PT1H')",
                space.id()));
        assertThat(policies.of(space).longest()).isEqualTo(new Stated<>(Duration.ofHours(1), StatedBy.SPACE));
        assertThat(policies.of(aSpace(Ids.next()).listed()).longest().value()).isEqualTo(Duration.ofHours(3));
    }
}
