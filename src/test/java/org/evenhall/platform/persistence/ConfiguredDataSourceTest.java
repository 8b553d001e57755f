package org.evenhall.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.evenhall.kernel.Reason;
import org.evenhall.platform.http.Refusals;
import org.evenhall.store.Databases;
import org.junit.jupiter.api.Test;

class ConfiguredDataSourceTest {

    private static Sql sql(Databases database) {
        return new Sql(database.shared(), Dialect.valueOf(database.name()));
    }

    @Test
    void nobodyWaitsForALockWithoutEnd() {
        assertThat(sql(Databases.POSTGRESQL).first("SHOW lock_timeout", row -> row.getString(1)))
                .contains("10s");
    }

    @Test
    void aNameThatIsNoTextIsNoFailureOfOurs() {
        String asked = "SELECT id FROM person WHERE username = ?";
        assertThat(sql(Databases.DERBY).list(asked, row -> row.getString(1), "a\u0000b"))
                .isEmpty();

        Throwable thrown =
                catchThrowable(() -> sql(Databases.POSTGRESQL).list(asked, row -> row.getString(1), "a\u0000b"));

        assertThat(Trouble.isNoText(thrown)).isTrue();
        assertThat(Refusals.of(thrown).reason()).isEqualTo(Reason.MALFORMED);
    }
}
