package org.evenhall.bookings.domain.rules.booker;

import java.util.Optional;
import org.evenhall.bookings.domain.Rule;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.kernel.Violation;

/** A space may be for people from some age on; whose age nobody knows is not let in. */
public final class OldEnough implements Rule {

    @Override
    public Optional<Violation> brokenBy(Wish wish) {
        Integer from = wish.policy().ageFrom().value();
        return from == null || from == 0 || wish.booker().ageOn(wish.day()).orElse(-1) >= from
                ? Optional.empty()
                : Optional.of(Violation.of("age-from", null, "policy.age-from", from));
    }
}
