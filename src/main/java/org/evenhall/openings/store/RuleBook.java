package org.evenhall.openings.store;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.WallClock;
import org.evenhall.openings.Holidays;
import org.evenhall.openings.OpenDay;
import org.evenhall.openings.domain.Opening;
import org.evenhall.openings.domain.OpeningHours;
import org.evenhall.platform.Started;
import org.evenhall.spaces.Listed;

/**
 * All stated hours in memory, and the days made of them. Many spaces share a text, so a day is made once for a text, a
 * place's holidays and a zone.
 */
@ApplicationScoped
public class RuleBook {

    private static final int MOST_DAYS_KEPT = 800;

    private final Map<Kind, Map<LocalDate, OpenDay>> made = new ConcurrentHashMap<>();
    private final Map<String, List<StatedRule>> rules = new ConcurrentHashMap<>();
    private RuleStore store;
    private Holidays holidays;

    /** What days depend on. */
    private record Kind(String hours, String country, String region, ZoneId zone) {}

    protected RuleBook() {}

    @Inject
    public RuleBook(RuleStore store, Holidays holidays) {
        this.store = store;
        this.holidays = holidays;
    }

    /** Takes the present state from the database. */
    void load(@Observes @Priority(Started.DERIVED - 500) Started started) {
        rules.clear();
        takeOver(new RulesRecorded(store.all()));
    }

    /** Takes over what was recorded. What is recorded earlier may be committed later: the order is that of recording. */
    void takeOver(@Observes(during = TransactionPhase.AFTER_SUCCESS) RulesRecorded recorded) {
        Map<String, List<StatedRule>> bySpace =
                recorded.rules().stream().collect(Collectors.groupingBy(StatedRule::spaceId));
        bySpace.forEach((space, news) ->
                rules.merge(space, List.copyOf(news), (before, after) -> Stream.concat(before.stream(), after.stream())
                        .sorted(Comparator.comparing(StatedRule::recordedAt))
                        .toList()));
    }

    /** The rule that holds on a day by what was recorded before a moment: the one recorded last of those that hold. */
    public Optional<StatedRule> rule(String spaceId, LocalDate day, Instant recordedBefore) {
        StatedRule holds = null;
        for (StatedRule rule : rules.getOrDefault(spaceId, List.of())) {
            if (!rule.validFrom().isAfter(day) && rule.recordedAt().isBefore(recordedBefore)) {
                holds = rule;
            }
        }
        return Optional.ofNullable(holds);
    }

    /** No later than the first local day, anywhere, of which a rule recorded by its end says something. */
    public Optional<LocalDate> firstDay() {
        return rules.values().stream()
                .flatMap(List::stream)
                .map(RuleBook::firstDay)
                .min(LocalDate::compareTo);
    }

    private static LocalDate firstDay(StatedRule rule) {
        LocalDate recorded =
                LocalDate.ofInstant(rule.recordedAt(), ZoneOffset.UTC).minusDays(1);
        return rule.validFrom().isAfter(recorded) ? rule.validFrom() : recorded;
    }

    public OpenDay day(Listed space, LocalDate day, Instant recordedBefore) {
        StatedRule rule = rule(space.id(), day, recordedBefore).orElse(null);
        if (rule == null || !rule.readable()) {
            return new OpenDay(day, List.of(), "closed.hours-unknown");
        }
        var venue = space.venue();
        var days = made.computeIfAbsent(
                new Kind(rule.hours(), venue.country(), venue.region(), venue.zone()),
                kind -> new ConcurrentHashMap<>());
        if (days.size() > MOST_DAYS_KEPT) {
            days.clear();
        }
        return days.computeIfAbsent(day, date -> make(rule.hours(), space, date));
    }

    private OpenDay make(String hours, Listed space, LocalDate day) {
        var calendar = holidays.in(space.venue().country(), space.venue().region());
        List<Opening> openings = OpeningHours.parse(hours).on(day, calendar);
        List<TimeRange> open = new ArrayList<>();
        for (Opening opening : openings) {
            if (!opening.unknown()) {
                add(open, day, opening, space.zone());
            }
        }
        return new OpenDay(day, open, open.isEmpty() ? whyClosed(openings) : null);
    }

    /** The clock's change in spring moves what it skips into what follows, and that is not open twice. */
    private static void add(List<TimeRange> open, LocalDate day, Opening opening, ZoneId zone) {
        Instant start = WallClock.at(day, opening.fromMinute(), zone);
        Instant before = open.isEmpty() ? start : open.get(open.size() - 1).end();
        TimeRange.between(start.isBefore(before) ? before : start, WallClock.at(day, opening.toMinute(), zone))
                .ifPresent(open::add);
    }

    private static String whyClosed(List<Opening> openings) {
        if (openings.isEmpty()) {
            return "closed.that-day";
        }
        return openings.stream()
                        .anyMatch(opening -> Opening.HOLIDAYS_NOT_KNOWN.equals(opening.comment())
                                || Opening.MAKE_UP_DAY.equals(opening.comment()))
                ? "closed.calendar-unknown"
                : "closed.by-arrangement";
    }
}
