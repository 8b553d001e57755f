package org.evenhall.platform.persistence;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connections of the server's pool, one for the whole of a transaction: the pool takes longer to give a connection out
 * and to take it back than a statement takes, and a booking has some thirty of them. Whoever closes it before the end of
 * the transaction closes nothing. The pool gives a connection that is in use to nobody else in the same transaction, so
 * whoever uses this pool has to go through here: {@link Sql}, and the persistence context by
 * {@link PersistenceConnections}.
 */
final class TransactionConnections implements Connections {

    private static final Logger LOG = Logger.getLogger(TransactionConnections.class.getName());
    private static final Object KEY = TransactionConnections.class;

    private final DataSource pool;
    private final TransactionSynchronizationRegistry transactions;

    TransactionConnections(DataSource pool, TransactionSynchronizationRegistry transactions) {
        this.pool = pool;
        this.transactions = transactions;
    }

    @Override
    public Connection get() throws SQLException {
        int status = transactions.getTransactionStatus();
        if (status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK) {
            Connection held = (Connection) transactions.getResource(KEY);
            return held == null ? hold(pool.getConnection()) : held;
        }
        return pool.getConnection();
    }

    private Connection hold(Connection connection) throws SQLException {
        Connection held = (Connection) Proxy.newProxyInstance(
                TransactionConnections.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, args) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        try {
            transactions.registerInterposedSynchronization(new GivenBack(connection));
        } catch (RuntimeException e) {
            connection.close(); // or nobody would give it back
            throw e;
        }
        transactions.putResource(KEY, held);
        return held;
    }

    /** Gives the connection back to the pool when the transaction has ended, however it ended. */
    private record GivenBack(Connection connection) implements Synchronization {

        @Override
        public void beforeCompletion() {
            // others may still have something to write
        }

        @Override
        public void afterCompletion(int status) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.log(Level.WARNING, "A connection was not given back to the pool", e);
            }
        }
    }
}
