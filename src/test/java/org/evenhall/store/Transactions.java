package org.evenhall.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.evenhall.platform.persistence.Dialect;
import org.evenhall.platform.persistence.Sql;

/** Transactions without a server: within {@link #run} every connection of this thread is the same one. */
public final class Transactions {

    /** What entity managers do to a connection at the end of a transaction, and what is done here for all. */
    private static final Set<String> ENDS_HERE = Set.of("close", "commit", "rollback", "setAutoCommit");

    private final DataSource database;
    private final ThreadLocal<Connection> current = new ThreadLocal<>();

    public Transactions(DataSource database) {
        this.database = database;
    }

    /** Gives the connection of this thread's transaction, and outside of one a connection of its own. */
    public DataSource connections() {
        return bound();
    }

    public Sql sql(Databases kind) {
        return new Sql(bound(), kind == Databases.POSTGRESQL ? Dialect.POSTGRESQL : Dialect.DERBY);
    }

    /** Entities in these transactions. */
    public Entities entities(Databases kind) {
        return new Entities(kind, this);
    }

    /** Commits when the work returns, rolls back when it throws. */
    public <T> T run(Supplier<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            current.set(connection);
            try {
                T result = work.get();
                connection.commit();
                return result;
            } catch (RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                current.remove();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void run(Runnable work) {
        run(() -> {
            work.run();
            return null;
        });
    }

    /** Gives nothing but that connection, and never closes it: for a transaction that a test ends by hand. */
    public static DataSource of(Connection connection) {
        return (DataSource) Proxy.newProxyInstance(
                Transactions.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, args) -> unclosable(connection));
    }

    private DataSource bound() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> {
                    Connection connection = current.get();
                    return connection == null ? database.getConnection() : unclosable(connection);
                });
    }

    private static Connection unclosable(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Transactions.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    if (ENDS_HERE.contains(method.getName())) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
