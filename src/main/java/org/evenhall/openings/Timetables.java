package org.evenhall.openings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Expected;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.Violation;
import org.evenhall.openings.domain.OpeningHours;
import org.evenhall.openings.domain.syntax.UnsupportedHours;
import org.evenhall.openings.store.RuleBook;
import org.evenhall.openings.store.RuleStore;
import org.evenhall.openings.store.RulesRecorded;
import org.evenhall.openings.store.StatedRule;
import org.evenhall.platform.nodes.Trace;
import org.evenhall.platform.nodes.Traces;
import org.evenhall.platform.persistence.Retried;
import org.evenhall.platform.text.Messages;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.Publishing;

/**
 * The door for owners to the hours of what is theirs. Nothing is overwritten: what is stated later holds from its first
 * day on, and days past stay what they were. Bookings that were made before stay too.
 */
@ApplicationScoped
@Transactional
public class Timetables {

    private static final int DAYS_SHOWN = 14;

    private Publishing publishing;
    private Catalogue catalogue;
    private RuleBook book;
    private RuleStore store;
    private Event<RulesRecorded> recorded;
    private Traces traces;
    private Clock clock;

    protected Timetables() {}

    @Inject
    public Timetables(
            Publishing publishing,
            Catalogue catalogue,
            RuleBook book,
            RuleStore store,
            Event<RulesRecorded> recorded,
            Traces traces,
            Clock clock) {
        this.publishing = publishing;
        this.catalogue = catalogue;
        this.book = book;
        this.store = store;
        this.recorded = recorded;
        this.traces = traces;
        this.clock = clock;
    }

    /** The hours of a space, and their version: how often they were stated for the space itself. */
    public record Versioned(HoursView hours, long version) {}

    @Transactional(Transactional.TxType.SUPPORTS)
    public Versioned get(Caller caller, String spaceId) {
        Listed space = publishing.seen(caller, spaceId);
        List<StatedRule> own = book.stated(spaceId);
        return new Versioned(view(caller, space, lastStated(space, own)), own.size());
    }

    /** What was stated last of the space, or else of the nearest space around it. */
    private StatedRule lastStated(Listed space, List<StatedRule> own) {
        return Stream.concat(
                        Stream.of(own),
                        catalogue.snapshot().wholesOf(space).stream().map(whole -> book.stated(whole.id())))
                .filter(stated -> !stated.isEmpty())
                .map(stated -> stated.get(stated.size() - 1))
                .findFirst()
                .orElse(null);
    }

    /**
     * States the hours of a space.
     *
     * @param expected the version that the caller has seen
     * @throws Refused as invalid, naming the part of the text that cannot be read
     */
    @Retried
    public Versioned state(Caller caller, String spaceId, StateHours wish, Expected expected) {
        Listed space = ownSpace(caller, spaceId);
        long version = store.versionForUpdate(space.site(), spaceId);
        expected.mustBe(version);
        StatedRule rule = checked(space, wish);
        store.add(List.of(rule));
        traces.leave(Trace.HOURS, spaceId);
        recorded.fire(new RulesRecorded(List.of(rule)));
        return new Versioned(view(caller, space, rule), version + 1);
    }

    /** What the hours would come to; nothing is stored. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public HoursView preview(Caller caller, String spaceId, StateHours wish) {
        Listed space = ownSpace(caller, spaceId);
        return view(caller, space, checked(space, wish));
    }

    private Listed ownSpace(Caller caller, String spaceId) {
        caller.mustBeSignedIn();
        Listed space = publishing.seen(caller, spaceId);
        publishing.mustOwn(caller, space);
        return space;
    }

    private StatedRule checked(Listed space, StateHours wish) {
        if (wish.openingHours() == null || wish.openingHours().isBlank()) {
            throw Refused.invalid(Violation.of("required", "openingHours", "field.required"));
        }
        LocalDate today = today(space);
        LocalDate validFrom = wish.validFrom() == null ? today : wish.validFrom();
        if (validFrom.isBefore(today)) {
            throw Refused.invalid(Violation.of("minimum", "validFrom", "hours.not-in-the-past", today));
        }
        String hours = wish.openingHours().strip();
        try {
            OpeningHours.parse(hours);
        } catch (UnsupportedHours e) {
            throw Refused.invalid(new Violation(
                    "opening-hours", "openingHours", e.why().key(), e.why().args()));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS); // as the database keeps it
        return new StatedRule(space.id(), hours, true, validFrom, now, true);
    }

    private HoursView view(Caller caller, Listed space, StatedRule rule) {
        LocalDate today = today(space);
        boolean later = rule != null && rule.validFrom().isAfter(today);
        LocalDate first = later ? rule.validFrom() : today;
        Function<LocalDate, OpenDay> open = rule == null || !rule.readable()
                ? day -> book.day(space, day, Instant.MAX)
                : day -> book.asStated(space, rule.hours(), day);
        return new HoursView(
                space.id(),
                rule == null ? null : rule.hours(),
                rule == null ? null : rule.validFrom(),
                rule != null && rule.readable(),
                rule == null || rule.spaceId().equals(space.id()) ? null : rule.spaceId(),
                space.zone(),
                first.datesUntil(first.plusDays(DAYS_SHOWN))
                        .map(open)
                        .map(day -> shown(caller, space, day))
                        .toList());
    }

    private static HoursView.Day shown(Caller caller, Listed space, OpenDay day) {
        return new HoursView.Day(
                day.date(),
                day.open().stream().map(range -> shown(space, range)).toList(),
                day.reason() == null ? null : Messages.text(caller.locale(), day.reason(), day.date()));
    }

    private static HoursView.Open shown(Listed space, TimeRange range) {
        return new HoursView.Open(
                OffsetDateTime.ofInstant(range.start(), space.zone()),
                OffsetDateTime.ofInstant(range.end(), space.zone()));
    }

    private LocalDate today(Listed space) {
        return LocalDate.ofInstant(clock.instant(), space.zone());
    }
}
