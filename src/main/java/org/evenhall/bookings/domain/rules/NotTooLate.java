package org.evenhall.bookings.domain.rules;

import java.time.Duration;
import java.util.Optional;
import org.evenhall.bookings.domain.Rule;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.kernel.Violation;

/** A booking is made so long before its start, and never after it. */
public final class NotTooLate implements Rule {

    @Override
    public Optional<Violation> brokenBy(Wish wish) {
        Duration notice = wish.policy().noticeAtLeast().value();
        if (!wish.now().plus(notice).isAfter(wish.slot().start())) {
            return Optional.empty();
        }
        String key = notice.isZero() ? "policy.notice-at-least" : "policy.notice-at-least.ahead";
        return Optional.of(Violation.of("notice-at-least", "start", key, notice));
    }
}
