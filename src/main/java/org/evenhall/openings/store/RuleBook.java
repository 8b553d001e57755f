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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhall.openings.Holidays;
import org.evenhall.openings.OpenDay;
import org.evenhall.openings.domain.LocalDays;
import org.evenhall.openings.domain.OpeningHours;
import org.evenhall.platform.Started;
import org.evenhall.spaces.Listed;

/**
 * All stated hours in memory, and the days made of them. Many spaces share a text, so a day is made once for a text, a
 * place's holidays and a zone.
 */
@ApplicationScoped
public class RuleBook {

    private final Map<Place, LocalDays> days = new ConcurrentHashMap<>();
    private final Map<String, List<StatedRule>> rules = new ConcurrentHashMap<>();
    private RuleStore store;
    private Holidays holidays;

    /** What days depend on. */
    private record Place(String hours, String country, String region, ZoneId zone) {}

    protected RuleBook() {}

    @Inject
    public RuleBook(RuleStore store, Holidays holidays) {
        this.store = store;
        this.holidays = holidays;
    }

    /** Takes the present state from the database, before data are stated: what is stated already is not stated again. */
    void load(@Observes @Priority(Started.DATA - 500) Started started) {
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
        if (rule == null) {
            return new OpenDay(day, List.of(), "closed.not-recorded");
        }
        if (!rule.readable()) {
            return new OpenDay(day, List.of(), "closed.hours-unknown");
        }
        var venue = space.venue();
        return days.computeIfAbsent(
                        new Place(rule.hours(), venue.country(), venue.region(), venue.zone()),
                        place -> new LocalDays(
                                OpeningHours.parse(place.hours()),
                                holidays.in(place.country(), place.region()),
                                place.zone()))
                .on(day);
    }
}
