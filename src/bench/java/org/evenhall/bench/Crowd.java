package org.evenhall.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Clients that each do one thing after the other, as fast as they are answered, for some seconds. */
final class Crowd {

    private Crowd() {}

    /** What a client does; it may keep what it needs from one time to the next. */
    @FunctionalInterface
    interface Client {
        void once() throws Exception;
    }

    /**
     * What became of it.
     *
     * @param sorted how long each took, in nanoseconds, the shortest first
     * @param cpuMillis processor time of the server for each; 0 where none was asked
     */
    record Figures(double perSecond, long[] sorted, double cpuMillis, double load) {

        double medianMillis() {
            return millis(0.5);
        }

        double millis(double share) {
            return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
        }

        String line(String what) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %.0f | %.2f | %.2f | %.2f | %.2f | %.1f |",
                    what,
                    perSecond,
                    medianMillis(),
                    millis(0.95),
                    millis(0.99),
                    cpuMillis,
                    load);
        }
    }

    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    static Figures measure(List<? extends Client> clients, int seconds) throws Exception {
        return measure(clients, seconds, () -> Duration.ZERO);
    }

    /** @param used processor time of the server so far */
    static Figures measure(List<? extends Client> clients, int seconds, Supplier<Duration> used) throws Exception {
        Duration before = used.get();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Callable<List<Long>>> work = new ArrayList<>();
        for (Client client : clients) {
            work.add(() -> {
                List<Long> took = new ArrayList<>();
                for (long start = System.nanoTime(); start < end; ) {
                    client.once();
                    long now = System.nanoTime();
                    took.add(now - start);
                    start = now;
                }
                return took;
            });
        }
        long begun = System.nanoTime();
        List<Long> all = new ArrayList<>();
        for (List<Long> took : together(work)) {
            all.addAll(took);
        }
        return figures(all, System.nanoTime() - begun, used.get().minus(before));
    }

    static Figures figures(List<Long> took, long nanos, Duration used) {
        long[] sorted = took.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return new Figures(
                sorted.length / (nanos / 1e9), sorted, used.toNanos() / 1e6 / Math.max(1, sorted.length), load());
    }

    /** Runs all at once, each in a thread of its own. */
    static <T> List<T> together(List<Callable<T>> work) throws Exception {
        var threads = Executors.newFixedThreadPool(work.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(work)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
