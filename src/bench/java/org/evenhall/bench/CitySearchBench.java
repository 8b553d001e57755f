package org.evenhall.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.evenhall.availability.FreeSearch;
import org.evenhall.availability.FreeSpace;
import org.evenhall.availability.FreeTimes;
import org.evenhall.availability.domain.Cells;
import org.evenhall.availability.domain.CityIndex;
import org.evenhall.availability.domain.HitList;
import org.evenhall.availability.domain.Wanted;
import org.evenhall.availability.store.IndexKeeper;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.GeoPoint;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.WallClock;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.CatalogueFilter;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.ListedSpaces;
import org.evenhall.spaces.store.CatalogueStore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * "Any room for six, 18:30 to 21:00" over a whole city, 102 days in memory: by the index, by lists of each space asked
 * in turn, and the whole search with filter, sort and first page.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 3, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx3g", "-XX:+UseSerialGC"})
public class CitySearchBench {

    private static final LocalDate DAY = GeneratedCity.FIRST.plusDays(50);
    private static final int FROM = 18 * 60 + 30;
    private static final int TO = 21 * 60;
    private static final int PEOPLE = 6;
    private static final Duration TWO_HOURS = Duration.ofHours(2);
    private static final Caller SOMEBODY = Caller.anonymous(Locale.ENGLISH);

    @Param({"1000", "10000", "100000"})
    private int spaces;

    private final TimeRange evening =
            new TimeRange(WallClock.at(DAY, FROM, ListedSpaces.BERLIN), WallClock.at(DAY, TO, ListedSpaces.BERLIN));
    private final TimeRange wholeDay = new TimeRange(
            WallClock.at(DAY, 9 * 60, ListedSpaces.BERLIN), WallClock.at(DAY, 23 * 60, ListedSpaces.BERLIN));
    private final Predicate<Listed> forSix = space -> space.capacity() >= PEOPLE;

    private ListOfEachSpace lists;
    private CityIndex index;
    private FreeTimes freeTimes;

    /** Both ways must find the same, or their times say nothing. */
    @Setup
    public void build() {
        GeneratedCity city = new GeneratedCity(spaces);
        lists = city.lists;
        index = city.index();
        Catalogue catalogue = new Catalogue(new CatalogueStore(null) {
            @Override
            public List<Listed> everything() {
                return city.spaces;
            }
        });
        catalogue.reload();
        IndexKeeper keeper = new IndexKeeper() {
            @Override
            public CityIndex index() {
                return index;
            }

            @Override
            public boolean covers(int fromDay, int toDay) {
                return true;
            }
        };
        Clock clock = Clock.fixed(GeneratedCity.FIRST.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        freeTimes = new FreeTimes(catalogue, null, null, null, null, keeper, clock);
        mustAgree(indexThroughout().size(), listsThroughout().size());
        mustAgree(indexFirstRuns().size(), listsFirstRuns().size());
    }

    private static void mustAgree(int one, int other) {
        if (one != other || one == 0) {
            throw new IllegalStateException("The index finds " + one + " and the lists find " + other);
        }
    }

    @Benchmark
    public List<HitList.Hit> indexThroughout() {
        return HitList.throughout(
                index, Cells.floor(evening.start()), Cells.ceil(evening.end()), new Wanted(PEOPLE, space -> true));
    }

    @Benchmark
    public List<ListOfEachSpace.Hit> listsThroughout() {
        return lists.throughout(evening, forSix);
    }

    @Benchmark
    public List<HitList.Hit> indexFirstRuns() {
        return HitList.firstRuns(
                index,
                Cells.floor(wholeDay.start()),
                Cells.ceil(wholeDay.end()),
                24,
                new Wanted(PEOPLE, space -> true));
    }

    @Benchmark
    public List<ListOfEachSpace.Hit> listsFirstRuns() {
        return lists.firstRuns(wholeDay, TWO_HOURS, forSix);
    }

    /** With all that a request adds: within two kilometres, nearest first, the first fifty. */
    @Benchmark
    public Page<FreeSpace> searchNearby() {
        return search(1, FROM, TO, null, 2000);
    }

    /** The same without an end to the distance. */
    @Benchmark
    public Page<FreeSpace> searchWholeCity() {
        return search(1, FROM, TO, null, null);
    }

    /** Any two hours in the evenings of a week, of the whole city. */
    @Benchmark
    public Page<FreeSpace> searchWeek() {
        return search(7, 18 * 60, 22 * 60, TWO_HOURS, null);
    }

    /** The most that a request may ask for: any two hours in any of 31 days, of the whole city. */
    @Benchmark
    public Page<FreeSpace> searchMonth() {
        return search(31, 9 * 60, 23 * 60, TWO_HOURS, null);
    }

    private Page<FreeSpace> search(int days, int from, int to, Duration duration, Integer radius) {
        var near = new GeoPoint(GeneratedCity.CENTRE_LAT, GeneratedCity.CENTRE_LON);
        var filter = new CatalogueFilter(null, null, null, null, null, near, radius, null, Set.of(), false);
        return freeTimes.search(
                SOMEBODY,
                new FreeSearch(DAY, DAY.plusDays(days), Set.of(), from, to, duration, PEOPLE, filter),
                0,
                Page.DEFAULT_SIZE);
    }
}
