package org.evenhall.exchange.osm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhall.exchange.domain.Fault;
import org.evenhall.exchange.domain.Problem;
import org.evenhall.kernel.GeoPoint;

/**
 * A feature of a file, as far as it matters here.
 *
 * @param line where it begins in the file, from 1
 * @param label its id, or {@code #} and its position where it has none
 * @param id the same in every file that speaks of the same place; null for what is no feature at all
 * @param tags its properties in clean text
 * @param point where it is, null where that cannot be said
 * @param problems what was wrong with it so far
 */
public record Feature(
        int line, String label, String id, Map<String, String> tags, GeoPoint point, List<Problem> problems) {

    public Feature {
        tags = Map.copyOf(tags);
        problems = List.copyOf(problems);
    }

    Optional<String> tag(String key) {
        return Optional.ofNullable(tags.get(key));
    }

    /** The first of these tags that it has. */
    Optional<String> first(String... keys) {
        for (String key : keys) {
            if (tags.containsKey(key)) {
                return tag(key);
            }
        }
        return Optional.empty();
    }

    Problem problem(String field, String value, Fault fault, String detail) {
        return new Problem(line, label, field, value, fault, detail);
    }
}
