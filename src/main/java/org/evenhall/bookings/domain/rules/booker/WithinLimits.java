package org.evenhall.bookings.domain.rules.booker;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.evenhall.bookings.domain.Ledger.Entry;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.kernel.Violation;
import org.evenhall.policies.PolicyView.Limit;
import org.evenhall.policies.PolicyView.Measure;
import org.evenhall.policies.PolicyView.Per;
import org.evenhall.policies.PolicyView.StatedBy;

/**
 * A person, or all members of a group together, have at most so many bookings open, or so many hours a day, a week (ISO
 * 8601) or a month. Each limit counts within the thing that it names, and all of them hold together. What is counted
 * cannot change meanwhile: person and groups are locked.
 */
public final class WithinLimits {

    private final Wish wish;

    private WithinLimits(Wish wish) {
        this.wish = wish;
    }

    public static List<Violation> brokenBy(Wish wish) {
        var limits = new WithinLimits(wish);
        return wish.policy().limits().stream().flatMap(limits::broken).toList();
    }

    /** The first day that any limit looks at when a booking belongs to a day. */
    public static LocalDate firstDay(LocalDate day) {
        LocalDate week = week(day);
        LocalDate month = day.withDayOfMonth(1);
        return week.isBefore(month) ? week : month;
    }

    private Stream<Violation> broken(Limit limit) {
        if (limit.per() == Per.PERSON) {
            return broken(limit, entry -> entry.bookerId().equals(wish.bookerId()), "").stream();
        }
        return wish.ledger().groups().stream()
                .flatMap(group ->
                        broken(limit, entry -> group.members().contains(entry.bookerId()), group.name()).stream());
    }

    private Optional<Violation> broken(Limit limit, Predicate<Entry> whose, String group) {
        Predicate<Entry> counted = whose.and(entry -> lies(entry, limit));
        String key = "policy." + limit.rule();
        if (limit.measure() == Measure.OPEN_BOOKINGS) {
            long open = wish.ledger().open(counted, wish.now());
            return open < limit.most()
                    ? Optional.empty()
                    : Optional.of(Violation.of(limit.rule(), null, key, limit.most(), open, group));
        }
        LocalDate from = from(limit.measure());
        Duration booked = wish.ledger().booked(counted, from, until(limit.measure(), from));
        return booked.plus(wish.slot().length()).compareTo(Duration.ofHours(limit.most())) <= 0
                ? Optional.empty()
                : Optional.of(Violation.of(limit.rule(), "end", key, limit.most(), booked, group));
    }

    /** A limit that a space states counts all of it, parts included; one from above counts the space that is wanted. */
    private boolean lies(Entry entry, Limit limit) {
        return switch (limit.within()) {
            case CITY -> true;
            case ORGANISATION ->
                entry.within().contains(wish.space().organisation().id());
            case SPACE, PART ->
                limit.from().compareTo(StatedBy.SPACE) >= 0
                        ? entry.within().contains(limit.holder())
                        : entry.spaceId().equals(wish.space().id());
        };
    }

    private LocalDate from(Measure measure) {
        LocalDate day = wish.day();
        return switch (measure) {
            case HOURS_PER_WEEK -> week(day);
            case HOURS_PER_MONTH -> day.withDayOfMonth(1);
            default -> day;
        };
    }

    private static LocalDate until(Measure measure, LocalDate from) {
        return switch (measure) {
            case HOURS_PER_WEEK -> from.plusWeeks(1);
            case HOURS_PER_MONTH -> from.plusMonths(1);
            default -> from.plusDays(1);
        };
    }

    private static LocalDate week(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
