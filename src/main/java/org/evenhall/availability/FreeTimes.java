package org.evenhall.availability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.evenhall.availability.FreeDay.FreeRange;
import org.evenhall.availability.domain.Cells;
import org.evenhall.availability.domain.CityIndex.Run;
import org.evenhall.availability.domain.CitySearch;
import org.evenhall.availability.domain.Occupancy;
import org.evenhall.availability.domain.SpaceDays;
import org.evenhall.availability.domain.Wanted;
import org.evenhall.availability.store.Blockade;
import org.evenhall.availability.store.Blockades;
import org.evenhall.availability.store.BusyTimes;
import org.evenhall.availability.store.IndexKeeper;
import org.evenhall.availability.store.Sheets;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.TimeRange;
import org.evenhall.openings.OpenDay;
import org.evenhall.openings.Openings;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.Sharing;

/**
 * The door to free times: of one space from its day sheets, of the whole city from the index. What has begun already is
 * not free any more. Advice only: the claim decides.
 */
@ApplicationScoped
public class FreeTimes {

    private static final int LONGEST_OPENING_DAYS = 2;

    private Catalogue catalogue;
    private Openings openings;
    private Sheets sheets;
    private BusyTimes busyTimes;
    private Blockades blockades;
    private IndexKeeper keeper;
    private Clock clock;

    protected FreeTimes() {}

    @Inject
    public FreeTimes(
            Catalogue catalogue,
            Openings openings,
            Sheets sheets,
            BusyTimes busyTimes,
            Blockades blockades,
            IndexKeeper keeper,
            Clock clock) {
        this.catalogue = catalogue;
        this.openings = openings;
        this.sheets = sheets;
        this.busyTimes = busyTimes;
        this.blockades = blockades;
        this.keeper = keeper;
        this.clock = clock;
    }

    /**
     * Each local day of {@code [from, to)} of one published space; for any number of days and parts one query, and one more
     * where a day has nothing free, about the closures.
     */
    public List<FreeDay> of(Caller caller, String spaceId, LocalDate from, LocalDate to) {
        Listed space = catalogue.published(spaceId);
        int firstDay = Math.toIntExact(from.toEpochDay()) - 2;
        int lastDay = Math.toIntExact(to.toEpochDay()) + LONGEST_OPENING_DAYS;
        List<Listed> ofSite = catalogue.snapshot().ofSite(space.site());
        List<String> ids = ofSite.stream().map(Listed::id).toList();
        var known = new SpaceDays(space, ofSite, keeper.margins(), sheets.of(ids, firstDay, lastDay));
        List<FreeDay> days = openings.of(space, from, to).stream()
                .map(openDay -> freeDay(openDay, known::free))
                .toList();
        List<FreeDay> full = days.stream().filter(FreeTimes::isFull).toList();
        if (full.isEmpty()) {
            return days;
        }
        List<Blockade> closures = closures(space, full);
        return days.stream()
                .map(day -> isFull(day) ? day.closedBy(closure(day, closures)) : day)
                .toList();
    }

    private static boolean isFull(FreeDay day) {
        return day.free().isEmpty() && !day.open().isEmpty();
    }

    /** Those that leave nothing of the space, by start. */
    private List<Blockade> closures(Listed space, List<FreeDay> days) {
        Instant from = days.get(0).open().get(0).start();
        List<TimeRange> last = days.get(days.size() - 1).open();
        Instant until = last.get(last.size() - 1).end();
        var any = new Occupancy.Take(
                space.partFrom(),
                space.partTo(),
                space.sharing() == Sharing.WHOLE,
                1,
                from.toEpochMilli(),
                until.toEpochMilli());
        return blockades.ofSite(space.site(), from, until).stream()
                .filter(closure -> Occupancy.forbids(closure.take(), any))
                .sorted(Comparator.comparingLong(Blockade::start).thenComparing(Blockade::id))
                .toList();
    }

