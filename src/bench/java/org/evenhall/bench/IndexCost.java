package org.evenhall.bench;

import java.util.Arrays;
import java.util.Locale;
import org.evenhall.availability.domain.Cells;
import org.evenhall.availability.domain.CityIndex;

/** How long the index of a city takes to build, and how much memory it keeps. */
final class IndexCost {

    private static final int TIMES = 5;

    private IndexCost() {}

    static void run() {
        System.out.println("| Spaces | build ms (median of " + TIMES + ") | free cells, bytes a space and day"
                + " | days with a sheet | bytes in all | load average |");
        System.out.println("|---|---|---|---|---|---|");
        for (int size : new int[] {1_000, 10_000, 50_000}) {
            measure(size);
        }
    }

    private static void measure(int size) {
        GeneratedCity city = new GeneratedCity(size);
        double[] millis = new double[TIMES];
        CityIndex index = null;
        for (int i = 0; i < TIMES; i++) {
            long begun = System.nanoTime();
            index = city.index();
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(millis);
        long with = used();
        long sheets = city.sheets.size();
        mustBeThere(index, size);
        index = null;
        long indexAlone = with - used();
        double days = (double) size * GeneratedCity.DAYS;
        double inAll = indexAlone / days + sheets / days * bytesOfASheet();
        System.out.printf(
                Locale.ROOT,
                "| %d | %.0f | %d | %.0f %% | %.0f | %.1f |%n",
                size,
                millis[TIMES / 2],
                Cells.WORDS * Long.BYTES,
                100 * sheets / days,
                inAll,
                Crowd.load());
    }

    /** The record, two arrays of five words and the id's reference, on a 64-bit machine with compressed references. */
    private static long bytesOfASheet() {
        return 40 + 2 * (16 + Cells.WORDS * Long.BYTES);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void mustBeThere(CityIndex index, int size) {
        if (index.spaces() != size) {
            throw new IllegalStateException();
        }
    }
}
