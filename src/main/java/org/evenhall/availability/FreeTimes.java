package org.evenhall.availability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.evenhall.availability.FreeDay.FreeRange;
import org.evenhall.availability.domain.Cells;
import org.evenhall.availability.domain.CityIndex;
import org.evenhall.availability.store.BusyTimes;
import org.evenhall.availability.store.IndexKeeper;
import org.evenhall.availability.store.Sheets;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Foremost;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.WallClock;
import org.evenhall.openings.OpenDay;
import org.evenhall.openings.Openings;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;

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
    private IndexKeeper keeper;
    private Clock clock;

    protected FreeTimes() {}

    @Inject
    public FreeTimes(
            Catalogue catalogue,
            Openings openings,
            Sheets sheets,
            BusyTimes busyTimes,
            IndexKeeper keeper,
            Clock clock) {
        this.catalogue = catalogue;
        this.openings = openings;
        this.sheets = sheets;
        this.busyTimes = busyTimes;
        this.keeper = keeper;
        this.clock = clock;
    }

    /** Each local day of {@code [from, to)} of one published space. */
    public List<FreeDay> of(Caller caller, String spaceId, LocalDate from, LocalDate to) {
        Listed space = catalogue.published(spaceId);
        int firstDay = Math.toIntExact(from.toEpochDay()) - 1;
        int lastDay = Math.toIntExact(to.toEpochDay()) + LONGEST_OPENING_DAYS;
        List<Listed> touching = catalogue.snapshot().touching(space);
        var busy = touching.stream()
                .flatMap(part -> sheets.ofSpace(part.id(), firstDay, lastDay).stream())
                .toList();
        var index = new CityIndex(touching, openings::of, firstDay, lastDay - firstDay + 1, busy);
        return days(index, space, from, to);
    }

    /** One local day of several published spaces, from the index; unknown ids are left out. */
    public Map<String, FreeDay> onDay(Caller caller, Collection<String> spaceIds, LocalDate day) {
        int utcDay = Math.toIntExact(day.toEpochDay());
        CityIndex index = keeper.covering(utcDay - 1, utcDay + LONGEST_OPENING_DAYS);
        Map<String, FreeDay> found = new LinkedHashMap<>();
        for (String id : spaceIds) {
            catalogue
                    .snapshot()
                    .find(id)
                    .filter(Listed::published)
                    .ifPresent(space -> found.put(
                            id, days(index, space, day, day.plusDays(1)).get(0)));
        }
        return found;
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
        var found = Foremost.untilPage(order(search, caller), page, size);
        for (LocalDate day = search.dateFrom(); day.isBefore(search.dateTo()); day = day.plusDays(1)) {
            if (search.weekdays().isEmpty() || search.weekdays().contains(day.getDayOfWeek())) {
                searchDay(search, day, found);
            }
        }
        return found.page(page, size);
    }

    /** The published spaces that pass a filter and are free in all of a slot that has not begun, in no order. */
    public List<Listed> throughout(Caller caller, TimeRange slot, Predicate<Listed> wanted) {
        long from = Cells.floor(slot.start());
        long to = Cells.ceil(slot.end());
        if (from < Cells.ceil(clock.instant())) {
            return List.of();
        }
        return keeper.covering(Cells.day(from), Cells.lastDay(to)).throughout(from, to, wanted).stream()
                .map(CityIndex.Hit::space)
                .toList();
    }

    private void searchDay(FreeSearch search, LocalDate day, Foremost<FreeSpace> found) {
        long now = Cells.ceil(clock.instant());
        for (ZoneId zone : catalogue.snapshot().zones()) {
            boolean anyRun = search.duration() != null; // lies inside what was asked; else it must all be free
            Instant begin = WallClock.at(day, search.fromMinute(), zone);
            Instant end = WallClock.at(day, search.toMinute(), zone);
            long from = anyRun ? Cells.ceil(begin) : Cells.floor(begin);
            long to = anyRun ? Cells.floor(end) : Cells.ceil(end);
            if (to <= Math.max(from, now)) {
                continue;
            }
            Predicate<Listed> wanted = space -> space.published()
                    && space.zone().equals(zone)
                    && space.capacity() >= search.people()
                    && search.filter().test(space);
            for (CityIndex.Hit hit : hits(search, from, to, now, wanted)) {
                found.add(new FreeSpace(
                        hit.space(),
                        new TimeRange(Cells.start(hit.fromCell()), Cells.start(hit.toCell())),
                        hit.space().capacity(),
                        search.filter().distanceTo(hit.space())));
            }
        }
    }

    private List<CityIndex.Hit> hits(FreeSearch search, long from, long to, long now, Predicate<Listed> wanted) {
        CityIndex index = keeper.covering(Cells.day(Math.max(from, now)), Cells.lastDay(to));
        if (search.duration() != null) {
            int length = Math.toIntExact(-Math.floorDiv(-search.duration().toMillis(), Cells.MILLIS));
            return index.firstRuns(Math.max(from, now), to, length, wanted);
        }
        return from < now ? List.of() : index.throughout(from, to, wanted);
    }

    private static Comparator<FreeSpace> order(FreeSearch search, Caller caller) {
        Comparator<FreeSpace> byStart = Comparator.comparing(free -> free.slot().start());
        Comparator<FreeSpace> byDistance =
                Comparator.comparingInt(free -> free.distance() == null ? 0 : free.distance());
        Comparator<FreeSpace> first =
                search.duration() == null && search.filter().near() != null
                        ? byDistance.thenComparing(byStart)
                        : byStart.thenComparing(byDistance);
        return first.thenComparing(free -> free.space().name().in(caller.locale()))
                .thenComparing(free -> free.space().id());
    }

    private List<FreeDay> days(CityIndex index, Listed space, LocalDate from, LocalDate to) {
        return openings.of(space, from, to).stream()
                .map(openDay -> freeDay(index, space, openDay))
                .toList();
    }

    private FreeDay freeDay(CityIndex index, Listed space, OpenDay openDay) {
        Instant now = clock.instant();
        List<FreeRange> free = new ArrayList<>();
        for (TimeRange open : openDay.open()) {
            long first = Math.max(Cells.ceil(open.start()), Cells.ceil(now));
            for (TimeRange range : index.free(space.id(), first, Cells.floor(open.end()))) {
                free.add(new FreeRange(range, space.capacity()));
            }
        }
        return new FreeDay(openDay.date(), openDay.open(), free, openDay.reason());
    }
}
