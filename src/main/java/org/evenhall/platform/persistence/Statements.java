package org.evenhall.platform.persistence;

/**
 * How many statements a thread has sent through {@link Sql}: a page that asks the database once a row looks like any
 * other until its city has grown, so tests hold pages and doors to a number. Costs an addition a statement.
 */
public final class Statements {

    private static final ThreadLocal<long[]> SENT = ThreadLocal.withInitial(() -> new long[1]);

    private Statements() {}

    static void sent() {
        SENT.get()[0]++;
    }

    /** How many this thread sends while it does the work; a batch counts as one. */
    public static long during(Runnable work) {
        long before = SENT.get()[0];
        work.run();
        return SENT.get()[0] - before;
    }
}
