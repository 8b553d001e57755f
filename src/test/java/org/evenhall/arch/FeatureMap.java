package org.evenhall.arch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Who may see whom. A line names lines above it only, so that there is no cycle in what is allowed. */
final class FeatureMap {

    /** A plus stands for the feature and all that it sees. Kernel, platform and identity are visible to all. */
    private static final String SEES = """
            areas:
            organisations: areas
            spaces:        organisations areas
            openings:      spaces organisations areas
            policies:      spaces organisations areas
            groups:        organisations
            demand:        spaces areas
            availability:  spaces openings
            credits:       organisations
            bookings:      availability spaces organisations areas openings policies groups demand
            courses:       bookings+ credits
            allocation:    bookings+
            notifications: courses+ allocation+
            reports:       courses+ allocation+
            audit:         courses+ allocation+
            exchange:      courses+ allocation+ notifications reports audit
            portal:        exchange+
            """;

    private static final Map<String, Set<String>> BELOW_ALL =
            Map.of("kernel", Set.of(), "platform", Set.of("kernel"), "identity", Set.of("kernel", "platform"));

    private static final Map<String, Set<String>> FEATURES = features();

    private FeatureMap() {}

    private static Map<String, Set<String>> features() {
        Map<String, Set<String>> features = new HashMap<>();
        for (String line : SEES.split("\n")) {
            String[] parts = line.split(":");
            Set<String> seen = new HashSet<>();
            for (String word :
                    parts.length == 1 ? new String[0] : parts[1].strip().split(" ")) {
                String feature = word.replace("+", "");
                if (!features.containsKey(feature)) {
                    throw new IllegalStateException(parts[0] + " names no feature above it: " + feature);
                }
                seen.add(feature);
                seen.addAll(word.endsWith("+") ? features.get(feature) : Set.of());
            }
            features.put(parts[0], seen);
        }
        return features;
    }

    /** Whether it is a folder that the map knows. */
    static boolean knows(String folder) {
        return isFeature(folder) || BELOW_ALL.containsKey(folder);
    }

    static boolean isFeature(String folder) {
        return FEATURES.containsKey(folder);
    }

    /** Whether what lies in one folder may use what lies in another. */
    static boolean maySee(String from, String to) {
        if (from.equals(to)) {
            return true;
        }
        return isFeature(from) && BELOW_ALL.containsKey(to)
                || FEATURES.getOrDefault(from, BELOW_ALL.getOrDefault(from, Set.of()))
                        .contains(to);
    }

    /** Whether its root package is a front door, with rooms behind it that nobody else enters. */
    static boolean hasFrontDoor(String folder) {
        return isFeature(folder) || folder.equals("identity");
    }
}
