package org.evenhall.bookings.domain.rules.booker;

import java.util.Optional;
import org.evenhall.bookings.domain.Rule;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.kernel.Violation;

/** A space may be for people up to some age; whose age nobody knows is not let in. */
public final class YoungEnough implements Rule {

    @Override
    public Optional<Violation> brokenBy(Wish wish) {
        Integer to = wish.policy().ageTo().value();
        return to == null || wish.booker().ageOn(wish.day()).orElse(Integer.MAX_VALUE) <= to
                ? Optional.empty()
                : Optional.of(Violation.of("age-to", null, "policy.age-to", to));
    }
}
