package org.evenhall.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What {@code mvn -Pbench verify} runs: a measurement by its name, or JMH with a pattern of benchmarks. Each prints a
 * table in which times are medians, and the load average, because no figure of a busy machine stands without it.
 */
public final class Bench {

    private static final List<String> COMPARED = List.of("Throughout", "FirstRuns");

    private Bench() {}

    public static void main(String... arguments) throws Exception {
        switch (arguments[0]) {
            case "load" -> LoadBench.run(LoadBench.Part.values());
            case "searches" -> LoadBench.run(LoadBench.Part.SEARCHES);
            case "space" -> LoadBench.run(LoadBench.Part.SPACE);
            case "bookings" -> LoadBench.run(LoadBench.Part.BOOKINGS);
            case "rivals" -> LoadBench.run(LoadBench.Part.RIVALS);
            case "claims" -> ClaimBench.run();
            case "index" -> IndexCost.run();
            case "postgresql" -> PostgresBench.run();
            case "following" -> FollowingCost.run();
            default -> micro(arguments[0]);
        }
        System.exit(0);
    }

    private static void micro(String pattern) throws Exception {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(pattern)
                        .addProfiler(CpuTime.class)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        Map<String, RunResult> byName = new TreeMap<>();
        for (RunResult result : results) {
            byName.put(name(result), result);
        }
        System.out.println("| What | median µs | fastest µs | processor µs | lists / index |");
        System.out.println("|---|---|---|---|---|");
        byName.forEach((name, result) -> {
            var times = result.getPrimaryResult().getStatistics();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f | %.0f | %s |%n",
                    name,
                    times.getPercentile(50),
                    times.getMin(),
                    cpu(result),
                    ratio(name, result, byName));
        });
        System.out.printf(Locale.ROOT, "Load average %.1f%n", Crowd.load());
    }

    private static double cpu(RunResult result) {
        return result.getSecondaryResults().get(CpuTime.LABEL).getScore();
    }

    /** How many times the lists take. */
    private static String ratio(String name, RunResult result, Map<String, RunResult> byName) {
        RunResult other = byName.get(name.replace("index", "lists"));
        boolean compared =
                name.startsWith("index") && other != null && COMPARED.stream().anyMatch(name::contains);
        return compared
                ? String.format(
                        Locale.ROOT,
                        "%.1f median, %.1f fastest, %.1f processor",
                        other.getPrimaryResult().getStatistics().getPercentile(50)
                                / result.getPrimaryResult().getStatistics().getPercentile(50),
                        other.getPrimaryResult().getStatistics().getMin()
                                / result.getPrimaryResult().getStatistics().getMin(),
                        cpu(other) / cpu(result))
                : "";
    }

    private static String name(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        String method = benchmark.substring(benchmark.lastIndexOf('.') + 1);
        return result.getParams().getParamsKeys().contains("spaces")
                ? String.format("%s, %6s spaces", method, result.getParams().getParam("spaces"))
                : method;
    }
}
