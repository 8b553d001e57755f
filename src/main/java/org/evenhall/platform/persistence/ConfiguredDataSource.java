package org.evenhall.platform.persistence;

import jakarta.annotation.sql.DataSourceDefinition;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDriver;
import org.evenhall.platform.Configuration;

/**
 * The one database of the application, chosen by the environment alone: PostgreSQL where {@code EVENHALL_DB_URL} is
 * set, else Derby embedded in the folder {@code db} of {@link Configuration#home()}. The server pools its connections
 * under {@value #NAME}; migrations use it directly. READ COMMITTED on both: it is Derby's default and stated to PostgreSQL
 * on connecting, because a pool that is told a level asks the database for it whenever it gives a connection out.
 */
@DataSourceDefinition(
        name = ConfiguredDataSource.NAME,
        className = "org.evenhall.platform.persistence.ConfiguredDataSource",
        initialPoolSize = 2,
        minPoolSize = 2,
        maxPoolSize = 32,
        maxIdleTime = 300,
        properties = {
            "fish.payara.max-wait-time-in-millis=15000",
            "fish.payara.wrap-jdbc-objects=false", // the pool wraps connections all the same, and knows when they close
            "fish.payara.match-connections=false", // all are alike, so none has to be compared with what is asked for
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=auto-commit",
            "fish.payara.fail-all-connections=true"
        })
public class ConfiguredDataSource implements DataSource {

    /** Where the pool is found by {@code @Resource} and by the persistence unit. */
    public static final String NAME = "java:app/jdbc/evenhall";

    /** 08006: Derby reports a shutdown that went well as an exception; XJ004, 08003: it was not open. */
    private static final Set<String> CLOSED = Set.of("08006", "XJ004", "08003");

    /** How long a statement waits for a lock before it fails, and may be tried again. */
    private static final int LOCK_SECONDS = 10;

    private final Driver driver;
    private final String url;
    private final Properties properties = new Properties();
    private int loginTimeout;

    /** For the server, which makes its data sources itself. */
    public ConfiguredDataSource() {
        this(Configuration.ofProcess());
    }

    public ConfiguredDataSource(Configuration configuration) {
        if (configuration.databaseUrl().isPresent()) {
            driver = new org.postgresql.Driver();
            url = configuration.databaseUrl().get();
        } else {
            prepareDerby(configuration.home());
            driver = new EmbeddedDriver();
            url = derbyUrl(configuration) + ";create=true";
        }
        configuration.databaseUser().ifPresent(user -> properties.setProperty("user", user));
        configuration.databasePassword().ifPresent(password -> properties.setProperty("password", password));
    }

    /**
     * Closes the embedded database in good order, so that the next start has nothing to recover; does nothing for a
     * database that runs by itself.
     */
    public static void stop(Configuration configuration) {
        if (configuration.databaseUrl().isEmpty()) {
            try {
                new EmbeddedDriver().connect(derbyUrl(configuration) + ";shutdown=true", new Properties());
            } catch (SQLException e) {
                if (!CLOSED.contains(String.valueOf(e.getSQLState()))) {
                    Logger.getLogger(ConfiguredDataSource.class.getName())
                            .warning("The embedded database did not close: " + e.getMessage());
                }
            }
        }
    }

    private static String derbyUrl(Configuration configuration) {
        return "jdbc:derby:" + configuration.home().resolve("db").toString().replace('\\', '/');
    }

    /**
     * Derby reads these when its engine starts. Its own lock time-outs (20 s for a deadlock, 60 s for a lock) are far too
     * long for a page; its page cache of 4 MB too small for a city.
     */
    private static void prepareDerby(Path home) {
        try {
            Files.createDirectories(home.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + home + " cannot be written.", e);
        }
        setDefault(
                "derby.stream.error.file",
                home.resolve("log").resolve("derby.log").toString());
        setDefault("derby.locks.deadlockTimeout", "1");
        setDefault("derby.locks.waitTimeout", String.valueOf(LOCK_SECONDS));
        setDefault("derby.storage.pageCacheSize", "8000");
        setDefault("derby.language.statementCache.size", "500");
    }

    private static void setDefault(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return patient(driver.connect(url, properties));
    }

    /** Derby's time-outs are settings of the engine; PostgreSQL would wait for a lock without end, at any level it likes. */
    private Connection patient(Connection connection) throws SQLException {
        if (driver instanceof org.postgresql.Driver) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET lock_timeout = '" + LOCK_SECONDS + "s';"
                        + " SET default_transaction_isolation = 'read committed'");
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        Properties asked = new Properties();
        asked.putAll(properties);
        if (user != null) {
            asked.setProperty("user", user);
        }
        if (password != null) {
            asked.setProperty("password", password);
        }
        return patient(driver.connect(url, asked));
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // both drivers have logs of their own
    }

    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeout = seconds;
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("No " + type.getName() + " is wrapped here.");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
