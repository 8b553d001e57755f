package org.evenhall.bench;

/** What {@code mvn -Pbench verify} runs: a measurement by its name, or JMH with a pattern of benchmarks. */
public final class Bench {

    private Bench() {}

    public static void main(String... arguments) throws Exception {
        switch (arguments[0]) {
            case "load" -> LoadBench.run();
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        System.exit(0);
    }
}
