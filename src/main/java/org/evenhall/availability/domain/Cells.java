package org.evenhall.availability.domain;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.evenhall.kernel.TimeRange;

/**
 * Time in cells of five minutes. A cell is numbered from the epoch; a UTC day has 288 of them, kept as the bits of five
 * words (bit {@code i % 64} of word {@code i / 64}). UTC days make local days of 23 and 25 hours ordinary.
 */
public final class Cells {

    public static final long MILLIS = 300_000;
    public static final int PER_DAY = 288;
    public static final int WORDS = 5;
    private static final int BYTES = PER_DAY / 8;

    private Cells() {}

    /** The cell that the instant lies in. */
    public static long floor(Instant instant) {
        return Math.floorDiv(instant.toEpochMilli(), MILLIS);
    }

    /** The first cell that begins at the instant or after it. */
    public static long ceil(Instant instant) {
        return -Math.floorDiv(-instant.toEpochMilli(), MILLIS);
    }

    public static Instant start(long cell) {
        return Instant.ofEpochMilli(cell * MILLIS);
    }

    /** The UTC day of a cell, in days since the epoch. */
    public static int day(long cell) {
        return (int) Math.floorDiv(cell, PER_DAY);
    }

    /** The UTC day of the last cell of {@code [.., toCell)}. */
    public static int lastDay(long toCell) {
        return day(toCell - 1);
    }

    /** The UTC days that {@code [from, until)} touches. */
    public static SortedSet<Integer> days(Instant from, Instant until) {
        return IntStream.rangeClosed(day(floor(from)), lastDay(ceil(until)))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Sets the bits of {@code [fromCell, toCell)} that fall on a day, in the five words that begin at {@code offset}. */
    public static void set(long[] words, int offset, int day, long fromCell, long toCell) {
        long first = (long) day * PER_DAY;
        int from = (int) Math.max(0, fromCell - first);
        int to = (int) Math.min(PER_DAY, toCell - first);
        for (int word = from >> 6; from < to && word <= (to - 1) >> 6; word++) {
            words[offset + word] |= bits(Math.max(from, word << 6), Math.min(to, (word + 1) << 6));
        }
    }

    /** A word with the bits {@code [from, to)}, both within the same word of the day. */
    private static long bits(int from, int to) {
        long upTo = (to & 63) == 0 ? -1L : (1L << (to & 63)) - 1;
        return upTo & (-1L << (from & 63));
    }

    /** Clears what {@link #set} sets, in five words of one day. */
    static void clear(long[] words, int day, long fromCell, long toCell) {
        long first = (long) day * PER_DAY;
        int from = (int) Math.max(0, fromCell - first);
        int to = (int) Math.min(PER_DAY, toCell - first);
        for (int word = from >> 6; from < to && word <= (to - 1) >> 6; word++) {
            words[word] &= ~bits(Math.max(from, word << 6), Math.min(to, (word + 1) << 6));
        }
    }

    /** The five words of a day with every cell set. */
    static long[] wholeDay() {
        return mask(0, 0, PER_DAY);
    }

    /** The day's part of {@code [fromCell, toCell)} as five words. */
    public static long[] mask(int day, long fromCell, long toCell) {
        long[] mask = new long[WORDS];
        set(mask, 0, day, fromCell, toCell);
        return mask;
    }

    public static boolean get(long[] words, int offset, int cellOfDay) {
        return (words[offset + (cellOfDay >> 6)] & (1L << (cellOfDay & 63))) != 0;
    }

    /** The first cell of the day from this one on that is set (or, where {@code set} is false, not set); else 288. */
    static int next(long[] words, boolean set, int from) {
        for (int cell = from; cell < PER_DAY; cell = (cell | 63) + 1) {
            long word = (set ? words[cell >> 6] : ~words[cell >> 6]) & (-1L << (cell & 63));
            if (word != 0) {
                return Math.min(PER_DAY, (cell & ~63) + Long.numberOfTrailingZeros(word));
            }
        }
        return PER_DAY;
    }

    /** Five words as the 36 bytes that a day sheet keeps, and back. */
    public static void write(long[] words, ByteBuffer into) {
        for (int i = 0; i < BYTES; i++) {
            into.put((byte) (words[i >> 3] >>> ((i & 7) << 3)));
        }
    }

    public static long[] read(ByteBuffer from) {
        long[] words = new long[WORDS];
        for (int i = 0; i < BYTES; i++) {
            words[i >> 3] |= (from.get() & 0xFFL) << ((i & 7) << 3);
        }
        return words;
    }

    /** The runs of set bits in a row of cells that begins at {@code firstCell}, as time ranges. */
    public static List<TimeRange> runs(long[] words, int length, long firstCell) {
        List<TimeRange> runs = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= length; i++) {
            boolean set = i < length && get(words, 0, i);
            if (set && start < 0) {
                start = i;
            } else if (!set && start >= 0) {
                runs.add(new TimeRange(start(firstCell + start), start(firstCell + i)));
                start = -1;
            }
        }
        return runs;
    }

    /**
     * Leaves a bit set where a run of at least {@code length} set bits begins: the row is laid over itself, each time
     * shifted by what has been covered so far, so that it takes log2(length) passes.
     */
    public static void keepStartsOfRuns(long[] words, int length) {
        int covered = 1;
        while (covered < length) {
            int shift = Math.min(covered, length - covered);
            int whole = shift >> 6;
            int rest = shift & 63;
            for (int i = 0; i < words.length; i++) {
                long low = i + whole < words.length ? words[i + whole] >>> rest : 0;
                long high = rest != 0 && i + whole + 1 < words.length ? words[i + whole + 1] << (64 - rest) : 0;
                words[i] &= low | high;
            }
            covered += shift;
        }
    }

    /** The first set bit, or -1. */
    public static int firstSet(long[] words) {
        for (int i = 0; i < words.length; i++) {
            if (words[i] != 0) {
                return (i << 6) + Long.numberOfTrailingZeros(words[i]);
            }
        }
        return -1;
    }
}
