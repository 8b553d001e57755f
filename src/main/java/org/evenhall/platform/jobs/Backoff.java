package org.evenhall.platform.jobs;

import java.time.Duration;
import java.util.List;

/** How long to wait after a failure before the next try: seconds first, then minutes, then hours. */
public final class Backoff {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4));

    private Backoff() {}

    /** @param failures how many tries have failed, from 1 */
    public static Duration after(int failures) {
        return PAUSES.get(Math.min(failures, PAUSES.size()) - 1);
    }
}
