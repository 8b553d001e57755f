package org.evenhall.platform.persistence;

import jakarta.persistence.OptimisticLockException;
import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an exception says about the database, found by SQLState anywhere in its chain of causes: Derby's innermost cause
 * is no {@link SQLException}, and the server wraps everything several times over.
 */
public final class Trouble {

    private static final int DEEPEST = 50;

    /** Serialization failure, deadlock (PostgreSQL, Derby), lock time-out (Derby, with and without a report, PostgreSQL). */
    private static final Set<String> VICTIM = Set.of("40001", "40P01", "40XL1", "40XL2", "55P03");

    /** Connection lost, out of something, cancelled or shutting down; the message of a pool that has none left. */
    private static final List<String> PASSING = List.of("08", "53", "57");

    private Trouble() {}

    /** Whether the call lost against another one and may win when it is made again. */
    public static boolean isVictim(Throwable thrown) {
        return states(thrown).anyMatch(VICTIM::contains)
                || chain(thrown).stream().anyMatch(OptimisticLockException.class::isInstance);
    }

    /** Whether the same call may succeed a little later: a victim, a lost connection, an exhausted pool. */
    public static boolean isPassing(Throwable thrown) {
        return isVictim(thrown)
                || states(thrown).anyMatch(state -> PASSING.stream().anyMatch(state::startsWith))
                || chain(thrown).stream().anyMatch(Trouble::isPoolExhausted);
    }

    /** Whether a row of that key is there already. */
    public static boolean isDuplicate(Throwable thrown) {
        return states(thrown).anyMatch("23505"::equals);
    }

    /** Whether an exclusion constraint found something in the way (PostgreSQL). */
    public static boolean isExcluded(Throwable thrown) {
        return states(thrown).anyMatch("23P01"::equals);
    }

    /** Whether a text held what PostgreSQL keeps in no text: U+0000. */
    public static boolean isNoText(Throwable thrown) {
        return states(thrown).anyMatch("22021"::equals);
    }

    private static boolean isPoolExhausted(Throwable thrown) {
        return thrown instanceof ResourceException
                || thrown instanceof SQLException sql
                        && sql.getSQLState() == null
                        && String.valueOf(sql.getMessage()).contains("allocating a connection");
    }

    private static Stream<String> states(Throwable thrown) {
        return chain(thrown).stream()
                .filter(SQLException.class::isInstance)
                .map(each -> ((SQLException) each).getSQLState())
                .filter(state -> state != null);
    }

    private static List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable each = thrown; each != null && chain.size() < DEEPEST; each = each.getCause()) {
            chain.add(each);
            if (each instanceof SQLException sql && sql.getNextException() != null) {
                chain.add(sql.getNextException());
            }
        }
        return chain;
    }
}
