package org.evenhall.availability.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongToIntFunction;
import org.evenhall.availability.domain.CityIndex.Run;

/** The cells {@code [fromCell, toCell)} in one row of bits, bit 0 the first; used for one space after the other. */
final class Window {

    private final long fromCell;
    private final long toCell;
    private final long[] words;
    /** Where it begins within a row of days, and the bits that belong to it, if it fits in one word. */
    private final int firstWord;

    private final int shift;
    private final long mask;

    Window(long fromCell, long toCell) {
        this.fromCell = fromCell;
        this.toCell = toCell;
        int length = Math.toIntExact(toCell - fromCell);
        words = new long[(length + 63) >> 6];
        int cellOfDay = (int) Math.floorMod(fromCell, (long) Cells.PER_DAY);
        firstWord = cellOfDay >> 6;
        shift = cellOfDay & 63;
        mask = (length & 63) == 0 ? -1L : (1L << (length & 63)) - 1;
    }

    int firstDay() {
        return Cells.day(fromCell);
    }

    int lastDay() {
        return Cells.lastDay(toCell);
    }

    void clear() {
        Arrays.fill(words, 0);
    }

    /** Whether it is an evening: within one UTC day, and at most 64 cells long. */
    boolean isOneWord() {
        return firstDay() == lastDay() && words.length == 1;
    }

    /** The bits of a window of one word, from a row of five words a day. */
    long ofOneDay(long[] free, int offset) {
        long low = free[offset + firstWord] >>> shift;
        long high = shift == 0 || firstWord + 1 == Cells.WORDS ? 0 : free[offset + firstWord + 1] << (64 - shift);
        return (low | high) & mask;
    }

    /** Where the first run of at least {@code length} bits begins, or -1. */
    static int firstRun(long bits, int length) {
        long starts = bits;
        for (int covered = 1; covered < length && starts != 0; ) {
            int step = Math.min(covered, length - covered);
            starts &= starts >>> step;
            covered += step;
        }
        return starts == 0 ? -1 : Long.numberOfTrailingZeros(starts);
    }

    /** The same for the window as it was filled; what it was filled with is gone then. */
    int firstRun(int length) {
        Cells.keepStartsOfRuns(words, length);
        return Cells.firstSet(words);
    }

    /** Lays a day's five words in. */
    void lay(int day, long[] free, int offset) {
        long start = (long) day * Cells.PER_DAY;
        int last = (int) Math.min(Cells.PER_DAY, toCell - start) - 1 >> 6;
        for (int word = (int) Math.max(0, fromCell - start) >> 6; word <= last; word++) {
            place(free[offset + word], (int) (start + word * 64L - fromCell));
        }
    }

    /** Lays 64 bits in at a position that may lie partly or wholly outside. */
    private void place(long bits, int position) {
        int word = position >> 6;
        int by = position & 63;
        if (word >= 0 && word < words.length) {
            words[word] |= bits << by;
        }
        if (by != 0 && word + 1 >= 0 && word + 1 < words.length) {
            words[word + 1] |= bits >>> (64 - by);
        }
    }

    /** Takes off what was laid beyond the end. */
    void trim() {
        words[words.length - 1] &= mask;
    }

    /** The runs of set bits, cut wherever the number of a cell is another. */
    List<Run> runs(LongToIntFunction numberOf) {
        List<Run> runs = new ArrayList<>();
        long from = fromCell;
        int number = 0;
        for (long cell = fromCell; cell <= toCell; cell++) {
            boolean set = cell < toCell && Cells.get(words, 0, (int) (cell - fromCell));
            int here = set ? numberOf.applyAsInt(cell) : 0;
            if (here != number) {
                if (number > 0) {
                    runs.add(new Run(from, cell, number));
                }
                from = cell;
                number = here;
            }
        }
        return runs;
    }
}
