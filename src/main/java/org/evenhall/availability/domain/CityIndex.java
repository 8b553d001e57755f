package org.evenhall.availability.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.evenhall.kernel.TimeRange;
import org.evenhall.openings.OpenDay;
import org.evenhall.spaces.Listed;

/**
 * The free cells of every space of a city for a stretch of UTC days, in memory, answering by bit arithmetic: 40 bytes a
 * space and day. It is built from opening hours and day sheets and follows them by {@link #apply}.
 */
public final class CityIndex {

    private final Listed[] spaces;
    private final Map<String, Integer> ordinals = new HashMap<>();
    private final int[][] touching;
    private final Hours hours;
    private final int firstDay;
    private final DayRow[] rows;
    /** Written after each change and read before each search, so that what was changed before is seen after. */
    private volatile long changes;

    /** A published space that is free in {@code [fromCell, toCell)}. */
    public record Hit(Listed space, long fromCell, long toCell) {}

    /**
     * @param firstDay first UTC day, in days since the epoch
     * @param days how many days
     * @param sheets the sheets of those days; a day without a sheet has nothing taken
     */
    public CityIndex(Collection<Listed> catalogue, Hours hours, int firstDay, int days, Collection<DaySheet> sheets) {
        this.spaces = catalogue.toArray(Listed[]::new);
        this.hours = hours;
        this.firstDay = firstDay;
        this.rows = new DayRow[days];
        for (int i = 0; i < days; i++) {
            rows[i] = new DayRow(spaces.length);
        }
        for (int i = 0; i < spaces.length; i++) {
            ordinals.put(spaces[i].id(), i);
        }
        touching = partsThatTouch();
        for (DaySheet sheet : sheets) {
            Integer ordinal = ordinals.get(sheet.spaceId());
            if (ordinal != null && covers(sheet.day())) {
                row(sheet.day()).keep(ordinal, sheet);
            }
        }
        for (int i = 0; i < spaces.length; i++) {
            deriveAllDays(i);
        }
    }

