package org.evenhall.platform.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.evenhall.platform.Configuration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The schema as numbered SQL, applied at start before anything else uses the database; one history per database. What
 * both databases understand lives in {@code db/common}, the rest beside it in {@code db/derby} and
 * {@code db/postgresql}; numbers are unique over both folders that a database sees. Types that the two call by other
 * names are placeholders: see {@link Dialect}.
 */
public final class Migrations {

    private static final String IDENTITY = "BIGINT GENERATED ALWAYS AS IDENTITY";

    /** What differs between the databases in the SQL of {@code db/common}. */
    enum Dialect {
        DERBY("derby", Map.of("bytes", "VARCHAR(1200) FOR BIT DATA", "text", "CLOB", "identity", IDENTITY)),
        POSTGRESQL("postgresql", Map.of("bytes", "BYTEA", "text", "TEXT", "identity", IDENTITY));

        private final String folder;
        private final Map<String, String> types;

        Dialect(String folder, Map<String, String> types) {
            this.folder = folder;
            this.types = types;
        }

        static Dialect of(DataSource database) {
            try (Connection connection = database.getConnection()) {
                String product = connection.getMetaData().getDatabaseProductName();
                return product.contains("Derby") ? DERBY : POSTGRESQL;
            } catch (SQLException e) {
                throw new IllegalStateException("The database cannot be reached: " + last(e).getMessage(), e);
            }
        }

        /** Derby says what is the matter in the last of a chain. */
        private static SQLException last(SQLException e) {
            return e.getNextException() == null ? e : last(e.getNextException());
        }
    }

    private final DataSource database;

    private Migrations(DataSource database) {
        this.database = database;
    }

    public static Migrations of(Configuration configuration) {
        return new Migrations(new ConfiguredDataSource(configuration));
    }

    public static Migrations of(DataSource database) {
        return new Migrations(database);
    }

    /** Brings the schema up to date. Nodes that start together wait for one another. */
    public void run() {
        Dialect dialect = Dialect.of(database);
        try {
            Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(database)
                    .locations("classpath:db/common", "classpath:db/" + dialect.folder)
                    .placeholders(dialect.types)
                    .validateMigrationNaming(true)
                    .load();
            flyway.migrate();
            if (flyway.info().applied().length == 0) {
                throw new IllegalStateException("The application holds no schema: db/common is missing.");
            }
        } catch (FlywayException e) {
            throw new IllegalStateException("The schema cannot be brought up to date: " + e.getMessage(), e);
        }
    }
}
