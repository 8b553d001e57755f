package org.evenhall.availability.domain;

/**
 * One UTC day of every space: the free cells side by side, five words a space, so that a search for one evening reads
 * one array from end to end. Readers take no lock and may see a change a moment late: the index is advice, the claim
 * decides. Who changes what belongs to a site holds the site's monitor.
 */
final class DayRow {

    final long[] free;
    /** Of the sheet that was last taken over, 0 before the first. */
    final int[] versions;

    DayRow(int spaces) {
        free = new long[spaces * Cells.WORDS];
        versions = new int[spaces];
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
