package org.evenhall.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.evenhall.platform.persistence.Migrations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigrationsTest {

    @ParameterizedTest
    @EnumSource
    void aSecondStartFindsNothingToDo(Databases database) throws SQLException {
        DataSource fresh = database.fresh();
        int before = history(fresh);
        Migrations.of(fresh).run();
        assertThat(history(fresh)).isEqualTo(before).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void readsOnlyWhatIsCommitted(Databases database) throws SQLException {
        try (Connection connection = database.shared().getConnection()) {
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    private static int history(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT COUNT(*) FROM \"flyway_schema_history\"")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
