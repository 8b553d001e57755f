package org.evenhall.bookings.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.evenhall.policies.PolicyView;

/** Whether somebody who stayed away too often may not book for a while, by the rules of the space that was missed. */
public final class Pausing {

    private Pausing() {}

    /** From when on no-shows count: those that led to a pause already do not count again. */
    public static Instant countedFrom(PolicyView policy, Instant lastPause, Instant now) {
        Instant from = now.minus(Duration.ofDays(policy.noShowDays().value()));
        return lastPause != null && lastPause.isAfter(from) ? lastPause : from;
    }

    /** The end of the pause that begins now, if one does. */
    public static Optional<Instant> until(PolicyView policy, long noShows, Instant now) {
        int days = policy.pauseDays().value();
        return days > 0 && noShows >= policy.noShowsToPause().value()
                ? Optional.of(now.plus(Duration.ofDays(days)))
                : Optional.empty();
    }
}
