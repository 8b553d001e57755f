package org.evenhall.platform.persistence;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.eclipse.persistence.sessions.Connector;
import org.eclipse.persistence.sessions.JNDIConnector;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Lets entities be read and written on the connection that the transaction has already, named in {@code persistence.xml}.
 * It stands in for the pool that the server gave the persistence unit.
 */
public class PersistenceConnections implements SessionCustomizer {

    @Override
    public void customize(Session session) throws NamingException {
        var given = (JNDIConnector) session.getLogin().getConnector();
        TransactionSynchronizationRegistry transactions =
                InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry");
        session.getLogin().setConnector(new Through(new TransactionConnections(given.getDataSource(), transactions)));
    }

    /** The persistence provider's word for where connections come from. */
    private static final class Through implements Connector {

        private static final long serialVersionUID = 1;

        private final transient Connections connections;

        Through(Connections connections) {
            this.connections = connections;
        }

        @Override
        public Connection connect(Properties properties, Session session) {
            try {
                return connections.get();
            } catch (SQLException e) {
                throw DatabaseException.sqlException(e);
            }
        }

        @Override
        public String getConnectionDetails() {
            return ConfiguredDataSource.NAME;
        }

        @Override
        public void toString(PrintWriter writer) {
            writer.print(getConnectionDetails());
        }

        @Override
        public Object clone() {
            return new Through(connections);
        }
    }
}
