package org.evenhall.bookings.domain.rules;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evenhall.bookings.domain.Rule;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.Violation;
import org.evenhall.openings.OpenDay;

/** The space is open from the start to the end. */
public final class WithinOpeningHours implements Rule {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    @Override
    public Optional<Violation> brokenBy(Wish wish) {
        if (wish.opening().isPresent()) {
            return Optional.empty();
        }
        LocalDate date = wish.slot().start().atZone(wish.space().zone()).toLocalDate();
        Optional<OpenDay> day =
                wish.days().stream().filter(one -> one.date().equals(date)).findFirst();
        String hours = day.stream()
                .flatMap(one -> one.open().stream())
                .map(range -> words(wish, range))
                .collect(Collectors.joining(", "));
        if (!hours.isEmpty()) {
            return Optional.of(Violation.of("opening-hours", "start", "policy.opening-hours", date, hours));
        }
        return Optional.of(
                Violation.of("opening-hours", "start", day.map(OpenDay::reason).orElse("closed.that-day"), date));
    }

    private static String words(Wish wish, TimeRange range) {
        return TIME.format(range.start().atZone(wish.space().zone())) + "–"
                + TIME.format(range.end().atZone(wish.space().zone()));
    }
}
