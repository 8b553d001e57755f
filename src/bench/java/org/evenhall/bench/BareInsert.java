package org.evenhall.bench;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** One row inserted and committed by a kept connection: the least that any booking must cost in a database. */
final class BareInsert {

    private BareInsert() {}

    static Crowd.Figures measure(DataSource database, int clients, int seconds) throws Exception {
        List<java.sql.Connection> connections = new ArrayList<>();
        try {
            try (java.sql.Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(
                        "CREATE TABLE bare" + clients + " (id BIGINT NOT NULL PRIMARY KEY, what VARCHAR(36))");
            }
            AtomicLong next = new AtomicLong();
            List<Crowd.Client> inserting = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                java.sql.Connection connection = database.getConnection();
                connections.add(connection);
                connection.setAutoCommit(false);
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO bare" + clients + " (id, what) VALUES (?, ?)");
                inserting.add(() -> {
                    insert.setLong(1, next.getAndIncrement());
                    insert.setString(2, "00000000-0000-0000-0000-000000000000");
                    insert.executeUpdate();
                    connection.commit();
                });
            }
            Crowd.measure(inserting, (seconds + 1) / 2);
            return Crowd.measure(inserting, seconds);
        } finally {
            for (java.sql.Connection connection : connections) {
                close(connection);
            }
        }
    }

    private static void close(java.sql.Connection connection) throws SQLException {
        connection.rollback();
        connection.close();
    }
}
