package org.evenhall.availability.domain;

import java.util.Arrays;

/**
 * A number for each cell of a UTC day, kept as steps: it changes a few times a day and not in each cell, so a day takes
 * some forty bytes instead of 288 or 576. Does not change.
 */
final class Steps {

    /** Pairs: the cell at which a step ends, and the number until there. */
    private final char[] steps;

    private Steps(char[] steps) {
        this.steps = steps;
    }

    static Steps of(char[] cells) {
        char[] steps = new char[2 * cells.length];
        int length = 0;
        for (int cell = 0; cell < cells.length; cell++) {
            if (cell + 1 == cells.length || cells[cell + 1] != cells[cell]) {
                steps[length++] = (char) (cell + 1);
                steps[length++] = cells[cell];
            }
        }
        return new Steps(Arrays.copyOf(steps, length));
    }

    /** The least number in {@code [from, to)}, cells of the day; not empty. */
    int least(int from, int to) {
        int least = Character.MAX_VALUE;
        int begin = 0;
        for (int i = 0; begin < to; i += 2) {
            if (steps[i] > from) {
                least = Math.min(least, steps[i + 1]);
            }
            begin = steps[i];
        }
        return least;
    }

    /** Clears the cells that have less. */
    void clearBelow(int number, long[] words) {
        int begin = 0;
        for (int i = 0; i < steps.length; i += 2) {
            if (steps[i + 1] < number) {
                Cells.clear(words, 0, begin, steps[i]);
            }
            begin = steps[i];
        }
    }

    int at(int cell) {
        int i = 0;
        while (steps[i] <= cell) {
            i += 2;
        }
        return steps[i + 1];
    }
}
