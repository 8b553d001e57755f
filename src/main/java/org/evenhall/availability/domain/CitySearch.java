package org.evenhall.availability.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.evenhall.availability.FreeSearch;
import org.evenhall.availability.FreeSpace;
import org.evenhall.kernel.Foremost;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.WallClock;
import org.evenhall.spaces.Listed;

/**
 * One search through a city, day after day. What is found is put in order as it comes, and no more is kept than the page
 * shows. For one thread.
 */
public final class CitySearch {

    private static final int NOT_MEASURED = -1;

    private final FreeSearch search;
    private final Predicate<Listed> shown;
    private final long now;
    private final boolean earliestFirst;
    private final Foremost<Found> found;

    /**
     * The stretch of one local day that is looked at.
     *
     * @param zone of the spaces that are meant
     */
    public record Evening(ZoneId zone, long fromCell, long toCell) {

        public int firstDay() {
            return Cells.day(fromCell);
        }

        public int lastDay() {
            return Cells.lastDay(toCell);
        }
    }

    /** @param distance metres, 0 where no point was asked */
    private record Found(Listed space, long fromCell, long toCell, int places, int distance) {}

    /**
     * @param shown whether the public sees a space
     * @param now what has begun by then is not free any more
     * @param language of the names by which equals are ordered
     */
    public CitySearch(FreeSearch search, Predicate<Listed> shown, Instant now, Locale language, int page, int size) {
        this.search = search;
        this.shown = shown;
        this.now = Cells.ceil(now);
        this.earliestFirst = isEarliestFirst(search);
        this.found = Foremost.untilPage(order(search, language), page, size);
    }

    /** For the whole interval nearest first where a point is given; else, and of runs, the earliest first. */
    private static Comparator<Found> order(FreeSearch search, Locale language) {
        Comparator<Found> byStart = Comparator.comparingLong(each -> each.fromCell);
        Comparator<Found> byDistance = Comparator.comparingInt(Found::distance);
        Comparator<Found> first = search.duration() == null && search.filter().near() != null
                ? byDistance.thenComparing(byStart)
                : byStart.thenComparing(byDistance);
        return first.thenComparing(each -> each.space.name().in(language)).thenComparing(each -> each.space.id());
    }

    private static boolean isEarliestFirst(FreeSearch search) {
        return search.duration() != null || search.filter().near() == null;
    }

    /** What has to be looked at, in order; without what is past. */
    public List<Evening> evenings(Collection<ZoneId> zones) {
        List<Evening> evenings = new ArrayList<>();
        for (LocalDate day = search.dateFrom(); day.isBefore(search.dateTo()); day = day.plusDays(1)) {
            for (ZoneId zone : zones) {
                if (search.weekdays().isEmpty() || search.weekdays().contains(day.getDayOfWeek())) {
                    Instant begin = WallClock.at(day, search.fromMinute(), zone);
                    Instant end = WallClock.at(day, search.toMinute(), zone);
                    // a run lies inside what was asked; else it must all be free
                    long from = anyRun() ? Math.max(now, Cells.ceil(begin)) : Cells.floor(begin);
                    long to = anyRun() ? Cells.floor(end) : Cells.ceil(end);
                    if (from >= now && to > from) {
                        evenings.add(new Evening(zone, from, to));
                    }
                }
            }
        }
        return evenings;
    }

    private boolean anyRun() {
        return search.duration() != null;
    }

    /** Whether a space could be found at all. */
    public boolean mayFind(Listed space) {
        return space.capacity() >= search.people() && search.filter().test(space) && shown.test(space);
    }

    /** Looks through these evenings, which the index covers. */
    public void in(CityIndex index, List<Evening> evenings) {
        int[] distances = new int[index.spaces()];
        Arrays.fill(distances, NOT_MEASURED);
        evenings.stream().map(Evening::zone).distinct().forEach(zone -> {
            Predicate<Listed> filter = space -> space.zone().equals(zone) && mayFind(space);
            Wanted wanted = new Wanted(search.people(), filter);
            evenings.stream()
                    .filter(evening -> evening.zone.equals(zone))
                    .forEach(evening -> in(index, evening, wanted, distances));
        });
    }

    private void in(CityIndex index, Evening evening, Wanted wanted, int[] distances) {
        CityIndex.Hits hits = (ordinal, space, from, to, places) -> {
            if (isTooLate(from)) {
                found.passOver();
                return;
            }
            if (distances[ordinal] == NOT_MEASURED) {
                distances[ordinal] = (int) Math.round(search.filter().metresTo(space));
            }
            found.add(new Found(space, from, to, places, distances[ordinal]));
        };
        if (anyRun()) {
            index.firstRuns(evening.fromCell, evening.toCell, length(), wanted, hits);
        } else {
            index.throughout(evening.fromCell, evening.toCell, wanted, hits);
        }
    }

    /** Most of what a search of many days finds lies behind its page already by its beginning. */
    private boolean isTooLate(long fromCell) {
        return earliestFirst
                && found.last().filter(last -> last.fromCell < fromCell).isPresent();
    }

    private int length() {
        return Math.toIntExact(-Math.floorDiv(-search.duration().toMillis(), Cells.MILLIS));
    }

    public Page<FreeSpace> page(int page, int size) {
        return found.page(page, size)
                .map(each -> new FreeSpace(
                        each.space,
                        new TimeRange(Cells.start(each.fromCell), Cells.start(each.toCell)),
                        each.places,
                        search.filter().near() == null ? null : each.distance));
    }
}
