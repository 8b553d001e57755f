package org.evenhall.platform.nodes;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far a node has read the traces. Numbers are given in one order and committed in another, and some are never
 * committed: so it remembers, beside the highest number seen, every lower one that is missing, until no transaction can
 * be alive that was given it. Each look asks for what is above the highest and for the missing ones alone.
 *
 * @param highest highest number seen
 * @param missing lower numbers that were not seen, with the moment since when each is missed
 */
record Position(long highest, Map<Long, Instant> missing) {

    /** Twice the longest that a transaction lives. */
    static final Duration PATIENCE = Duration.ofMinutes(4);

    Position {
        missing = Map.copyOf(missing);
    }

    /** Where everything up to a number has been seen, or is too old to come. */
    static Position at(long seq) {
        return new Position(seq, Map.of());
    }

    /** The position after these numbers have been seen as well; what is missed for too long is given up. */
    Position having(Collection<Long> seen, Instant now) {
        Map<Long, Instant> stillMissing = new HashMap<>();
        missing.forEach((number, since) -> {
            if (!seen.contains(number) && since.isAfter(now.minus(PATIENCE))) {
                stillMissing.put(number, since);
            }
        });
        long expected = highest + 1;
        for (long number : new TreeSet<>(seen).tailSet(expected)) {
            for (; expected < number; expected++) {
                stillMissing.put(expected, now);
            }
            expected = number + 1;
        }
        return new Position(expected - 1, stillMissing);
    }

    Set<Long> missed() {
        return missing.keySet();
    }

    /** Nothing up to this number will ever be news. */
    long settled() {
        return missing.keySet().stream().mapToLong(number -> number - 1).reduce(highest, Math::min);
    }

    boolean isNews(long number) {
        return number > highest || missing.containsKey(number);
    }
}
