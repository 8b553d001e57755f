package org.evenhall.bookings.domain.rules;

import java.util.Optional;
import java.util.Set;
import org.evenhall.bookings.domain.Rule;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.kernel.Purpose;
import org.evenhall.kernel.Violation;

/** A space may be for some purposes only. A hold has none yet. */
public final class ForPurpose implements Rule {

    @Override
    public Optional<Violation> brokenBy(Wish wish) {
        Set<Purpose> allowed = wish.policy().purposes().value();
        return wish.purpose() == null || allowed.contains(wish.purpose())
                ? Optional.empty()
                : Optional.of(Violation.of("purposes", "purpose", "policy.purposes", allowed));
    }
}
