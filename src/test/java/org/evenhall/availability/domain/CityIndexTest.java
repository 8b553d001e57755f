package org.evenhall.availability.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.spaces.ListedSpaces.aSpace;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.evenhall.availability.Margins;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.WallClock;
import org.evenhall.openings.OpenDay;
import org.evenhall.spaces.Listed;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CityIndexTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Hours EVENINGS = opening(18 * 60, 21 * 60 + 30);

    private static Hours opening(int fromMinute, int toMinute) {
        return (space, from, to) -> from.datesUntil(to)
                .map(day -> new OpenDay(
                        day,
                        List.of(new TimeRange(
                                WallClock.at(day, fromMinute, space.zone()),
                                WallClock.at(day, toMinute, space.zone()))),
                        null))
                .toList();
    }

    private static CityIndex index(Hours hours, LocalDate first, int days, Listed... spaces) {
        return new CityIndex(List.of(spaces), hours, Margins.NONE, (int) first.toEpochDay(), days, day -> List.of());
    }

    private static long cell(String instant) {
        return Cells.floor(Instant.parse(instant));
    }

    private static DaySheet taken(String space, String from, String to, long version) {
        int day = Cells.day(cell(from));
        return new DaySheet(space, day, version, Cells.mask(day, cell(from), cell(to)), new long[Cells.WORDS]);
    }

    private static List<String> free(CityIndex index, String from, String to) {
        return HitList.throughout(index, cell(from), cell(to), anybody()).stream()
                .map(hit -> hit.space().id())
                .toList();
    }

    private static Wanted anybody() {
        return new Wanted(1, space -> true);
    }

    private static List<TimeRange> free(CityIndex index, String space, String from, String to) {
        return index.free(space, cell(from), cell(to)).stream()
                .map(run -> new TimeRange(Cells.start(run.fromCell()), Cells.start(run.toCell())))
                .toList();
    }

    @Test
    void isFreeWhereItIsOpenAndNotTaken() {
        var index = index(EVENINGS, MONDAY, 1, aSpace("a").listed(), aSpace("b").listed());
        index.apply(taken("a", "2026-11-23T18:00:00Z", "2026-11-23T19:00:00Z", 1));
        assertThat(free(index, "2026-11-23T17:00:00Z", "2026-11-23T18:00:00Z")).containsExactly("a", "b");
        assertThat(free(index, "2026-11-23T17:30:00Z", "2026-11-23T18:05:00Z")).containsExactly("b");
        assertThat(free(index, "2026-11-23T19:00:00Z", "2026-11-23T20:30:00Z")).containsExactly("a", "b");
        assertThat(free(index, "2026-11-23T19:00:00Z", "2026-11-23T20:35:00Z")).isEmpty();
    }

    @Test
    void anOlderSheetThatComesLateChangesNothing() {
        var index = index(EVENINGS, MONDAY, 1, aSpace("a").listed());
        index.apply(taken("a", "2026-11-23T17:00:00Z", "2026-11-23T18:00:00Z", 2));
        index.apply(taken("a", "2026-11-23T19:00:00Z", "2026-11-23T20:00:00Z", 1));
        assertThat(free(index, "2026-11-23T17:00:00Z", "2026-11-23T18:00:00Z")).isEmpty();
        assertThat(free(index, "2026-11-23T19:00:00Z", "2026-11-23T20:00:00Z")).containsExactly("a");
    }

    @Test
    void aClaimOnTheWholeTakesItsPartsAndOnAPartTheWholeButNotItsSister() {
        var hall = aSpace("hall").partOf("hall", 0, 8).listed();
        var east = aSpace("east").partOf("hall", 0, 4).listed();
        var west = aSpace("west").partOf("hall", 4, 8).listed();
        var index = index(EVENINGS, MONDAY, 2, hall, east, west);
        index.apply(taken("east", "2026-11-23T17:00:00Z", "2026-11-23T18:00:00Z", 1));
        assertThat(free(index, "2026-11-23T17:00:00Z", "2026-11-23T18:00:00Z")).containsExactly("west");
        index.apply(taken("hall", "2026-11-24T17:00:00Z", "2026-11-24T18:00:00Z", 1));
        assertThat(free(index, "2026-11-24T17:00:00Z", "2026-11-24T18:00:00Z")).isEmpty();
    }

    @Test
    void anEveningPastMidnightIsOneRunOverTwoDays() {
        var index = index(opening(22 * 60, 26 * 60), MONDAY, 3, aSpace("a").listed());
        assertThat(free(index, "2026-11-23T21:00:00Z", "2026-11-24T01:00:00Z")).containsExactly("a");
        assertThat(free(index, "2026-11-23T21:00:00Z", "2026-11-24T01:05:00Z")).isEmpty();
        assertThat(HitList.firstRuns(index, cell("2026-11-23T12:00:00Z"), cell("2026-11-24T12:00:00Z"), 48, anybody()))
                .singleElement()
                .satisfies(hit -> assertThat(Cells.start(hit.fromCell())).isEqualTo("2026-11-23T21:00:00Z"));
    }

    @Test
    void dayOf25HoursIsOpenAnHourLonger() {
        var index = index(
                opening(0, 24 * 60), LocalDate.of(2026, 10, 23), 4, aSpace("a").listed());
        assertThat(free(index, "a", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"))
                .containsExactly(
                        new TimeRange(Instant.parse("2026-10-24T22:00:00Z"), Instant.parse("2026-10-25T23:00:00Z")));
    }

    @Test
    void whatIsHiddenOrOutsideTheDaysIsNeverFree() {
        var index = index(
                EVENINGS, MONDAY, 1, aSpace("a").hidden().listed(), aSpace("b").listed());
        assertThat(free(index, "2026-11-23T17:00:00Z", "2026-11-23T18:00:00Z")).containsExactly("b");
        assertThat(free(index, "2026-11-24T17:00:00Z", "2026-11-24T18:00:00Z")).isEmpty();
        assertThat(free(index, "b", "2026-11-24T17:00:00Z", "2026-11-24T18:00:00Z"))
                .isEmpty();
    }

    /** Against the plainest way to know: five minutes by five minutes. */
    @RepeatedTest(30)
    void agreesWithLookingAtEveryCell(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Map<String, boolean[]> busy = new HashMap<>();
        List<Listed> spaces = new ArrayList<>();
        List<DaySheet> sheets = new ArrayList<>();
        int first = (int) MONDAY.toEpochDay();
        for (int i = 0; i < 20; i++) {
            String id = "s" + i;
            spaces.add(aSpace(id).listed());
            boolean[] cells = new boolean[3 * Cells.PER_DAY];
            busy.put(id, cells);
            for (int day = 0; day < 3; day++) {
                long[] words = new long[Cells.WORDS];
                for (int n = 0; n < 3; n++) {
                    int from = random.nextInt(Cells.PER_DAY - 1);
                    int to = random.nextInt(from + 1, Math.min(Cells.PER_DAY, from + 30) + 1);
                    long start = (long) (first + day) * Cells.PER_DAY;
                    Cells.set(words, 0, first + day, start + from, start + to);
                    java.util.Arrays.fill(cells, day * Cells.PER_DAY + from, day * Cells.PER_DAY + to, true);
                }
                sheets.add(new DaySheet(id, first + day, 1, words, new long[Cells.WORDS]));
            }
        }
        Hours always = opening(0, 24 * 60);
        var index = new CityIndex(spaces, always, Margins.NONE, first, 3, day -> sheets.stream()
                .filter(sheet -> sheet.day() == day)
                .toList());
        long zero = (long) first * Cells.PER_DAY;
        for (int n = 0; n < 40; n++) {
            int from = random.nextInt(3 * Cells.PER_DAY - 1);
            int to = random.nextInt(from + 1, Math.min(3 * Cells.PER_DAY, from + 60) + 1);
            int length = random.nextInt(1, 40);
            List<String> throughout = new ArrayList<>();
            Map<String, Long> runs = new HashMap<>();
            for (Listed space : spaces) {
                boolean[] cells = busy.get(space.id());
                if (freeRun(cells, from, to - from, to) == from) {
                    throughout.add(space.id());
                }
                int start = freeRun(cells, from, length, to);
                if (start >= 0) {
                    runs.put(space.id(), zero + start);
                }
            }
            assertThat(HitList.throughout(index, zero + from, zero + to, anybody()))
                    .extracting(hit -> hit.space().id())
                    .containsExactlyElementsOf(throughout);
            Map<String, Long> found = new HashMap<>();
            HitList.firstRuns(index, zero + from, zero + to, length, anybody())
                    .forEach(hit -> found.put(hit.space().id(), hit.fromCell()));
            assertThat(found).isEqualTo(runs);
        }
    }

    private static int freeRun(boolean[] busy, int from, int length, int to) {
        for (int start = from; start + length <= to; start++) {
            boolean free = true;
            for (int cell = start; cell < start + length; cell++) {
                free &= !busy[cell];
            }
            if (free) {
                return start;
            }
        }
        return -1;
    }
}
