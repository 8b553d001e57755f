package org.evenhall.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.evenhall.platform.persistence.Retried;

/** The one transaction in which a job runs and its timer ends. */
@ApplicationScoped
class TimerTurn {

    private final TimerRows rows;

    TimerTurn() {
        this(null);
    }

    @Inject
    TimerTurn(TimerRows rows) {
        this.rows = rows;
    }

    @Retried
    @Transactional
    void run(TimerJob job, TimerRows.Due taken) {
        job.run(taken.subject(), taken.due());
        rows.finish(taken);
    }
}
