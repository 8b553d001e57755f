package org.evenhall.bookings.domain.rules;

import java.time.Duration;
import java.util.Optional;
import org.evenhall.bookings.domain.Rule;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.kernel.Violation;

/** Where the owner decides, there must be time for it: a request lapses so long before its start. */
public final class DecidableInTime implements Rule {

    @Override
    public Optional<Violation> brokenBy(Wish wish) {
        Duration before = wish.policy().decisionBefore().value();
        boolean tooLate = !wish.now().plus(before).isBefore(wish.slot().start());
        return wish.policy().approvalNeeded().value() && tooLate
                ? Optional.of(Violation.of("decision-before", "start", "policy.decision-before", before))
                : Optional.empty();
    }
}
