package org.evenhall.exchange.domain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.evenhall.openings.StatedHours;

/**
 * What is wrong with opening hours, written down as one text, so that it can be said in the language of whoever reads the
 * report later: the message key and its arguments, apart by the symbol for a unit separator.
 */
public record Detail(String key, List<String> args) {

    private static final String APART = "␟";

    static final String MARK = "hours.";

    public static String of(StatedHours.Problem problem) {
        return problem.key() + problem.args().stream().map(arg -> APART + arg).collect(Collectors.joining());
    }

    /** Whether a text was written by {@link #of}; any other stands for itself. */
    public static boolean isOne(String written) {
        return written.startsWith(MARK);
    }

    public static Detail read(String written) {
        List<String> parts = Arrays.asList(written.split(APART, -1));
        return new Detail(parts.get(0), List.copyOf(parts.subList(1, parts.size())));
    }
}
