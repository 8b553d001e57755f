package org.evenhall.platform.jobs;

import java.time.Instant;
import java.time.LocalTime;

/**
 * Work that is done once a day by one of the nodes. A bean; all jobs are found at start. A day on which no node ran is
 * made up for once.
 */
public interface RecurringJob {

    /** Its name, at most 60 characters, different from those of all other jobs. */
    String kind();

    /** The time of day in UTC. */
    LocalTime at();

    /**
     * Does the work, outside any transaction: it may take an hour and opens as many as it needs. It may run a second
     * time where a node ended in the middle of it, or where it threw an exception.
     *
     * @param due when it was to begin
     */
    void run(Instant due);
}
