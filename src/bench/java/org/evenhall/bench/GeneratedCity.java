package org.evenhall.bench;

import static org.evenhall.spaces.ListedSpaces.BERLIN;
import static org.evenhall.spaces.ListedSpaces.aSpace;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.evenhall.availability.Margins;
import org.evenhall.availability.domain.CityIndex;
import org.evenhall.availability.domain.DaySheet;
import org.evenhall.availability.domain.Occupancy.Take;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.WallClock;
import org.evenhall.openings.OpenDay;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.Sharing;

/**
 * A city made by a fixed seed: rooms strewn around a centre, five usual sorts of opening hours, and a claim of one to
 * three hours on 30 % of the evenings that a room is open; where places are given out, five claims on each such evening.
 * The same data as an index and, for rooms that stand alone, as lists of each space.
 */
final class GeneratedCity {

    static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    static final int DAYS = 102;
    static final double CENTRE_LAT = 52.52;
    static final double CENTRE_LON = 13.405;

    private static final double TAKEN = 0.3;
    private static final int EVENING = 18 * 60;
    /** Opening and closing minute by sort of hours and day of the week; none on a day that is left out. */
    private static final int[][][] WEEKS = {
        week(18 * 60, 21 * 60 + 30, 5),
        week(10 * 60, 21 * 60, 6),
        week(14 * 60, 21 * 60, 6),
        week(10 * 60, 23 * 60, 7),
        week(10 * 60, 18 * 60, 7)
    };

    /** What its spaces are like. */
    enum Sort {
        ALONE("rooms that stand alone", 1, false, Margins.NONE),
        WITH_MARGINS(
                "the same with ten minutes kept free around each claim",
                1,
                false,
                space -> new Margins.Margin(Duration.ofMinutes(10), Duration.ofMinutes(10))),
        HALVES("halls of two halves", 3, false, Margins.NONE),
        PLACES("reading rooms, by places", 1, true, Margins.NONE),
        SEATS("reading rooms of 40 seats, by places and by seat", 41, true, Margins.NONE);

        final String words;
        private final int ofSite;
        private final boolean byPlaces;
        private final Margins margins;

        Sort(String words, int ofSite, boolean byPlaces, Margins margins) {
            this.words = words;
            this.ofSite = ofSite;
            this.byPlaces = byPlaces;
            this.margins = margins;
        }
    }

    private static final int CLAIMS_OF_PLACES = 5;

    private final Sort sort;
    final List<Listed> spaces = new ArrayList<>();
    final List<DaySheet> sheets = new ArrayList<>();
    final ListOfEachSpace lists;
    private final OpenDay[][] days = new OpenDay[WEEKS.length][];
    private final int[] sortOf;

    GeneratedCity(int size) {
        this(size, Sort.ALONE);
    }

    GeneratedCity(int size, Sort sort) {
        this.sort = sort;
        Random random = new Random(size);
        for (int hours = 0; hours < WEEKS.length; hours++) {
            days[hours] = daysOf(WEEKS[hours]);
        }
        sortOf = new int[size];
        lists = new ListOfEachSpace(spaces);
        for (int i = 0; i < size; i++) {
            sortOf[i] = random.nextInt(WEEKS.length);
            spaces.add(space(i, random));
            lists.add(open(sortOf[i]), taken(i, random));
        }
    }

    private Listed space(int i, Random random) {
        int part = i % sort.ofSite;
        int parts = Math.max(1, sort.ofSite - 1);
        var space = aSpace(Integer.toString(i))
                .partOf(Integer.toString(i - part), part == 0 ? 0 : part - 1, part == 0 ? parts : part)
                .at(CENTRE_LAT + 0.06 * random.nextGaussian(), CENTRE_LON + 0.1 * random.nextGaussian());
        if (!sort.byPlaces) {
            return space.holding(1 + random.nextInt(60)).listed();
        }
        return part > 0
                ? space.holding(1).listed()
                : space.byPlaces()
                        .holding(parts > 1 ? parts : 40 + random.nextInt(300))
                        .listed();
    }

