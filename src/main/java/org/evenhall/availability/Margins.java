package org.evenhall.availability;

import java.time.Duration;
import org.evenhall.spaces.Listed;

/**
 * What is kept free around each use of a space, as its rules stand now. The feature that knows the rules implements it;
 * without an implementation nothing is kept free. Free times are those that can really be claimed: what others have,
 * widened by the space's own {@code after} to the left and its {@code before} to the right.
 */
@FunctionalInterface
public interface Margins {

    /** Nothing is kept free. */
    Margins NONE = space -> Margin.NONE;

    /** Neither is negative; cells of five minutes that they reach into count in full. */
    record Margin(Duration before, Duration after) {
        public static final Margin NONE = new Margin(Duration.ZERO, Duration.ZERO);
    }

    /** Asked for every space of a city at once, so the answer comes from memory. */
    Margin of(Listed space);
}
