package org.evenhall.bookings.domain.rules;

import java.time.Instant;
import java.util.Optional;
import org.evenhall.bookings.domain.Rule;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.kernel.Violation;

/** The calendar has cells of five minutes; a slot begins and ends on one. */
public final class FiveMinuteSteps implements Rule {

    private static final int STEP_SECONDS = 300;

    @Override
    public Optional<Violation> brokenBy(Wish wish) {
        return onAStep(wish.slot().start()) && onAStep(wish.slot().end())
                ? Optional.empty()
                : Optional.of(Violation.of(
                        "five-minutes", onAStep(wish.slot().start()) ? "end" : "start", "policy.five-minutes"));
    }

    private static boolean onAStep(Instant instant) {
        return instant.getNano() == 0 && Math.floorMod(instant.getEpochSecond(), STEP_SECONDS) == 0;
    }
}