    private static int[][] week(int from, int to, int days) {
        int[][] week = new int[7][];
        for (int day = 0; day < days; day++) {
            week[day] = new int[] {from, to};
        }
        return week;
    }

    /** Three days more at each end: an index asks around its own days. */
    private static OpenDay[] daysOf(int[][] week) {
        return FIRST.minusDays(3)
                .datesUntil(FIRST.plusDays(DAYS + 3L))
                .map(day -> openDay(day, week[day.getDayOfWeek().ordinal()]))
                .toArray(OpenDay[]::new);
    }

    private static OpenDay openDay(LocalDate day, int[] minutes) {
        return minutes == null
                ? new OpenDay(day, List.of(), "closed.that-day")
                : new OpenDay(
                        day,
                        List.of(new TimeRange(
                                WallClock.at(day, minutes[0], BERLIN), WallClock.at(day, minutes[1], BERLIN))),
                        null);
    }

    private List<TimeRange> open(int sort) {
        List<TimeRange> open = new ArrayList<>();
        for (OpenDay day : days[sort]) {
            open.addAll(day.open());
        }
        return open;
    }

    private List<TimeRange> taken(int space, Random random) {
        List<TimeRange> taken = new ArrayList<>();
        for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(DAYS)); day = day.plusDays(1)) {
            int[] open = WEEKS[sortOf[space]][day.getDayOfWeek().ordinal()];
            if (open != null && open[1] > EVENING && random.nextDouble() < TAKEN) {
                int from = EVENING + 30 * random.nextInt(3);
                int to = from + 30 * (2 + random.nextInt(3));
                TimeRange slot = new TimeRange(WallClock.at(day, from, BERLIN), WallClock.at(day, to, BERLIN));
                taken.add(slot);
                int utcDay = (int) day.toEpochDay();
                sheets.add(DaySheet.of(Integer.toString(space), utcDay, takes(space, day, slot, random), List.of())
                        .withVersion(1));
            }
        }
        return taken;
    }

    private List<Take> takes(int space, LocalDate day, TimeRange slot, Random random) {
        Listed taken = spaces.get(space);
        if (taken.sharing() == Sharing.WHOLE) {
            return List.of(take(taken, true, taken.capacity(), slot));
        }
        List<Take> takes = new ArrayList<>();
        for (int i = 0; i < CLAIMS_OF_PLACES; i++) {
            int from = EVENING + 30 * random.nextInt(6);
            TimeRange stay = new TimeRange(
                    WallClock.at(day, from, BERLIN), WallClock.at(day, from + 30 * (2 + random.nextInt(3)), BERLIN));
            takes.add(take(taken, false, 1 + random.nextInt(taken.capacity() / CLAIMS_OF_PLACES), stay));
        }
        return takes;
    }

    private static Take take(Listed space, boolean whole, int places, TimeRange slot) {
        return new Take(
                space.partFrom(),
                space.partTo(),
                whole,
                places,
                slot.start().toEpochMilli(),
                slot.end().toEpochMilli());
    }

    /** What is open by sort of hours; made beforehand, as the application's own hours are. */
    List<OpenDay> hours(Listed space, LocalDate from, LocalDate to) {
        OpenDay[] of = days[sortOf[Integer.parseInt(space.id())]];
        int first = (int) (from.toEpochDay() - FIRST.toEpochDay()) + 3;
        return List.of(of).subList(first, first + (int) (to.toEpochDay() - from.toEpochDay()));
    }

    CityIndex index() {
        Map<Integer, List<DaySheet>> byDay = sheets.stream().collect(Collectors.groupingBy(DaySheet::day));
        return new CityIndex(
                spaces,
                this::hours,
                sort.margins,
                (int) FIRST.toEpochDay(),
                DAYS,
                day -> byDay.getOrDefault(day, List.of()));
    }
}
