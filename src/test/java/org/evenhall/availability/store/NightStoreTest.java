package org.evenhall.availability.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import org.evenhall.availability.AuditView.Difference;
import org.evenhall.availability.Nights.NightView;
import org.evenhall.kernel.Ids;
import org.evenhall.store.Databases;
import org.evenhall.store.Transactions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NightStoreTest {

    @ParameterizedTest
    @EnumSource
    void whatWasFoundByNightIsReadAsItWasWritten(Databases database) {
        var store = new NightStore(new Transactions(database.shared()).sql(database));
        var night = new NightView(
                Ids.next(),
                OffsetDateTime.parse("2999-11-23T02:00:00Z"),
                7,
                3,
                1,
                List.of(new Difference("a", "2026-11-23", "a claim of nobody")));
        store.add(night);
        assertThat(store.list(0, 50).items()).contains(night);
    }
}
