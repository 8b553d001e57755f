package org.evenhall.bookings.domain.rules;

import java.util.Optional;
import org.evenhall.bookings.domain.Rule;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.kernel.Violation;

/** A space may be for groups, from so many people on. */
public final class EnoughPeople implements Rule {

    @Override
    public Optional<Violation> brokenBy(Wish wish) {
        int fewest = wish.policy().peopleFrom().value();
        return wish.people() < fewest
                ? Optional.of(Violation.of("people-from", "people", "policy.people-from", fewest))
                : Optional.empty();
    }
}
