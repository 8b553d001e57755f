package org.evenhall.bookings.domain.rules;

import java.time.LocalDate;
import java.util.Optional;
import org.evenhall.bookings.domain.Rule;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.kernel.Violation;

/** Only some days can be booked: from one on, until another. */
public final class OnReservableDay implements Rule {

    @Override
    public Optional<Violation> brokenBy(Wish wish) {
        LocalDate from = wish.policy().reservableFrom().value();
        LocalDate until = wish.policy().reservableUntil().value();
        if (wish.policy().reservableOn(wish.day())) {
            return Optional.empty();
        }
        return Optional.of(
                from != null && wish.day().isBefore(from)
                        ? Violation.of("reservable-from", "start", "policy.reservable-from", from)
                        : Violation.of("reservable-until", "start", "policy.reservable-until", until.minusDays(1)));
    }
}