    /** What the first one says, where they cover all that is open on a day. */
    private static String closure(FreeDay day, List<Blockade> closures) {
        String says = null;
        for (TimeRange open : day.open()) {
            long reached = open.start().toEpochMilli();
            for (Blockade closure : closures) {
                if (closure.start() <= reached && closure.end() > reached) {
                    reached = closure.end();
                    says = says == null ? closure.reason() : says;
                }
            }
            if (reached < open.end().toEpochMilli()) {
                return null;
            }
        }
        return says;
    }

    /** One local day of several published spaces, from the index; unknown ids are left out. */
    public Map<String, FreeDay> onDay(Caller caller, Collection<String> spaceIds, LocalDate day) {
        int utcDay = Math.toIntExact(day.toEpochDay());
        Map<String, Listed> found = new LinkedHashMap<>();
        for (String id : spaceIds) {
            catalogue.snapshot().find(id).filter(catalogue::shows).ifPresent(space -> found.put(id, space));
        }
        return keeper.ask(utcDay - 1, utcDay + LONGEST_OPENING_DAYS, space -> found.containsKey(space.id()), index -> {
            Map<String, FreeDay> days = new LinkedHashMap<>();
            found.forEach((id, space) -> openings.of(space, day, day.plusDays(1))
                    .forEach(open -> days.put(id, freeDay(open, (first, end) -> index.free(id, first, end)))));
            return days;
        });
    }

    /** The times {@code [from, until)} at which a published space is not to be had, in order; nobody is named. */
    public List<BusyTime> busy(Caller caller, String spaceId, Instant from, Instant until) {
        return busyTimes.of(catalogue.published(spaceId), from, until);
    }

    /**
     * All spaces that are free as asked. For the whole interval: nearest first when a point is given, else by start and
     * name. With a duration: the first free run of each space and day, earliest first, then nearest, then by name.
     */
    public Page<FreeSpace> search(Caller caller, FreeSearch search, int page, int size) {
        var run = new CitySearch(search, catalogue::shows, clock.instant(), caller.locale(), page, size);
        List<CitySearch.Evening> beyond = new ArrayList<>();
        List<CitySearch.Evening> kept = new ArrayList<>();
        for (CitySearch.Evening evening : run.evenings(catalogue.snapshot().zones())) {
            (keeper.covers(evening.firstDay(), evening.lastDay()) ? kept : beyond).add(evening);
        }
        run.in(keeper.index(), kept);
        if (!beyond.isEmpty()) {
            int first = beyond.get(0).firstDay();
            int last =
                    beyond.stream().mapToInt(CitySearch.Evening::lastDay).max().orElse(first);
            keeper.ask(first, last, run::mayFind, index -> {
                run.in(index, beyond);
                return index;
            });
        }
        return run.page(page, size);
    }

    /** The published spaces that are wanted and can take so many in all of a slot that has not begun, in no order. */
    public List<Listed> throughout(Caller caller, TimeRange slot, int people, Predicate<Listed> wanted) {
        long from = Cells.floor(slot.start());
        long to = Cells.ceil(slot.end());
        if (from < Cells.ceil(clock.instant())) {
            return List.of();
        }
        Predicate<Listed> shown = space -> catalogue.shows(space) && wanted.test(space);
        return keeper.ask(Cells.day(from), Cells.lastDay(to), shown, index -> {
            List<Listed> free = new ArrayList<>();
            index.throughout(
                    from, to, new Wanted(people, shown), (ordinal, space, first, end, places) -> free.add(space));
            return free;
        });
    }

    private FreeDay freeDay(OpenDay openDay, BiFunction<Long, Long, List<Run>> freeWithin) {
        long now = Cells.ceil(clock.instant());
        List<FreeRange> free = new ArrayList<>();
        for (TimeRange open : openDay.open()) {
            for (Run run : freeWithin.apply(Math.max(Cells.ceil(open.start()), now), Cells.floor(open.end()))) {
                free.add(new FreeRange(
                        new TimeRange(Cells.start(run.fromCell()), Cells.start(run.toCell())), run.places()));
            }
        }
        return new FreeDay(openDay.date(), openDay.open(), free, openDay.reason(), null);
    }
}
