package org.evenhall.bookings.domain.rules;

import java.util.Optional;
import org.evenhall.bookings.domain.Rule;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.kernel.Violation;

/** The owner may let in fewer people than the space would hold. */
public final class NotTooManyPeople implements Rule {

    @Override
    public Optional<Violation> brokenBy(Wish wish) {
        Integer most = wish.policy().peopleTo().value();
        return most != null && wish.people() > most
                ? Optional.of(Violation.of("people-to", "people", "policy.people-to", most))
                : Optional.empty();
    }
}
