package org.evenhall.bookings.domain.rules;

import java.util.Optional;
import org.evenhall.bookings.domain.Rule;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.kernel.Violation;

/** No more people than the space holds. */
public final class FitsIn implements Rule {

    @Override
    public Optional<Violation> brokenBy(Wish wish) {
        int capacity = wish.space().capacity();
        return wish.people() > capacity
                ? Optional.of(Violation.of("people", "people", "policy.people", capacity))
                : Optional.empty();
    }
}
