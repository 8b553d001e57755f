package org.evenhall.platform.jobs;

import java.time.Instant;

/**
 * What happens when timers of a kind are due. A bean; all jobs are found at start.
 */
public interface TimerJob {

    /** The kind of its timers, at most 60 characters; one job a kind. */
    String kind();

    /**
     * Does the work for one subject, in one transaction with the end of the timer: either both happen or neither. What
     * it finds may have changed since the timer was set, so it looks again under its locks. It may set its timer again.
     * An exception rolls everything back, and it is tried again later, without end.
     *
     * @param due when the timer was set for, which may be long ago
     */
    void run(String subject, Instant due);
}
