package org.evenhall.openings.store;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
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
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;

/**
 * All stated hours in memory, and the days made of them. Many spaces share a text, so a day is made once for a text, a
 * place's holidays and a zone. A part for which nothing is stated opens with the nearest space around it.
 */
@ApplicationScoped
public class RuleBook {

    private final Map<Place, LocalDays> days = new ConcurrentHashMap<>();
    private final Map<String, List<StatedRule>> rules = new ConcurrentHashMap<>();
    private RuleStore store;
    private Holidays holidays;
    private Catalogue catalogue;

    /** What days depend on. */
    private record Place(String hours, String country, String region, ZoneId zone) {}

    protected RuleBook() {}

    @Inject
    public RuleBook(RuleStore store, Holidays holidays, Catalogue catalogue) {
        this.store = store;
        this.holidays = holidays;
        this.catalogue = catalogue;
    }

    /** Takes the present state from the database, before data are stated: what is stated already is not stated again. */
    void load(@Observes @Priority(Started.DATA - 500) Started started) {
        rules.clear();
        loadAgain();
    }

    /** Takes over what others have recorded of all spaces. */
    void loadAgain() {
        takeOver(new RulesRecorded(store.all()));
    }

    /** Takes over what others have recorded of these spaces. */
    void loadAgain(Collection<String> spaceIds) {
        takeOver(new RulesRecorded(store.of(spaceIds)));
    }

    /**
     * Takes over what was recorded, be it known or not. What is recorded earlier may be committed later: the order is
     * that of recording.
     */
    void takeOver(RulesRecorded recorded) {
        Map<String, List<StatedRule>> bySpace =
                recorded.rules().stream().collect(Collectors.groupingBy(StatedRule::spaceId));
        bySpace.forEach((space, news) -> rules.merge(
                space,
                inOrder(news.stream()),
                (before, after) ->
                        inOrder(Stream.concat(before.stream(), after.stream()).distinct())));
    }

    private static List<StatedRule> inOrder(Stream<StatedRule> stated) {
        return stated.sorted(Comparator.comparing(StatedRule::recordedAt)).toList();
    }

    /** All that was stated for a space itself, in the order of recording. */
    public List<StatedRule> stated(String spaceId) {
        return rules.getOrDefault(spaceId, List.of());
    }

    /** Whether the owner was the last who stated hours for the space. */
    public boolean isLeftToOwner(String spaceId) {
        List<StatedRule> stated = stated(spaceId);
        return !stated.isEmpty() && stated.get(stated.size() - 1).byOwner();
    }

    /** As {@link #rule}, or else that of the nearest space around it of which one holds. */
    public Optional<StatedRule> ruleInForce(Listed space, LocalDate day, Instant recordedBefore) {
        return rule(space.id(), day, recordedBefore).or(() -> catalogue.snapshot().wholesOf(space).stream()
                .flatMap(whole -> rule(whole.id(), day, recordedBefore).stream())
                .findFirst());
    }

    /** The rule that holds on a day by what was recorded before a moment: the one recorded last of those that hold. */
    public Optional<StatedRule> rule(String spaceId, LocalDate day, Instant recordedBefore) {
        StatedRule holds = null;
        for (StatedRule rule : stated(spaceId)) {
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
        StatedRule rule = ruleInForce(space, day, recordedBefore).orElse(null);
        if (rule == null) {
            return new OpenDay(day, List.of(), "closed.not-recorded");
        }
        if (!rule.readable()) {
            return new OpenDay(day, List.of(), "closed.hours-unknown");
        }
        return asStated(space, rule.hours(), day);
    }

    /** The day as a text says that can be read, whether or not anybody has stated it. */
    public OpenDay asStated(Listed space, String hours, LocalDate day) {
        var venue = space.venue();
        return days.computeIfAbsent(
                        new Place(hours, venue.country(), venue.region(), venue.zone()),
                        place -> new LocalDays(
                                OpeningHours.parse(place.hours()),
                                holidays.in(place.country(), place.region()),
                                place.zone()))
                .on(day);
    }
}
