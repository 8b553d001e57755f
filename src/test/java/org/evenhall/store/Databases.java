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
import java.util.stream.Stream;
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

        @Override
        Configuration copy(Configuration original, int number) {
            ConfiguredDataSource.stop(original);
            Configuration copy = another(number);
            try (Stream<Path> files = Files.walk(original.home().resolve("db"))) {
                for (Path file : files.toList()) {
                    Files.copy(file, copy.home().resolve(original.home().relativize(file)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return copy;
        }
    },

    POSTGRESQL {
        @Override
        Configuration another(int number) {
            return created(number, "");
        }

        @Override
        Configuration copy(Configuration original, int number) {
            String url = original.databaseUrl().orElseThrow();
            return created(number, " TEMPLATE " + url.replaceFirst(".*/(\\w+).*", "$1"));
        }

        private Configuration created(int number, String how) {
            String name = "test" + number;
            try (Connection connection = server().getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name + how);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return Configuration.of(Map.of("EVENHALL_DB_URL", server().getJdbcUrl("postgres", name))::get);
        }
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static EmbeddedPostgres postgres;

    private DataSource shared;
    private Configuration migrated;

    /** The one that all tests of this JVM share: quick, but others leave their rows in it. */
    public synchronized DataSource shared() {
        if (shared == null) {
            shared = fresh();
        }
        return shared;
    }

    /** A new one with nothing in it: a copy of one whose schema is made once. Connections are not pooled. */
    public synchronized DataSource fresh() {
        if (migrated == null) {
            Configuration original = another(NUMBER.incrementAndGet());
            Migrations.of(new ConfiguredDataSource(original)).run();
            migrated = original;
        }
        return new ConfiguredDataSource(copy(migrated, NUMBER.incrementAndGet()));
    }

    /** Where a new PostgreSQL database is, for servers that make its schema themselves. */
    public static String freshUrl() {
        return POSTGRESQL.another(NUMBER.incrementAndGet()).databaseUrl().orElseThrow();
    }

    abstract Configuration another(int number);

    /** One with the tables and rows of another to which nobody is connected. */
    abstract Configuration copy(Configuration original, int number);

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
