package org.evenhall.bookings.domain.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.kernel.Violation;

/** One rule: it says what is broken, with the value that would be right, or nothing. */
public interface BookingRule {

    List<BookingRule> ALL = List.of(
            new FiveMinuteSteps(),
            new WithinOpeningHours(),
            new OnStartGrid(),
            new NotTooShort(),
            new NotTooLong(),
            new NotTooLate(),
            new NotTooEarly(),
            new FitsIn());

    /** Every broken rule at once. */
    static List<Violation> broken(Wish wish) {
        return Stream.concat(
                        ALL.stream().flatMap(rule -> rule.brokenBy(wish).stream()), OpenAtOnce.brokenBy(wish).stream())
                .toList();
    }

    Optional<Violation> brokenBy(Wish wish);
}
