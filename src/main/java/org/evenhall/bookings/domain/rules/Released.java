package org.evenhall.bookings.domain.rules;

import java.time.LocalDate;
import java.util.Optional;
import org.evenhall.bookings.domain.Rule;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.kernel.Violation;
import org.evenhall.policies.PolicyView.Release;

/** Where days are released week by week, only a day that has been released can be booked. */
public final class Released implements Rule {

    @Override
    public Optional<Violation> brokenBy(Wish wish) {
        Release releases = wish.policy().releases().value();
        if (releases == null) {
            return Optional.empty();
        }
        LocalDate last = releases.lastDay(wish.now(), wish.space().zone());
        return wish.day().isAfter(last)
                ? Optional.of(
                        Violation.of("releases", "start", "policy.releases", last, releases.weekday(), releases.time()))
                : Optional.empty();
    }
}
