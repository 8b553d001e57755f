package org.evenhall.bookings.domain.rules;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.evenhall.bookings.domain.Rule;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.bookings.domain.rules.booker.ForMembers;
import org.evenhall.bookings.domain.rules.booker.ForResidents;
import org.evenhall.bookings.domain.rules.booker.ForVerified;
import org.evenhall.bookings.domain.rules.booker.NotPaused;
import org.evenhall.bookings.domain.rules.booker.OldEnough;
import org.evenhall.bookings.domain.rules.booker.OnePlaceAtATime;
import org.evenhall.bookings.domain.rules.booker.WithinLimits;
import org.evenhall.bookings.domain.rules.booker.YoungEnough;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;

/** All rules that a booking must keep. */
public final class BookingRules {

    static final List<Rule> ALL = List.of(
            new FiveMinuteSteps(),
            new OnReservableDay(),
            new WithinOpeningHours(),
            new OnStartGrid(),
            new NotTooShort(),
            new NotTooLong(),
            new NotTooLate(),
            new NotTooEarly(),
            new Released(),
            new DecidableInTime(),
            new FitsIn(),
            new EnoughPeople(),
            new NotTooManyPeople(),
            new ForPurpose(),
            new BookedDirectly(),
            new EnoughBookings(),
            new ForVerified(),
            new ForResidents(),
            new OldEnough(),
            new YoungEnough(),
            new ForMembers(),
            new NotPaused(),
            new OnePlaceAtATime());

    private static final Set<Class<? extends Rule>> ASKED_BEFORE =
            Set.of(NotTooLate.class, NotTooEarly.class, Released.class, DecidableInTime.class, NotPaused.class);

    private BookingRules() {}

    /** Every broken rule at once. */
    public static List<Violation> broken(Wish wish) {
        return Stream.concat(
                        ALL.stream().flatMap(rule -> rule.brokenBy(wish).stream()),
                        WithinLimits.brokenBy(wish).stream())
                .toList();
    }

    /** @throws Refused naming every broken rule */
    public static void mustBeKept(Wish wish) {
        refuse(broken(wish));
    }

    /**
     * The same for a booking that is going on and is to last longer: how long before its start it had to be made is not
     * asked again.
     *
     * @throws Refused naming every broken rule
     */
    public static void mustBeKeptByStaying(Wish wish) {
        refuse(Stream.concat(
                        ALL.stream()
                                .filter(rule -> !ASKED_BEFORE.contains(rule.getClass()))
                                .flatMap(rule -> rule.brokenBy(wish).stream()),
                        WithinLimits.brokenBy(wish).stream())
                .toList());
    }

    /**
     * What speaks against another space for a booking that a closure hit: how early it had to be made and how many others
     * the booker has is not asked again, since the booker did not ask to move.
     */
    public static List<Violation> brokenElsewhere(Wish wish) {
        return ALL.stream()
                .filter(rule -> !ASKED_BEFORE.contains(rule.getClass()) && !(rule instanceof OnePlaceAtATime))
                .flatMap(rule -> rule.brokenBy(wish).stream())
                .toList();
    }

    private static void refuse(List<Violation> broken) {
        if (!broken.isEmpty()) {
            throw new Refused(Reason.POLICY, broken, "problem.policy.detail");
        }
    }
}
