package org.evenhall.platform.jobs;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Failures as they are kept beside the work that failed. */
public final class Failures {

    private static final int DEEPEST = 50;
    private static final int LONGEST = 300;

    private Failures() {}

    /**
     * What went wrong, by the names of the exceptions alone: their messages may hold addresses and names of people. The
     * log tells the rest.
     */
    public static String kind(Throwable failure) {
        Set<String> names = new LinkedHashSet<>();
        List<Throwable> chain = new ArrayList<>();
        for (Throwable each = failure; each != null && chain.size() < DEEPEST; each = each.getCause()) {
            chain.add(each);
            String state = each instanceof SQLException sql ? " " + sql.getSQLState() : "";
            names.add(each.getClass().getSimpleName() + state);
        }
        return shortened(String.join(", ", names));
    }

    /** Cut to what its column holds. */
    public static String shortened(String sentence) {
        return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST - 1) + "…";
    }
}
