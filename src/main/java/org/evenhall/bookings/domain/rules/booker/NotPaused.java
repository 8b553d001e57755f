package org.evenhall.bookings.domain.rules.booker;

import java.time.Instant;
import java.util.Optional;
import org.evenhall.bookings.domain.Rule;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.kernel.Violation;

/** Whoever stayed away too often may not book for a while. */
public final class NotPaused implements Rule {

    @Override
    public Optional<Violation> brokenBy(Wish wish) {
        Instant until = wish.booker().pausedUntil();
        return until != null && until.isAfter(wish.now())
                ? Optional.of(Violation.of(
                        "paused",
                        null,
                        "policy.paused",
                        until.atZone(wish.space().zone())))
                : Optional.empty();
    }
}
