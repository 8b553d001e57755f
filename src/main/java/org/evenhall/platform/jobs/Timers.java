package org.evenhall.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * Sets and clears timers, in the transaction of what they are for. There is one for each kind and subject; when it is due,
 * the {@link TimerJob} of its kind runs within about a second, on one of the nodes. Locked last of all rows. Whoever sets
 * the timer of a subject holds the lock of the subject itself, else two who set it first at the same time meet at the key.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Timers {

    private final TimerRows rows;

    Timers() {
        this(null);
    }

    @Inject
    Timers(TimerRows rows) {
        this.rows = rows;
    }

    /**
     * From now on this timer is due then, whether it was set before or not.
     *
     * @param subject id of what it is for, at most 120 characters
     */
    public void set(String kind, String subject, Instant due) {
        rows.set(kind, subject, due);
    }

    /**
     * Sets timers of subjects that have none of this kind yet, at most a few hundred, in one batch.
     *
     * @param due by subject
     */
    public void setFirst(String kind, Map<String, Instant> due) {
        if (!due.isEmpty()) {
            rows.add(kind, due);
        }
    }

    /** The same as {@link #clear(String, String)} for many subjects, at most a few hundred, in one batch. */
    public void clear(String kind, Collection<String> subjects) {
        if (!subjects.isEmpty()) {
            rows.clear(kind, subjects);
        }
    }

    /** From now on there is no such timer. */
    public void clear(String kind, String subject) {
        rows.clear(kind, subject);
    }
}
