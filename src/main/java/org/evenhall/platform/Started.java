package org.evenhall.platform;

/**
 * The database has its present schema; features may now prepare what they need, in the order of their observers'
 * {@code @Priority}. The application is ready, and answers, when all observers have returned; an exception from one of
 * them ends the deployment.
 */
public record Started() {

    /** Priority of observers that put data into the database: accounts, the demo city. */
    public static final int DATA = 1000;

    /** Priority of observers that build what is derived from the data: the index in memory. */
    public static final int DERIVED = 2000;

    /** Priority of observers that begin to work on their own: timers, delivery of events. */
    public static final int WORK = 3000;

    /** Priority of observers of the end that stop that work again; the embedded database is closed after them. */
    public static final int STOP_WORK = 1000;
}
