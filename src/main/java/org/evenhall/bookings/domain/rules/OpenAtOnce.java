package org.evenhall.bookings.domain.rules;

import java.util.List;
import java.util.Locale;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.kernel.Violation;

/**
 * One person has at most so many bookings open at once, counted within the thing that the limit is about; all limits hold
 * together. What is counted cannot change meanwhile: the person is locked.
 */
public final class OpenAtOnce {

    private OpenAtOnce() {}

    static List<Violation> brokenBy(Wish wish) {
        return wish.policy().limits().stream()
                .filter(limit -> wish.openBookings().applyAsInt(limit.within()) >= limit.bookingsOpenAtOnce())
                .map(limit -> {
                    String rule = "open-bookings-in-" + limit.within().name().toLowerCase(Locale.ROOT);
                    return Violation.of(rule, null, "policy." + rule, limit.bookingsOpenAtOnce());
                })
                .toList();
    }
}
