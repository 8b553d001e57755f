package org.evenhall.bookings.domain.rules;

import java.time.Duration;
import java.util.Optional;
import org.evenhall.bookings.domain.Rule;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.kernel.Violation;

/** A booking lasts at least so long. */
public final class NotTooShort implements Rule {

    @Override
    public Optional<Violation> brokenBy(Wish wish) {
        Duration least = wish.policy().shortest().value();
        return wish.slot().length().compareTo(least) < 0
                ? Optional.of(Violation.of("shortest-duration", "end", "policy.shortest-duration", least))
                : Optional.empty();
    }
}
