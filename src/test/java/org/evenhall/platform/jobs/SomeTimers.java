package org.evenhall.platform.jobs;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

    /** Runs the timers of these jobs that are due by a clock, each in a transaction of its own, as a node does. */
    public static void run(Consumer<Runnable> transactions, Sql sql, Clock clock, List<TimerJob> jobs) {
        var databaseClock = new DatabaseClock(sql, clock) {
            @Override
            public Instant instant() {
                return clock.instant();
            }
        };
        var rows = new TimerRows(sql, databaseClock);
        var turn = new TimerTurn(rows) {
            @Override
            void run(TimerJob job, TimerRows.Due taken) {
                transactions.accept(() -> super.run(job, taken));
            }
        };
        var runner = new TimerRunner(rows, turn, databaseClock, clock, jobs, List.of());
        while (runner.runOne()) {
            // until nothing is due
        }
    }
}
