package org.evenhall.bookings.domain.rules;

import java.time.Duration;
import java.util.Optional;
import org.evenhall.bookings.domain.Rule;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.kernel.Violation;

/** Starts lie on a grid that is counted from opening. */
public final class OnStartGrid implements Rule {

    @Override
    public Optional<Violation> brokenBy(Wish wish) {
        Duration grid = wish.policy().startGrid().value();
        return wish.opening()
                .filter(opening ->
                        Duration.between(opening.range().start(), wish.slot().start())
                                                .toMillis()
                                        % grid.toMillis()
                                != 0)
                .map(opening -> Violation.of(
                        "start-grid",
                        "start",
                        "policy.start-grid",
                        grid,
                        opening.range().start().atZone(wish.space().zone()).toLocalTime()));
    }
}
