package org.evenhall.bookings.domain.rules;

import java.util.Optional;
import org.evenhall.bookings.domain.Rule;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.kernel.Violation;
import org.evenhall.policies.PolicyView.Allocation;

/** A space that is given out by the rounds of a season alone cannot be booked. */
public final class BookedDirectly implements Rule {

    @Override
    public Optional<Violation> brokenBy(Wish wish) {
        return wish.policy().allocation().value() == Allocation.ROUND
                ? Optional.of(Violation.of("allocation", "spaceId", "policy.allocation"))
                : Optional.empty();
    }
}