    private int[][] partsThatTouch() {
        Map<String, List<Integer>> bySite = new HashMap<>();
        for (int i = 0; i < spaces.length; i++) {
            bySite.computeIfAbsent(spaces[i].site(), site -> new ArrayList<>()).add(i);
        }
        int[][] touches = new int[spaces.length][];
        for (int i = 0; i < spaces.length; i++) {
            Listed space = spaces[i];
            touches[i] = bySite.get(space.site()).stream()
                    .filter(other -> space.touches(spaces[other]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        return touches;
    }

    private void deriveAllDays(int ordinal) {
        long[] open = openCells(ordinal, firstDay, rows.length);
        long[] ofDay = new long[Cells.WORDS];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(open, i * Cells.WORDS, ofDay, 0, Cells.WORDS);
            rows[i].derive(ordinal, ofDay, touching[ordinal]);
        }
    }

    /** Open cells of UTC days. A local day may begin a day before its UTC day, and an opening last till 48:00. */
    private long[] openCells(int ordinal, int fromDay, int days) {
        long[] cells = new long[days * Cells.WORDS];
        if (!spaces[ordinal].published()) {
            return cells;
        }
        LocalDate first = LocalDate.ofEpochDay(fromDay).minusDays(2);
        LocalDate end = LocalDate.ofEpochDay((long) fromDay + days).plusDays(1);
        for (OpenDay openDay : hours.of(spaces[ordinal], first, end)) {
            for (TimeRange range : openDay.open()) {
                long from = Cells.ceil(range.start());
                long to = Cells.floor(range.end());
                for (int day = Math.max(fromDay, Cells.day(from));
                        day < fromDay + days && day <= Cells.lastDay(to);
                        day++) {
                    Cells.set(cells, (day - fromDay) * Cells.WORDS, day, from, to);
                }
            }
        }
        return cells;
    }

    public boolean covers(int day) {
        return day >= firstDay && day < firstDay + rows.length;
    }

    public int spaces() {
        return spaces.length;
    }

    /** Takes a sheet over; one that is older than what is here, or of another stretch of days, changes nothing. */
    public void apply(DaySheet sheet) {
        Integer ordinal = ordinals.get(sheet.spaceId());
        if (ordinal == null || !covers(sheet.day())) {
            return;
        }
        DayRow row = row(sheet.day());
        synchronized (row) {
            if (row.keep(ordinal, sheet)) {
                for (int other : touching[ordinal]) {
                    row.derive(other, openCells(other, sheet.day(), 1), touching[other]);
                }
            }
        }
        synchronized (this) {
            changes++;
        }
    }

    /** The spaces that are free in all of {@code [fromCell, toCell)} and pass the filter. */
    public List<Hit> throughout(long fromCell, long toCell, Predicate<Listed> filter) {
        List<Hit> hits = new ArrayList<>();
        int first = Cells.day(fromCell);
        int last = Cells.lastDay(toCell);
        if (changes < 0 || !covers(first) || !covers(last)) {
            return hits;
        }
        long[][] masks = new long[last - first + 1][];
        for (int i = 0; i < masks.length; i++) {
            masks[i] = Cells.mask(first + i, fromCell, toCell);
        }
        for (int ordinal = 0; ordinal < spaces.length; ordinal++) {
            boolean free = true;
            for (int i = 0; free && i < masks.length; i++) {
                free = row(first + i).hasAllOf(ordinal, masks[i]);
            }
            if (free && filter.test(spaces[ordinal])) {
                hits.add(new Hit(spaces[ordinal], fromCell, toCell));
            }
        }
        return hits;
    }

    /** For each space that passes the filter, the first run of {@code length} free cells inside {@code [fromCell, toCell)}. */
    public List<Hit> firstRuns(long fromCell, long toCell, int length, Predicate<Listed> filter) {
        List<Hit> hits = new ArrayList<>();
        if (toCell - fromCell < length) {
            return hits;
        }
        long[] window = emptyWindow(fromCell, toCell);
        for (int ordinal = 0; ordinal < spaces.length; ordinal++) {
            fill(window, ordinal, fromCell, toCell);
            Cells.keepStartsOfRuns(window, length);
            int start = Cells.firstSet(window);
            if (start >= 0 && filter.test(spaces[ordinal])) {
                hits.add(new Hit(spaces[ordinal], fromCell + start, fromCell + start + length));
            }
        }
        return hits;
    }

    /** The free ranges of a space inside {@code [fromCell, toCell)}. */
    public List<TimeRange> free(String spaceId, long fromCell, long toCell) {
        Integer ordinal = ordinals.get(spaceId);
        if (ordinal == null || toCell <= fromCell) {
            return List.of();
        }
        long[] window = emptyWindow(fromCell, toCell);
        fill(window, ordinal, fromCell, toCell);
        return Cells.runs(window, Math.toIntExact(toCell - fromCell), fromCell);
    }

    private static long[] emptyWindow(long fromCell, long toCell) {
        return new long[(Math.toIntExact(toCell - fromCell) + 63) >> 6];
    }

    /** Makes it the free cells {@code [fromCell, toCell)} of a space, bit 0 the first; a day not covered has none. */
    private void fill(long[] window, int ordinal, long fromCell, long toCell) {
        Arrays.fill(window, 0);
        if (changes < 0) {
            return;
        }
        for (int day = Cells.day(fromCell); day <= Cells.lastDay(toCell); day++) {
            if (covers(day)) {
                long[] free = row(day).free;
                long start = (long) day * Cells.PER_DAY;
                int last = (int) Math.min(Cells.PER_DAY, toCell - start) - 1 >> 6;
                for (int word = (int) Math.max(0, fromCell - start) >> 6; word <= last; word++) {
                    place(window, free[ordinal * Cells.WORDS + word], (int) (start + word * 64L - fromCell));
                }
            }
        }
        int length = (int) (toCell - fromCell);
        if ((length & 63) != 0) {
            window[window.length - 1] &= (1L << (length & 63)) - 1;
        }
    }

    /** Lays 64 bits into a row of words at a bit position that may lie partly or wholly outside. */
    private static void place(long[] into, long bits, int position) {
        int word = position >> 6;
        int shift = position & 63;
        if (word >= 0 && word < into.length) {
            into[word] |= bits << shift;
        }
        if (shift != 0 && word + 1 >= 0 && word + 1 < into.length) {
            into[word + 1] |= bits >>> (64 - shift);
        }
    }

    private DayRow row(int day) {
        return rows[day - firstDay];
    }
}
