package org.evenhall.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.evenhall.kernel.Ids;
import org.evenhall.platform.persistence.DatabaseClock;
import org.evenhall.platform.persistence.Sql;

/**
 * The table {@code timer}. Working on a timer moves its {@code try_at} to the end of the lease, so that it comes up by
 * itself again when its node died; the lease says whose it is at the moment.
 */
@ApplicationScoped
class TimerRows {

    private static final int CANDIDATES = 20;
    private static final String INSERT =
            "INSERT INTO timer (id, kind, subject, due_at, try_at, attempts) VALUES (?, ?, ?, ?, ?, 0)";
    private static final String DELETE = "DELETE FROM timer WHERE kind = ? AND subject = ?";

    private final Sql sql;
    private final DatabaseClock clock;

    TimerRows() {
        this(null, null);
    }

    @Inject
    TimerRows(Sql sql, DatabaseClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A timer that is due, as it was seen; {@code lease} is null as long as nobody has taken it. */
    record Due(String id, String kind, String subject, Instant due, Instant tryAt, int attempts, String lease) {}

    void set(String kind, String subject, Instant due) {
        int changed = sql.update(
                "UPDATE timer SET due_at = ?, try_at = ?, attempts = 0, lease = NULL, last_error = NULL"
                        + " WHERE kind = ? AND subject = ?",
                due,
                due,
                kind,
                subject);
        if (changed == 0) {
            sql.update(INSERT, Ids.next(), kind, subject, due, due);
        }
    }

    void add(String kind, Map<String, Instant> due) {
        List<Object[]> rows = new ArrayList<>();
        due.forEach((subject, moment) -> rows.add(new Object[] {Ids.next(), kind, subject, moment, moment}));
        sql.batch(INSERT, rows);
    }

    void clear(String kind, String subject) {
        sql.update(DELETE, kind, subject);
    }

    void clear(String kind, Collection<String> subjects) {
        sql.batch(
                DELETE,
                subjects.stream().map(subject -> new Object[] {kind, subject}).toList());
    }

    boolean isSet(String kind, String subject) {
        return sql.count("SELECT COUNT(*) FROM timer WHERE kind = ? AND subject = ?", kind, subject) > 0;
    }

    /** Some that are due, the oldest first. */
    List<Due> due(Collection<String> kinds) {
        String marks = String.join(", ", Collections.nCopies(kinds.size(), "?"));
        Object[] args = new Object[kinds.size() + 1];
        int next = 0;
        for (String kind : kinds) {
            args[next++] = kind;
        }
        args[next] = clock.instant();
        return sql.list(
                "SELECT id, kind, subject, due_at, try_at, attempts FROM timer WHERE kind IN (" + marks
                        + ") AND try_at <= ? ORDER BY try_at FETCH FIRST " + CANDIDATES + " ROWS ONLY"
                        + sql.dialect().withoutWaiting(),
                row -> new Due(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Instant.ofEpochMilli(row.getLong(4)),
                        Instant.ofEpochMilli(row.getLong(5)),
                        row.getInt(6),
                        null),
                args);
    }

    /** Takes a timer for so long; null where somebody else was first, or it was set anew. */
    Due take(Due seen, Duration length) {
        String lease = Ids.next();
        Instant until = clock.instant().plus(length);
        int changed = sql.update(
                "UPDATE timer SET lease = ?, try_at = ?, attempts = attempts + 1"
                        + " WHERE id = ? AND due_at = ? AND try_at = ?",
                lease,
                until,
                seen.id(),
                seen.due(),
                seen.tryAt());
        return changed == 0
                ? null
                : new Due(seen.id(), seen.kind(), seen.subject(), seen.due(), until, seen.attempts() + 1, lease);
    }

    /**
     * Removes a timer whose work is done, unless it was set anew meanwhile.
     *
     * @throws LostLease where somebody else has taken it, because the work took longer than its lease
     */
    void finish(Due taken) {
        if (sql.update("DELETE FROM timer WHERE id = ? AND lease = ?", taken.id(), taken.lease()) == 0) {
            boolean another =
                    sql.count("SELECT COUNT(*) FROM timer WHERE id = ? AND lease IS NOT NULL", taken.id()) > 0;
            if (another) {
                throw new LostLease(taken.kind());
            }
        }
    }

    /** Sets a taken timer for its next time. */
    void again(Due taken, Instant next) {
        sql.update(
                "UPDATE timer SET due_at = ?, try_at = ?, attempts = 0, lease = NULL, last_error = NULL"
                        + " WHERE id = ? AND lease = ?",
                next,
                next,
                taken.id(),
                taken.lease());
    }

    /** Gives a timer back for a later try. */
    void failed(Due taken, String error) {
        sql.update(
                "UPDATE timer SET try_at = ?, lease = NULL, last_error = ? WHERE id = ? AND lease = ?",
                clock.instant().plus(Backoff.after(taken.attempts())),
                error,
                taken.id(),
                taken.lease());
    }
}
