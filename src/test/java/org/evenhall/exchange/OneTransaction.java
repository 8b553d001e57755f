package org.evenhall.exchange;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A database as the importer sees it in the server: its statements share one connection and one transaction. Here the
 * transaction never ends, so that nobody else sees what a test does and nothing is written to the disk.
 */
final class OneTransaction {

    private OneTransaction() {}

    static DataSource on(DataSource database) {
        try {
            Connection connection = database.getConnection();
            connection.setAutoCommit(false);
            var neverClosed = proxy(Connection.class, (method, args) -> {
                if (method.getName().equals("close")) {
                    return null;
                }
                return method.invoke(connection, args);
            });
            return proxy(DataSource.class, (method, args) -> neverClosed);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Answer {
        Object of(Method method, Object[] args) throws ReflectiveOperationException;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        Object proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            try {
                return answer.of(method, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
        return type.cast(proxy);
    }
}
