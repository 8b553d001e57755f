package org.evenhall.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.evenhall.areas.Areas;
import org.evenhall.availability.Usage;
import org.evenhall.bookings.BookingFigures;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;
import org.evenhall.openings.OpenTime;
import org.evenhall.openings.Openings;
import org.evenhall.organisations.AllianceView;
import org.evenhall.organisations.Alliances;
import org.evenhall.organisations.Organisations;
import org.evenhall.platform.text.Messages;
import org.evenhall.reports.domain.ClosedTime;
import org.evenhall.reports.domain.Figures;
import org.evenhall.reports.domain.Scope;
import org.evenhall.reports.domain.Tally;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;

/** The door to figures: how well the opened hours were used, and where. */
@ApplicationScoped
@Transactional
public class Reports {

    private final Catalogue catalogue;
    private final Openings openings;
    private final Usage usage;
    private final BookingFigures bookingFigures;
    private final Areas areas;
    private final Organisations organisations;
    private final Alliances alliances;

    Reports() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public Reports(
            Catalogue catalogue,
            Openings openings,
            Usage usage,
            BookingFigures bookingFigures,
            Areas areas,
            Organisations organisations,
            Alliances alliances) {
        this.catalogue = catalogue;
        this.openings = openings;
        this.usage = usage;
        this.bookingFigures = bookingFigures;
        this.areas = areas;
        this.organisations = organisations;
        this.alliances = alliances;
    }

    /**
     * The use of the opened hours in a period, of the spaces that the caller may see (see {@link Scope}). Published
     * spaces count, whether used or not, and hidden ones as far as they were open or booked. What a space belongs to is
     * what it belongs to now.
     *
     * @throws Refused as forbidden for somebody who neither coordinates nor owns anything, and where the filters leave
     *     only what others may see; as not found where a filter names nothing
     */
    public UtilisationReport utilisation(Caller caller, UtilisationQuery query) {
        Scope scope = Scope.of(caller, () -> allAlliances(caller));
        List<Listed> asked = catalogue.snapshot().all().stream()
                .filter(filter(caller, query))
                .toList();
        List<Listed> seen = asked.stream().filter(scope).toList();
        if (query.isFiltered() && seen.isEmpty() && !asked.isEmpty()) {
            throw new Refused(Reason.FORBIDDEN, "problem.forbidden.detail");
        }
        var grouping = new Grouping(
                query.groupBy(),
                caller.locale(),
                query.groupBy() == GroupBy.ALLIANCE ? allAlliances(caller) : List.of());
        Tally tally = tally(seen, query, grouping);
        return new UtilisationReport(
                query.from(),
                query.to(),
                query.groupBy().word(),
                tally.rows(grouping.order()).stream()
                        .map(sum ->
                                UtilisationRow.of(sum.group().key(), sum.group().label(), sum))
                        .toList(),
                UtilisationRow.of("total", Messages.text(caller.locale(), "report.total"), tally.total()));
    }

    private Predicate<Listed> filter(Caller caller, UtilisationQuery query) {
        Predicate<Listed> filter = space -> true;
        if (query.area() != null) {
            areas.get(caller, query.area());
            filter = filter.and(space -> space.liesIn(query.area()));
        }
        if (query.alliance() != null) {
            AllianceView alliance = alliances.get(caller, query.alliance());
            filter = filter.and(space -> Scope.opensFor(alliance, space));
        }
        if (query.organisation() != null) {
            Predicate<Listed> ofIt = space -> space.organisation().id().equals(query.organisation());
            if (catalogue.snapshot().all().stream().noneMatch(ofIt)) {
                organisations.get(caller, query.organisation());
            }
            filter = filter.and(ofIt);
        }
        return filter;
    }

    private Tally tally(List<Listed> spaces, UtilisationQuery query, Grouping grouping) {
        Tally tally = new Tally();
        for (Grouping.Period period : grouping.periods(query.from(), query.to())) {
            var open = openings.openTime(spaces, period.from(), period.to());
            var closed = closed(spaces, usage.closures(period.from(), period.to()), period);
            var claimed = usage.claimed(period.from(), period.to());
            var counts = bookingFigures.counts(period.from(), period.to());
            for (Listed space : spaces) {
                Figures figures = Figures.of(
                        open.getOrDefault(space.id(), OpenTime.NONE),
                        closed.getOrDefault(space.id(), OpenTime.NONE),
                        claimed.getOrDefault(space.id(), Usage.Claimed.NOTHING),
                        counts.getOrDefault(space.id(), BookingFigures.Counts.NONE));
                if (space.published() || !figures.equals(Figures.NOTHING)) {
                    tally.add(grouping.of(space, period), space.id(), figures);
                }
            }
        }
        return tally;
    }

    /** What closures take away, by space; the opening is asked only for the days that they can touch. */
    private Map<String, OpenTime> closed(
            List<Listed> spaces, Map<String, List<TimeRange>> closures, Grouping.Period period) {
        List<Listed> shut = spaces.stream()
                .filter(space -> closures.containsKey(space.id()))
                .toList();
        LocalDate first = period.to();
        LocalDate end = period.from();
        for (Listed space : shut) {
            for (TimeRange closed : closures.get(space.id())) {
                // an opening may last past midnight
                first = earlier(first, dayOf(closed.start(), space.zone()).minusDays(1));
                end = later(end, dayOf(closed.end(), space.zone()).plusDays(1));
            }
        }
        Map<String, OpenTime> closed = new HashMap<>();
        var days = openings.asItWas(shut, later(first, period.from()), earlier(end, period.to()));
        for (Listed space : shut) {
            closed.put(space.id(), ClosedTime.of(days.get(space.id()), closures.get(space.id()), space.zone()));
        }
        return closed;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate dayOf(Instant instant, ZoneId zone) {
        return LocalDate.ofInstant(instant, zone);
    }

    private List<AllianceView> allAlliances(Caller caller) {
        List<AllianceView> all = new ArrayList<>();
        Page<AllianceView> page = alliances.list(caller, 0, Page.LARGEST_SIZE);
        all.addAll(page.items());
        while (all.size() < page.total() && !page.items().isEmpty()) {
            page = alliances.list(caller, page.page() + 1, Page.LARGEST_SIZE);
            all.addAll(page.items());
        }
        return all;
    }
}
