package org.evenhall.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.evenhall.platform.jobs.RecurringJob;

/** Forgets news a week after everybody has heard it. */
@ApplicationScoped
class OutboxSweep implements RecurringJob {

    static final Duration KEPT = Duration.ofDays(7);

    private final DeliveryRows rows;

    OutboxSweep() {
        this(null);
    }

    @Inject
    OutboxSweep(DeliveryRows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return "outbox-sweep";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(2, 20);
    }

    @Override
    public void run(Instant due) {
        Instant before = due.minus(KEPT);
        while (rows.forgetDone(before)) {
            // in portions, each a transaction of its own
        }
        while (rows.forgetTold(before)) {
            // likewise
        }
    }
}
