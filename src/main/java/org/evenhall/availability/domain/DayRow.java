package org.evenhall.availability.domain;

import java.util.HashMap;
import java.util.Map;

/**
 * One UTC day of every space: the free cells side by side, five words a space, so that a search for one evening reads
 * one array from end to end. Readers take no lock and may see a change a moment late: the index is advice, the claim
 * decides. Who changes the row holds its monitor.
 */
final class DayRow {

    final long[] free;
    private final Map<Integer, DaySheet> sheets = new HashMap<>();

    DayRow(int spaces) {
        free = new long[spaces * Cells.WORDS];
    }

    /** Keeps the sheet unless a later one is here already. */
    boolean keep(int ordinal, DaySheet sheet) {
        DaySheet kept = sheets.get(ordinal);
        if (kept != null && kept.version() >= sheet.version()) {
            return false;
        }
        sheets.put(ordinal, sheet);
        return true;
    }

    /** Free is what is open, and not busy in the space itself or in any part that it touches. */
    void derive(int ordinal, long[] open, int[] touching) {
        for (int word = 0; word < Cells.WORDS; word++) {
            long busy = 0;
            for (int other : touching) {
                DaySheet sheet = sheets.get(other);
                busy |= sheet == null ? 0 : sheet.busy(word);
            }
            free[ordinal * Cells.WORDS + word] = open[word] & ~busy;
        }
    }

    boolean hasAllOf(int ordinal, long[] mask) {
        int offset = ordinal * Cells.WORDS;
        for (int word = 0; word < Cells.WORDS; word++) {
            if ((mask[word] & ~free[offset + word]) != 0) {
                return false;
            }
        }
        return true;
    }
}
