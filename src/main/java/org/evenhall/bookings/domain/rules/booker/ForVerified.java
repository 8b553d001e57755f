package org.evenhall.bookings.domain.rules.booker;

import java.util.Optional;
import org.evenhall.bookings.domain.Rule;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.kernel.Violation;
import org.evenhall.policies.PolicyView.Audience;

/** A space may be for people alone whose name somebody has checked. */
public final class ForVerified implements Rule {

    @Override
    public Optional<Violation> brokenBy(Wish wish) {
        return wish.policy().audience().value() == Audience.VERIFIED
                        && !wish.booker().verified()
                ? Optional.of(Violation.of("audience", null, "policy.audience"))
                : Optional.empty();
    }
}
