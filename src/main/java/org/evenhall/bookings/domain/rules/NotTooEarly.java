package org.evenhall.bookings.domain.rules;

import java.time.Duration;
import java.util.Optional;
import org.evenhall.bookings.domain.Rule;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.kernel.Violation;

/** A booking is made no longer ahead than so, unless days are released week by week instead. */
public final class NotTooEarly implements Rule {

    @Override
    public Optional<Violation> brokenBy(Wish wish) {
        Duration notice = wish.policy().noticeAtMost().value();
        return wish.policy().releases().value() == null
                        && wish.now().plus(notice).isBefore(wish.slot().start())
                ? Optional.of(Violation.of("notice-at-most", "start", "policy.notice-at-most", notice))
                : Optional.empty();
    }
}
