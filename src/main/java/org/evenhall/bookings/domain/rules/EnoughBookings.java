package org.evenhall.bookings.domain.rules;

import java.util.Optional;
import org.evenhall.bookings.domain.Minimum;
import org.evenhall.bookings.domain.Rule;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.kernel.Violation;

/** A day that did not have enough bookings in time stays closed. */
public final class EnoughBookings implements Rule {

    @Override
    public Optional<Violation> brokenBy(Wish wish) {
        return Minimum.of(wish.policy(), wish.days(), wish.day())
                .filter(minimum -> !wish.now().isBefore(minimum.by()) && wish.bookedThen() < minimum.needed())
                .map(minimum -> Violation.of(
                        "minimum-bookings",
                        "start",
                        "policy.minimum-bookings",
                        wish.day(),
                        minimum.needed(),
                        minimum.by().atZone(wish.space().zone()),
                        wish.bookedThen()));
    }
}
