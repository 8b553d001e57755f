package org.evenhall.bench;

import static org.evenhall.spaces.ListedSpaces.BERLIN;
import static org.evenhall.spaces.ListedSpaces.aSpace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.evenhall.availability.Margins;
import org.evenhall.availability.domain.Cells;
import org.evenhall.availability.domain.CityIndex;
import org.evenhall.availability.domain.DaySheet;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.WallClock;
import org.evenhall.openings.OpenDay;
import org.evenhall.spaces.Listed;

/**
 * A city made by a fixed seed: rooms strewn around a centre, five usual sorts of opening hours, and a claim of one to
 * three hours on 30 % of the evenings that a room is open. The same data as an index and as lists of each space.
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

    final List<Listed> spaces = new ArrayList<>();
    final List<DaySheet> sheets = new ArrayList<>();
    final ListOfEachSpace lists;
    private final OpenDay[][] days = new OpenDay[WEEKS.length][];
    private final int[] sortOf;

    GeneratedCity(int size) {
        Random random = new Random(size);
        for (int sort = 0; sort < WEEKS.length; sort++) {
            days[sort] = daysOf(WEEKS[sort]);
        }
        sortOf = new int[size];
        lists = new ListOfEachSpace(spaces);
        for (int i = 0; i < size; i++) {
            sortOf[i] = random.nextInt(WEEKS.length);
            spaces.add(aSpace(Integer.toString(i))
                    .holding(1 + random.nextInt(60))
                    .at(CENTRE_LAT + 0.06 * random.nextGaussian(), CENTRE_LON + 0.1 * random.nextGaussian())
                    .listed());
            lists.add(open(sortOf[i]), taken(i, random));
        }
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
                sheets.add(new DaySheet(
                        Integer.toString(space),
                        utcDay,
                        1,
                        Cells.mask(utcDay, Cells.floor(slot.start()), Cells.ceil(slot.end())),
                        new long[Cells.WORDS]));
            }
        }
        return taken;
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
                Margins.NONE,
                (int) FIRST.toEpochDay(),
                DAYS,
                day -> byDay.getOrDefault(day, List.of()));
    }
}
