package org.evenhall.bookings.domain.rules.booker;

import java.util.Optional;
import org.evenhall.bookings.domain.Rule;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.kernel.Violation;

/** Where the rules say so, nobody has two spaces at once; one that was left or missed is not had any more. */
public final class OnePlaceAtATime implements Rule {

    @Override
    public Optional<Violation> brokenBy(Wish wish) {
        if (!wish.policy().noTwoPlaces().value()) {
            return Optional.empty();
        }
        return wish.ledger().entries().stream()
                .filter(entry -> entry.open() && entry.bookerId().equals(wish.bookerId()))
                .filter(entry -> !entry.spaceId().equals(wish.space().id()))
                .filter(entry -> entry.slot().overlaps(wish.slot()))
                .findFirst()
                .map(entry -> Violation.of(
                        "no-two-places",
                        "start",
                        "policy.no-two-places",
                        entry.slot().start().atZone(wish.space().zone()).toLocalTime(),
                        entry.slot().end().atZone(wish.space().zone()).toLocalTime()));
    }
}
