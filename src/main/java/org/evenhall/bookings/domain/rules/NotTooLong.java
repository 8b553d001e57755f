package org.evenhall.bookings.domain.rules;

import java.time.Duration;
import java.util.Optional;
import org.evenhall.bookings.domain.Rule;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.kernel.Violation;

/** A booking lasts at most so long. */
public final class NotTooLong implements Rule {

    @Override
    public Optional<Violation> brokenBy(Wish wish) {
        Duration most = wish.policy().longest().value();
        return wish.slot().length().compareTo(most) > 0
                ? Optional.of(Violation.of("longest-duration", "end", "policy.longest-duration", most))
                : Optional.empty();
    }
}
