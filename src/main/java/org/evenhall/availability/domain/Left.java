package org.evenhall.availability.domain;

import java.util.Arrays;

/** What a space has left in the cells of a UTC day while claims and closures are taken off one after the other. */
final class Left {

    private final boolean byPlaces;
    private final int most;
    private final long[] free;
    private char[] places;

    Left(boolean byPlaces, int most) {
        this.byPlaces = byPlaces;
        this.most = most;
        this.free = most > 0 ? Cells.wholeDay() : new long[Cells.WORDS];
    }

    /** In these cells, which may lie outside the day, at most so many are left. */
    void atMost(int number, int from, int to) {
        if (number <= 0 || !byPlaces && number < most) {
            Cells.clear(free, 0, from, to);
        } else if (number < most) {
            if (places == null) {
                places = new char[Cells.PER_DAY];
                Arrays.fill(places, (char) Math.min(most, Character.MAX_VALUE));
            }
            for (int cell = Math.max(0, from); cell < Math.min(Cells.PER_DAY, to); cell++) {
                places[cell] = (char) Math.min(places[cell], number);
            }
        }
    }

    void close(long[] cells) {
        for (int word = 0; word < Cells.WORDS; word++) {
            free[word] &= ~cells[word];
        }
    }

    /** Five words of the cells in which anything is left. */
    long[] free() {
        return free;
    }

    /** How many are left in each free cell; null where in all of them as many as the space has at most. */
    Steps places(long[] ofCells) {
        boolean fewer = false;
        if (places != null) {
            for (int cell = 0; cell < Cells.PER_DAY; cell++) {
                boolean isFree = Cells.get(ofCells, 0, cell);
                fewer |= isFree && places[cell] < most;
                places[cell] = isFree ? places[cell] : 0;
            }
        }
        return fewer ? Steps.of(places) : null;
    }
}
