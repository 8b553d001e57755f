package org.evenhall.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.evenhall.store.Databases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionConnectionsTest {

    private final List<Connection> taken = new ArrayList<>();
    private final DataSource pool = proxy(DataSource.class, (method, args) -> {
        taken.add(Databases.DERBY.shared().getConnection());
        return taken.get(taken.size() - 1);
    });
    private final Map<Object, Object> resources = new HashMap<>();
    private final List<Synchronization> ends = new ArrayList<>();
    private int status = Status.STATUS_ACTIVE;
    private boolean over;

    private final Connections connections =
            new TransactionConnections(pool, proxy(TransactionSynchronizationRegistry.class, this::registry));

    @FunctionalInterface
    private interface Answer {
        Object to(String method, Object[] args) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, args) -> answer.to(method.getName(), args)));
    }

    private Object registry(String method, Object[] args) {
        return switch (method) {
            case "getTransactionStatus" -> status;
            case "getResource" -> resources.get(args[0]);
            case "putResource" -> resources.put(args[0], args[1]);
            case "registerInterposedSynchronization" -> {
                if (over) {
                    throw new IllegalStateException("too late");
                }
                yield ends.add((Synchronization) args[0]);
            }
            default -> throw new UnsupportedOperationException(method);
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {Status.STATUS_COMMITTED, Status.STATUS_ROLLEDBACK})
    void aTransactionHasOneConnectionUntilItsEnd(int end) throws SQLException {
        try (Connection first = connections.get()) {
            assertThat(first.isClosed()).isFalse();
        }
        try (Connection second = connections.get()) {
            assertThat(second.isClosed()).as("though the first was closed").isFalse();
        }
        assertThat(taken).hasSize(1);
        ends.forEach(Synchronization::beforeCompletion);
        assertThat(taken.get(0).isClosed()).as("while others may still write").isFalse();
        ends.forEach(each -> each.afterCompletion(end));
        assertThat(taken.get(0).isClosed()).isTrue();
    }

    @Test
    void outsideATransactionEachHasItsOwn() throws SQLException {
        status = Status.STATUS_NO_TRANSACTION;
        try (Connection one = connections.get();
                Connection other = connections.get()) {
            assertThat(one).isNotSameAs(other);
        }
        assertThat(taken).hasSize(2);
        for (Connection each : taken) {
            assertThat(each.isClosed()).isTrue();
        }
    }

    @Test
    void whatTheDatabaseRefusesIsToldAsItSaidIt() throws SQLException {
        try (Connection connection = connections.get()) {
            assertThatThrownBy(() -> connection.prepareStatement("SELECT nothing FROM nowhere"))
                    .isInstanceOf(SQLException.class);
        }
        ends.forEach(each -> each.afterCompletion(Status.STATUS_ROLLEDBACK));
    }

    @Test
    void nothingIsKeptWhereTheTransactionTakesNobodyAnyMore() throws SQLException {
        over = true;
        assertThatThrownBy(connections::get).hasMessage("too late");
        assertThat(taken.get(0).isClosed()).isTrue();
    }
}
