package org.evenhall.availability;

import java.time.Instant;
import org.evenhall.kernel.TimeRange;

/**
 * A time that a space is not to be had, without saying by whom.
 *
 * @param id stays the same as long as the time is taken by the same claim or closure
 * @param closed whether the house has closed the space then; otherwise somebody has it
 * @param since when it was entered
 */
public record BusyTime(String id, TimeRange slot, boolean closed, Instant since) {}
