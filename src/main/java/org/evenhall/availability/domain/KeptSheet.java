package org.evenhall.availability.domain;

import java.util.Arrays;

/**
 * A day sheet as the index keeps it: a number for each stretch that is taken, closed or claimed by places. A day with
 * one booking takes 24 bytes, where the words of a sheet take 150; and as a bare array, because an object around it would
 * take as much again.
 */
final class KeptSheet {

    private static final int TAKEN = 0;
    private static final int CLOSED = 1;
    private static final int PLACES = 2;
    private static final int CELL_BITS = 9;
    private static final int COUNT_BITS = 16;
    private static final int FROM = CELL_BITS;
    private static final int KIND = 2 * CELL_BITS;
    private static final int COUNT = KIND + 2;

    private KeptSheet() {}

    static long[] of(DaySheet sheet) {
        long[] kept = new long[2 * Cells.PER_DAY];
        int length = runs(sheet.taken(), TAKEN, kept, 0);
        length = runs(sheet.closed(), CLOSED, kept, length);
        char[] places = sheet.places();
        for (int from = 0; places != null && from < Cells.PER_DAY; ) {
            int to = from + 1;
            while (to < Cells.PER_DAY && places[to] == places[from]) {
                to++;
            }
            if (places[from] > 0) {
                kept[length++] = run(PLACES, from, to) | (long) places[from] << COUNT;
            }
            from = to;
        }
        return Arrays.copyOf(kept, length);
    }

    private static int runs(long[] words, int kind, long[] kept, int length) {
        int end = length;
        for (int from = Cells.next(words, true, 0); from < Cells.PER_DAY; ) {
            int to = Cells.next(words, false, from);
            kept[end++] = run(kind, from, to);
            from = Cells.next(words, true, to);
        }
        return end;
    }

    private static long run(int kind, int from, int to) {
        return (long) kind << KIND | (long) from << FROM | to;
    }

    /** As it was, but for its version. */
    static DaySheet read(long[] kept, String spaceId, int day) {
        long[] taken = new long[Cells.WORDS];
        long[] closed = new long[Cells.WORDS];
        char[] places = null;
        for (int i = 0; i < kept.length; i++) {
            int from = bits(kept[i], FROM, CELL_BITS);
            int to = bits(kept[i], 0, CELL_BITS);
            switch (bits(kept[i], KIND, 2)) {
                case TAKEN -> Cells.set(taken, 0, 0, from, to);
                case CLOSED -> Cells.set(closed, 0, 0, from, to);
                default -> {
                    places = places == null ? new char[Cells.PER_DAY] : places;
                    Arrays.fill(places, from, to, (char) bits(kept[i], COUNT, COUNT_BITS));
                }
            }
        }
        return new DaySheet(spaceId, day, 0, taken, closed, places);
    }

    private static int bits(long run, int shift, int length) {
        return (int) (run >>> shift) & (1 << length) - 1;
    }
}
