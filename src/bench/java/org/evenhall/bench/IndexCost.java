package org.evenhall.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import org.evenhall.availability.domain.CityIndex;
import org.evenhall.bench.GeneratedCity.Sort;

/** How long the index of a city takes to build, and how much memory it keeps: the heap with it less the heap without. */
final class IndexCost {

    private static final int TIMES = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private IndexCost() {}

    static void run() {
        System.out.println("| Spaces | which | days with a sheet | build ms (median of " + TIMES
                + ") | processor ms | bytes a space and day | load average |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (int size : new int[] {1_000, 10_000, 100_000}) {
            measure(size, Sort.ALONE);
        }
        for (Sort sort : Sort.values()) {
            if (sort != Sort.ALONE) {
                measure(10_000, sort);
            }
        }
    }

    private static void measure(int size, Sort sort) {
        GeneratedCity city = new GeneratedCity(size, sort);
        double[] millis = new double[TIMES];
        double[] processor = new double[TIMES];
        CityIndex index = null;
        for (int i = 0; i < TIMES; i++) {
            index = null;
            long begun = System.nanoTime();
            long used = THREADS.getCurrentThreadCpuTime();
            index = city.index();
            millis[i] = (System.nanoTime() - begun) / 1e6;
            processor[i] = (THREADS.getCurrentThreadCpuTime() - used) / 1e6;
        }
        Arrays.sort(millis);
        Arrays.sort(processor);
        long with = used();
        mustBeThere(index, size);
        index = null;
        double days = (double) size * GeneratedCity.DAYS;
        System.out.printf(
                Locale.ROOT,
                "| %d | %s | %.0f %% | %.0f | %.0f | %.0f | %.1f |%n",
                size,
                sort.words,
                100 * city.sheets.size() / days,
                millis[TIMES / 2],
                processor[TIMES / 2],
                (with - used()) / days,
                Crowd.load());
    }

    private static long used() {
        for (int i = 0; i < TIMES; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void mustBeThere(CityIndex index, int size) {
        if (index.spaces() != size) {
            throw new IllegalStateException();
        }
    }
}
