package org.evenhall.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/**
 * The one clock by which nodes decide who works on what: that of the database they share, since their own may differ.
 * The embedded database serves one process alone, whose clock is its clock.
 */
@ApplicationScoped
public class DatabaseClock {

    private final Sql sql;
    private final Clock clock;

    DatabaseClock() {
        this(null, null);
    }

    /** @param clock of this process */
    @Inject
    public DatabaseClock(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The present, not the beginning of the transaction; to the millisecond. */
    public Instant instant() {
        return sql.dialect()
                .presentMillis()
                .map(query -> Instant.ofEpochMilli(sql.count(query)))
                .orElseGet(clock::instant);
    }
}
