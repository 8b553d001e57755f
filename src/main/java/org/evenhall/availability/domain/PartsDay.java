package org.evenhall.availability.domain;

/** What claims and closures do to the spaces of a site on one UTC day, worked out from their sheets. */
final class PartsDay {

    private static final long[] NOTHING = new long[Cells.WORDS];

    private final Parts parts;
    private final DaySheet[] sheets;
    /** By node of the tree: where whole claims take it, where they take something inside it, and likewise closures. */
    private final long[][] taken;

    private final long[][] takenInside;
    private final long[][] closed;
    private final long[][] closedInside;
    /** By node: where places are claimed in it or inside it. */
    private final long[][] placesClaimed;
    /** By node: how many places claims give out in it and inside it; and the same with what closures take off. */
    private final int[][] claimed;

    private final int[][] given;

    private PartsDay(Parts parts, DaySheet[] sheets) {
        this.parts = parts;
        this.sheets = sheets;
        int count = parts.count();
        taken = new long[count][];
        takenInside = new long[count][];
        closed = new long[count][];
        closedInside = new long[count][];
        placesClaimed = new long[count][];
        for (int i = count - 1; i >= 0; i--) {
            int node = parts.node(i);
            if (sheets[i] != null) {
                taken[node] = or(taken[node], sheets[i].taken());
                closed[node] = or(closed[node], sheets[i].closed());
                placesClaimed[node] = or(placesClaimed[node], cellsOf(sheets[i].places()));
            }
            int around = parts.parent(node);
            if (node == i && around >= 0) {
                takenInside[around] = or(or(takenInside[around], taken[i]), takenInside[i]);
                closedInside[around] = or(or(closedInside[around], closed[i]), closedInside[i]);
                placesClaimed[around] = or(placesClaimed[around], placesClaimed[i]);
            }
        }
        claimed = count(false);
        given = count(true);
    }

    /**
     * @param sheets by space of the site, null where there is none
     * @return null where nobody has anything
     */
    static PartsDay of(Parts parts, DaySheet[] sheets) {
        for (DaySheet sheet : sheets) {
            if (sheet != null) {
                return new PartsDay(parts, sheets);
            }
        }
        return null;
    }

    private static long[] cellsOf(char[] places) {
        long[] cells = places == null ? null : new long[Cells.WORDS];
        for (int cell = 0; places != null && cell < Cells.PER_DAY; cell++) {
            cells[cell >> 6] |= places[cell] > 0 ? 1L << (cell & 63) : 0;
        }
        return cells;
    }

    /** Adds places up from the innermost parts outwards. */
    private int[][] count(boolean withClosures) {
        int[][] sums = new int[parts.count()][];
        for (int i = sums.length - 1; i >= 0; i--) {
            int node = parts.node(i);
            if (sheets[i] != null && sheets[i].places() != null) {
                sums[node] = sums[node] == null ? new int[Cells.PER_DAY] : sums[node];
                for (int cell = 0; cell < Cells.PER_DAY; cell++) {
                    sums[node][cell] += sheets[i].places()[cell];
                }
            }
            int around = parts.parent(node);
            int[] stands = node == i && around >= 0 ? standsFor(node, sums[node], withClosures) : null;
            if (stands != null) {
                sums[around] = sums[around] == null ? new int[Cells.PER_DAY] : sums[around];
                for (int cell = 0; cell < Cells.PER_DAY; cell++) {
                    sums[around][cell] += stands[cell];
                }
            }
        }
        return sums;
    }

    /** What is whole or closed counts as its own number of places, and what lies inside it not again. */
    private int[] standsFor(int node, int[] sum, boolean withClosures) {
        if (taken[node] == null && (closed[node] == null || !withClosures)) {
            return sum;
        }
        int[] stands = sum == null ? new int[Cells.PER_DAY] : sum.clone();
        for (boolean closures : withClosures ? new boolean[] {true, false} : new boolean[] {false}) {
            for (int i = node; i < parts.count() && parts.node(i) == node; i++) {
                if (sheets[i] != null) {
                    long[] cells = closures ? sheets[i].closed() : sheets[i].taken();
                    int number = parts.space(i).capacity();
                    for (int at = Cells.next(cells, true, 0);
                            at < Cells.PER_DAY;
                            at = Cells.next(cells, true, at + 1)) {
                        stands[at] = number;
                    }
                }
            }
        }
        return stands;
    }

    private static long[] or(long[] one, long[] other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        long[] both = new long[Cells.WORDS];
        for (int word = 0; word < Cells.WORDS; word++) {
            both[word] = one[word] | other[word];
        }
        return both;
    }

    private long[] around(long[][] ofNodes, int node) {
        long[] cells = null;
        for (int each = node; each >= 0; each = parts.parent(each)) {
            cells = or(cells, ofNodes[each]);
        }
        return cells;
    }

    /** Takes off what claims leave nothing of, each claim widened by the margins of whoever asks. */
    void takeOffClaims(int i, Left left, int daysOff, int before, int after) {
        int shift = daysOff * Cells.PER_DAY;
        int node = parts.node(i);
        long[] excluded = around(taken, node);
        if (!parts.byPlaces(i)) {
            excluded = or(or(excluded, takenInside[node]), placesClaimed[node]);
        }
        long[] cells = excluded == null ? NOTHING : excluded;
        for (int from = Cells.next(cells, true, 0); from < Cells.PER_DAY; ) {
            int to = Cells.next(cells, false, from);
            left.atMost(0, shift + from - after, shift + to + before);
            from = Cells.next(cells, true, to);
        }
        takeOffPlaces(claimed, i, left, shift - after, shift + before);
    }

    /** Takes off what closures forbid; margins may reach into them. */
    void takeOffClosures(int i, Left left) {
        int node = parts.node(i);
        long[] cells = around(closed, node);
        cells = parts.byPlaces(i) ? cells : or(cells, closedInside[node]);
        if (cells != null) {
            left.close(cells);
        }
        takeOffPlaces(given, i, left, 0, 0);
    }

    private void takeOffPlaces(int[][] sums, int i, Left left, int shiftOfStart, int shiftOfEnd) {
        for (int around : parts.placesAround(i)) {
            int[] sum = sums[parts.node(around)];
            int capacity = parts.space(around).capacity();
            for (int from = 0; sum != null && from < Cells.PER_DAY; ) {
                int to = from + 1;
                while (to < Cells.PER_DAY && sum[to] == sum[from]) {
                    to++;
                }
                if (sum[from] > 0) {
                    left.atMost(capacity - sum[from], from + shiftOfStart, to + shiftOfEnd);
                }
                from = to;
            }
        }
    }
}
