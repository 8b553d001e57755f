package org.evenhall.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.evenhall.platform.Configuration;
import org.evenhall.platform.persistence.ConfiguredDataSource;
import org.evenhall.platform.persistence.Migrations;

/**
 * The databases that Evenhall runs on, each with its present schema, made by the same code as in the server. A store
 * test takes one as its parameter and so runs on both:
 *
 * <pre>{@code
 * @ParameterizedTest
 * @EnumSource
 * void keepsWhatItWasGiven(Databases database) throws SQLException {
 *     try (Connection connection = database.shared().getConnection()) { ... }
 * }
 * }</pre>
 */
public enum Databases {
    DERBY {
        @Override
        Configuration another(int number) {
            try {
                Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target", "derby")), "test");
                return Configuration.of(Map.of("EVENHALL_HOME", home.toString())::get);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },

    POSTGRESQL {
        @Override
        Configuration another(int number) {
            String name = "test" + number;
            try (Connection connection = server().getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return Configuration.of(Map.of("EVENHALL_DB_URL", server().getJdbcUrl("postgres", name))::get);
        }
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static EmbeddedPostgres postgres;

    private DataSource shared;

    /** The one that all tests of this JVM share: quick, but others leave their rows in it. */
    public synchronized DataSource shared() {
        if (shared == null) {
            shared = fresh();
        }
        return shared;
    }

    /** A new one with nothing in it; takes about a second. Connections are not pooled. */
    public DataSource fresh() {
        DataSource database = new ConfiguredDataSource(another(NUMBER.incrementAndGet()));
        Migrations.of(database).run();
        return database;
    }

    /** Where a new PostgreSQL database is, for servers that make its schema themselves. */
    public static String freshUrl() {
        return POSTGRESQL.another(NUMBER.incrementAndGet()).databaseUrl().orElseThrow();
    }

    abstract Configuration another(int number);

    /** One server for all databases of this JVM; it goes with the JVM. */
    private static synchronized EmbeddedPostgres server() {
        if (postgres == null) {
            try {
                postgres = EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return postgres;
    }
}
