package org.evenhall.bookings.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.evenhall.openings.OpenDay;
import org.evenhall.policies.PolicyView;

/**
 * A space opens on a day only if it has so many bookings so long before its first opening of that day.
 *
 * @param needed more than none
 * @param by bookings made before this count
 */
public record Minimum(int needed, Instant by) {

    /** @param days the space's opening around the day; nothing where no minimum is stated, or the day is closed anyway */
    public static Optional<Minimum> of(PolicyView policy, List<OpenDay> days, LocalDate day) {
        int needed = policy.minimumBookings().value();
        return needed == 0
                ? Optional.empty()
                : days.stream()
                        .filter(one -> one.date().equals(day) && !one.open().isEmpty())
                        .findFirst()
                        .map(one -> one.open()
                                .get(0)
                                .start()
                                .minus(policy.minimumBy().value()))
                        .map(by -> new Minimum(needed, by));
    }
}
