package org.evenhall.platform.jobs;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.evenhall.platform.persistence.DatabaseClock;
import org.evenhall.platform.persistence.Sql;

/** Timers without a server. A test runs their jobs itself. */
public final class SomeTimers {

    private SomeTimers() {}

    public static Timers on(Sql sql, Clock clock) {
        return new Timers(new TimerRows(sql, new DatabaseClock(sql, clock)));
    }

    /** When a timer is due; empty where it is not set. */
    public static Optional<Instant> due(Sql sql, String kind, String subject) {
        return sql.first(
                "SELECT due_at FROM timer WHERE kind = ? AND subject = ?",
                row -> Instant.ofEpochMilli(row.getLong(1)),
                kind,
                subject);
    }
}
