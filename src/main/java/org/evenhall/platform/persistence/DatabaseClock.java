package org.evenhall.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The one clock by which nodes decide who works on what: that of the database they share, since their own may differ.
 * The embedded database serves one process alone, whose clock is its clock.
 */
@ApplicationScoped
public class DatabaseClock {

    /** How long a reading is carried on by the ticks of this process, which drift apart by far less than a millisecond then. */
    private static final long GOOD_FOR_NANOS = 1_000_000_000L;

    private final Sql sql;
    private final Clock clock;
    private volatile Reading last;

    /** What the database said, and the tick at which it had said so. */
    private record Reading(long tick, Instant then) {}

    DatabaseClock() {
        this(null, null);
    }

    /** @param clock of this process */
    @Inject
    public DatabaseClock(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The present, not the beginning of the transaction; to the millisecond. The database is asked once a second at most. */
    public Instant instant() {
        return sql.dialect().presentMillis().map(this::instant).orElseGet(clock::instant);
    }

    private Instant instant(String query) {
        Reading reading = last;
        if (reading == null || System.nanoTime() - reading.tick > GOOD_FOR_NANOS) {
            Instant then = Instant.ofEpochMilli(sql.count(query));
            reading = new Reading(System.nanoTime(), then);
            last = reading;
        }
        return reading.then.plusNanos(System.nanoTime() - reading.tick).truncatedTo(ChronoUnit.MILLIS);
    }
}
