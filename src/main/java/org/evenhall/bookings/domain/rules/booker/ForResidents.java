package org.evenhall.bookings.domain.rules.booker;

import java.util.Optional;
import java.util.Set;
import org.evenhall.bookings.domain.Rule;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.kernel.Violation;

/** A space may be for the residents of some areas, and of those below them. */
public final class ForResidents implements Rule {

    @Override
    public Optional<Violation> brokenBy(Wish wish) {
        Set<String> areas = wish.policy().areas().value();
        return areas.isEmpty() || areas.stream().anyMatch(wish.booker().areas()::contains)
                ? Optional.empty()
                : Optional.of(
                        Violation.of("areas", null, "policy.areas", wish.names().ofAreas(areas)));
    }
}
