package org.evenhall.platform.nodes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.evenhall.platform.persistence.Dialect;
import org.evenhall.platform.persistence.Sql;

/**
 * The traces that nodes leave for each other, rows of {@code calendar_change}. A trace is written in the transaction of
 * the change, so that nobody hears of what was rolled back. Only PostgreSQL has other nodes: a database embedded in
 * this process has none, and keeps no traces. Ages are measured by the clock of the database, which all nodes share.
 */
@ApplicationScoped
public class Traces {

    private static final String COLUMNS = "seq, what, COALESCE(subject, space_id), day, node";
    private static final String NOW = "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";
    private static final String INSERT =
            "INSERT INTO calendar_change (changed_at, what, subject, day, node) VALUES (" + NOW + ", ?, ?, ?, ?)";

    private final Sql sql;
    private final Node node;

    Traces() {
        this(null, null);
    }

    @Inject
    public Traces(Sql sql, Node node) {
        this.sql = sql;
        this.node = node;
    }

    /** Whether other processes may work on the same database. */
    public boolean areFollowed() {
        return sql.dialect() == Dialect.POSTGRESQL;
    }

    /** Leaves a trace in the running transaction. */
    public void leave(String what, String subject) {
        write(what, subject, null);
    }

    /** Leaves a trace of something that concerns one day. */
    public void leave(String what, String subject, int day) {
        write(what, subject, day);
    }

    /** The same of several days, at most a few hundred. */
    public void leave(String what, String subject, Collection<Integer> days) {
        if (areFollowed() && !days.isEmpty()) {
            sql.batch(
                    INSERT,
                    days.stream()
                            .map(day -> new Object[] {what, subject, day, node.id()})
                            .toList());
        }
    }

    private void write(String what, String subject, Integer day) {
        if (areFollowed()) {
            sql.update(INSERT, what, subject, day, node.id());
        }
    }

    boolean leftByThisNode(Trace trace) {
        return node.id().equals(trace.node());
    }

    /** Those with a higher number, as far as they are committed. */
    List<Trace> after(long seq) {
        return sql.list("SELECT " + COLUMNS + " FROM calendar_change WHERE seq > ?", Traces::trace, seq);
    }

    /** Those of these numbers that are committed by now. */
    List<Trace> among(Collection<Long> numbers) {
        return sql.among("SELECT " + COLUMNS + " FROM calendar_change WHERE seq IN", numbers, Traces::trace);
    }

    /** The numbers above one of what other nodes changed, but for day sheets, which nobody decides by. */
    List<Long> decisiveAfter(long seq) {
        return sql.list(
                "SELECT seq FROM calendar_change WHERE what <> '" + Trace.SHEET + "' AND seq > ? AND node <> ?",
                row -> row.getLong(1),
                seq,
                node.id());
    }

    /** The highest number older than this, 0 where there is none. */
    long highestBefore(Duration age) {
        return sql.count(
                "SELECT COALESCE(MAX(seq), 0) FROM calendar_change WHERE changed_at < " + NOW + " - ?", age.toMillis());
    }

    /** The numbers above one, without what they say. */
    List<Long> numbersAfter(long seq) {
        return sql.list("SELECT seq FROM calendar_change WHERE seq > ?", row -> row.getLong(1), seq);
    }

    /** The highest one stays, so that a node that starts knows where the numbers go on. */
    void forgetOlderThan(Duration age) {
        sql.update(
                "DELETE FROM calendar_change WHERE changed_at < " + NOW
                        + " - ? AND seq < (SELECT MAX(seq) FROM calendar_change)",
                age.toMillis());
    }

    private static Trace trace(ResultSet row) throws SQLException {
        return new Trace(
                row.getLong(1), row.getString(2), row.getString(3), row.getObject(4, Integer.class), row.getString(5));
    }
}
