package org.evenhall.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import javax.sql.DataSource;
import org.evenhall.platform.Startup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The calendar writes by plain JDBC what entities must see, and the other way round, before anything is committed. */
class SharedTransactionIT extends InServer {

    private static final String COUNT = "SELECT COUNT(*) FROM person WHERE id = 'shared'";

    @Resource(lookup = "java:app/jdbc/evenhall")
    private DataSource database;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private UserTransaction transaction;

    @Inject
    private Startup startup;

    @BeforeEach
    void begin() throws Exception {
        transaction.begin();
    }

    @AfterEach
    void rollback() throws Exception {
        transaction.rollback();
    }

    @Test
    void theApplicationIsReadyBeforeTheFirstRequest() {
        assertThat(startup.isReady()).isTrue();
    }

    @Test
    void theEntityManagerSeesWhatJdbcWroteInTheSameTransaction() throws Exception {
        insert();
        assertThat(countByEntityManager()).isOne();
    }

    @Test
    void jdbcSeesWhatTheEntityManagerWroteInTheSameTransaction() throws Exception {
        entities.createNativeQuery("INSERT INTO person (id, username, name, password_hash, demo, created_at)"
                        + " VALUES ('shared', 'shared', 'Shared', '-', FALSE, 0)")
                .executeUpdate();
        assertThat(countByJdbc()).isOne();
    }

    @Test
    void aReadBeforeTheWriteDoesNotPinAnotherConnection() throws Exception {
        assertThat(countByEntityManager()).isZero();
        insert();
        assertThat(countByEntityManager()).isOne();
        assertThat(countByJdbc()).isOne();
    }

    @Test
    void everyConnectionReadsOnlyWhatIsCommitted() throws Exception {
        try (Connection connection = database.getConnection()) {
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
            assertThat(connection.getAutoCommit()).isFalse();
        }
    }

    private void insert() throws Exception {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "INSERT INTO person (id, username, name, password_hash, demo, created_at)"
                                + " VALUES ('shared', 'shared', 'Shared', '-', FALSE, 0)")) {
            statement.executeUpdate();
        }
    }

    private int countByEntityManager() {
        return ((Number) entities.createNativeQuery(COUNT).getSingleResult()).intValue();
    }

    private int countByJdbc() throws Exception {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(COUNT)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
