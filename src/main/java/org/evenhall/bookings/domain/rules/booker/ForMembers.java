package org.evenhall.bookings.domain.rules.booker;

import java.util.Optional;
import java.util.Set;
import org.evenhall.bookings.domain.Rule;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.kernel.Violation;

/** A space may be for the members of some organisations. */
public final class ForMembers implements Rule {

    @Override
    public Optional<Violation> brokenBy(Wish wish) {
        Set<String> members = wish.policy().members().value();
        return members.isEmpty() || members.stream().anyMatch(wish.booker().organisations()::contains)
                ? Optional.empty()
                : Optional.of(Violation.of(
                        "members", null, "policy.members", wish.names().ofOrganisations(members)));
    }
}
