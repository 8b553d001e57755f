package org.evenhall.platform.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Plain SQL in the transaction of the moment, past the persistence context. Arguments may be strings, numbers,
 * booleans, bytes, enums (their name), instants (epoch milliseconds) and local dates (epoch days), as the schema keeps
 * them.
 */
public class Sql {

    private static final int PORTION = 100;
    private static final int FEW = 4;

    private final Connections connections;
    private final Dialect dialect;

    /** @param connections give the connection of the running transaction */
    public Sql(Connections connections, Dialect dialect) {
        this.connections = connections;
        this.dialect = dialect;
    }

    /** @param dataSource gives the connection of the running transaction */
    public Sql(DataSource dataSource, Dialect dialect) {
        this(dataSource::getConnection, dialect);
    }

    /** What is made of a row. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    public Dialect dialect() {
        return dialect;
    }

    public <T> List<T> list(String statement, Row<T> row, Object... args) {
        try (Connection connection = connections.get();
                PreparedStatement prepared = prepare(connection, statement, args);
                ResultSet rows = prepared.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(row.of(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new SqlFailure(statement, e);
        }
    }

    public <T> Optional<T> first(String statement, Row<T> row, Object... args) {
        return list(statement, row, args).stream().findFirst();
    }

    /**
     * The rows whose column holds one of these values, in no order. Asked in portions of one size, the last filled up
     * with its last value: Derby compiles a statement anew for each length of a list, which takes longer than to run it.
     * A few values are asked by a short list, because Derby reads a small table from end to end rather than look up a
     * hundred values, and then waits for every row that somebody else has changed.
     *
     * @param statement ends in {@code IN}
     * @param before arguments of what stands before it
     */
    public <T> List<T> among(String statement, Collection<?> values, Row<T> row, Object... before) {
        return among(statement, values, row, "", before);
    }

    /**
     * The same without waiting for other rows that somebody is changing. Only for values whose rows are committed and never
     * changed: nothing is claimed afterwards, as {@link Dialect#withoutWaiting()} demands of others.
     */
    public <T> List<T> amongSettled(String statement, Collection<?> values, Row<T> row) {
        return among(statement, values, row, dialect.withoutWaiting());
    }

    private <T> List<T> among(String statement, Collection<?> values, Row<T> row, String end, Object... before) {
        List<?> all = List.copyOf(values);
        List<T> found = new ArrayList<>();
        int size = all.size() <= FEW ? FEW : PORTION;
        for (int from = 0; from < all.size(); from += size) {
            Object[] portion = Arrays.copyOf(before, before.length + size, Object[].class);
            for (int i = 0; i < size; i++) {
                portion[before.length + i] = all.get(Math.min(from + i, all.size() - 1));
            }
            found.addAll(list(statement + " (" + "?, ".repeat(size - 1) + "?)" + end, row, portion));
        }
        return found;
    }

    /** A query for one number, as in {@code SELECT COUNT(*)}. */
    public long count(String statement, Object... args) {
        return list(statement, row -> row.getLong(1), args).get(0);
    }

    /** @return how many rows were changed */
    public int update(String statement, Object... args) {
        try (Connection connection = connections.get();
                PreparedStatement prepared = prepare(connection, statement, args)) {
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new SqlFailure(statement, e);
        }
    }

    /**
     * The same statement for each row of arguments; keep it under 1,000 rows a transaction, or Derby locks the table.
     *
     * @return how many rows each of them changed
     */
    public int[] batch(String statement, List<Object[]> rows) {
        Statements.sent();
        try (Connection connection = connections.get();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (Object[] args : rows) {
                bind(prepared, args);
                prepared.addBatch();
            }
            return prepared.executeBatch();
        } catch (SQLException e) {
            throw new SqlFailure(statement, e);
        }
    }

    /**
     * Locks a row that exists until the transaction ends.
     *
     * @param table name of a table with a column {@code id}; a constant of the program
     * @return whether there is such a row
     */
    public boolean lock(String table, String id) {
        return first("SELECT id FROM " + table + " WHERE id = ?" + dialect.forUpdate(), row -> row.getString(1), id)
                .isPresent();
    }

    private static PreparedStatement prepare(Connection connection, String statement, Object... args)
            throws SQLException {
        Statements.sent();
        PreparedStatement prepared = connection.prepareStatement(statement);
        try {
            bind(prepared, args);
            return prepared;
        } catch (SQLException e) {
            prepared.close();
            throw e;
        }
    }

    private static void bind(PreparedStatement prepared, Object... args) throws SQLException {
        for (int i = 0; i < args.length; i++) {
            prepared.setObject(i + 1, asKept(args[i]));
        }
    }

    private static Object asKept(Object arg) {
        if (arg instanceof Instant instant) {
            return instant.toEpochMilli();
        }
        if (arg instanceof LocalDate day) {
            return Math.toIntExact(day.toEpochDay());
        }
        return arg instanceof Enum<?> constant ? constant.name() : arg;
    }
}
