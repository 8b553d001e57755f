package org.evenhall.openings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.evenhall.openings.domain.FrozenHours;
import org.evenhall.openings.domain.OpeningHours;
import org.evenhall.openings.domain.syntax.UnsupportedHours;
import org.evenhall.openings.store.FrozenDays;
import org.evenhall.openings.store.RuleBook;
import org.evenhall.openings.store.RuleStore;
import org.evenhall.openings.store.RulesRecorded;
import org.evenhall.openings.store.StatedRule;
import org.evenhall.spaces.Listed;

/** The door to opening hours: what is open on a day by the rules in force now, and what was open on days past. */
@ApplicationScoped
@Transactional
public class Openings {

    private RuleBook book;
    private RuleStore store;
    private FrozenDays frozen;
    private Event<RulesRecorded> recorded;
    private Clock clock;

    protected Openings() {}

    @Inject
    public Openings(RuleBook book, RuleStore store, FrozenDays frozen, Event<RulesRecorded> recorded, Clock clock) {
        this.book = book;
        this.store = store;
        this.frozen = frozen;
        this.recorded = recorded;
        this.clock = clock;
    }

    /** Hours that a space is open from a day on. */
    public record Statement(String spaceId, String hours, LocalDate validFrom) {}

    /**
     * What is open on each local day of {@code [from, to)} of the venue's calendar, by the rules as they stand now. Fast
     * enough to be asked for every space of a city and a hundred days: rules are in memory, days of equal rules shared.
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<OpenDay> of(Listed space, LocalDate from, LocalDate to) {
        List<OpenDay> days = new ArrayList<>();
        for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
            days.add(book.day(space, day, Instant.MAX));
        }
        return days;
    }

    /**
     * What was open on each past local day of {@code [from, to)}, frozen or, until the night has frozen it, by the rules
     * recorded before that day ended; and what will be open on days to come. It adds up to {@link #openTime}: a day that
     * was frozen without the space was not open to the public, and a hidden space opens no more.
     */
    public List<OpenDay> asItWas(Listed space, LocalDate from, LocalDate to) {
        return asItWas(List.of(space), from, to).get(space.id());
    }

    /** The same for several spaces, by id; one statement for up to a hundred. */
    public Map<String, List<OpenDay>> asItWas(Collection<Listed> spaces, LocalDate from, LocalDate to) {
        LocalDate notFrozen = firstNotFrozen(from, to);
        Map<String, Map<LocalDate, FrozenDays.FrozenDay>> kept = new HashMap<>();
        frozen.ofSpaces(spaces.stream().map(Listed::id).toList(), from, notFrozen)
                .forEach(day -> kept.computeIfAbsent(day.spaceId(), id -> new HashMap<>())
                        .put(day.day(), day));
        Map<String, List<OpenDay>> days = new HashMap<>();
        for (Listed space : spaces) {
            days.put(space.id(), asItWas(space, kept.getOrDefault(space.id(), Map.of()), notFrozen, from, to));
        }
        return days;
    }

    private List<OpenDay> asItWas(
            Listed space,
            Map<LocalDate, FrozenDays.FrozenDay> kept,
            LocalDate notFrozen,
            LocalDate from,
            LocalDate to) {
        List<OpenDay> days = new ArrayList<>();
        for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
            var asKept = kept.get(day);
            if (space.published() && !day.isBefore(notFrozen)) {
                days.add(book.day(space, day, FrozenHours.endOf(day, space.zone())));
            } else if (asKept != null) {
                days.add(FrozenHours.read(asKept.intervals(), day, space.zone()));
            } else {
                days.add(new OpenDay(day, List.of(), "closed.that-day"));
            }
        }
        return days;
    }

    /** How long each of these spaces was or will be open in the local days {@code [from, to)}. */
    public Map<String, OpenTime> openTime(Collection<Listed> spaces, LocalDate from, LocalDate to) {
        LocalDate notFrozen = firstNotFrozen(from, to);
        Map<String, OpenTime> past = from.isBefore(notFrozen) ? frozen.sums(from, notFrozen) : Map.of();
        Map<OpenDay, OpenTime> measured = new IdentityHashMap<>(); // spaces of equal hours share their days
        Map<String, OpenTime> sums = new HashMap<>();
        for (Listed space : spaces) {
            OpenTime sum = past.getOrDefault(space.id(), OpenTime.NONE);
            for (LocalDate day = notFrozen; space.published() && day.isBefore(to); day = day.plusDays(1)) {
                sum = sum.plus(measured.computeIfAbsent(
                        book.day(space, day, FrozenHours.endOf(day, space.zone())),
                        open -> Evening.measure(open.open(), space.zone())));
            }
            sums.put(space.id(), sum);
        }
        return sums;
    }

    /** The first day of {@code [from, to)} for which only the rules speak; {@code to} where all are frozen. */
    private LocalDate firstNotFrozen(LocalDate from, LocalDate to) {
        LocalDate first = frozen.last().map(day -> day.plusDays(1)).orElse(from);
        return first.isBefore(from) ? from : first.isAfter(to) ? to : first;
    }

    /**
     * The hours as stated, in force on a day: the text, whether it can be read, and what is wrong with it if not. A part
     * for which nothing is stated has those of the nearest space around it.
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public StatedHours stated(Listed space, LocalDate day) {
        return book.ruleInForce(space, day, Instant.MAX)
                .map(rule -> read(rule.hours()))
                .orElse(new StatedHours("", false, null));
    }

    /** What can be made of a text, without stating it for anything. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public StatedHours read(String hours) {
        try {
            OpeningHours.parse(hours);
            return new StatedHours(hours, true, null);
        } catch (UnsupportedHours e) {
            var why = e.why();
            return new StatedHours(hours, false, new StatedHours.Problem(why.key(), why.args()));
        }
    }

    /**
     * States hours for many spaces at once, in the running transaction: up to a few hundred, in one batch. What is
     * already stated so is left alone, and so are spaces whose owner has stated their hours; a text that cannot be read
     * is kept all the same.
     */
    public void stateAll(Collection<Statement> statements) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS); // as the database keeps it
        List<StatedRule> news = statements.stream()
                .filter(statement -> !book.isLeftToOwner(statement.spaceId())
                        && book.rule(statement.spaceId(), statement.validFrom(), Instant.MAX)
                                .filter(rule -> rule.hours().equals(statement.hours()))
                                .isEmpty())
                .map(statement -> new StatedRule(
                        statement.spaceId(),
                        statement.hours(),
                        read(statement.hours()).readable(),
                        statement.validFrom(),
                        now,
                        false))
                .toList();
        if (!news.isEmpty()) {
            store.add(news);
            recorded.fire(new RulesRecorded(news));
        }
    }
}
