package org.evenhall.platform.nodes;

/**
 * That something changed, and no more: whoever keeps it in memory loads the present state.
 *
 * @param seq tells traces apart; numbers are given in one order and committed in another
 * @param what one of the constants here; one that a newer node leaves and nobody here knows is passed over
 * @param subject id of the thing, null where it is all of them
 * @param day UTC day in days since the epoch, null where no day is meant
 * @param node who left it
 */
public record Trace(long seq, String what, String subject, Integer day, String node) {

    /** The day sheet of a space. */
    public static final String SHEET = "SHEET";

    /** The spaces of a site: published, changed, divided anew. */
    public static final String SPACE = "SPACE";

    /** The opening hours stated for a space. */
    public static final String HOURS = "HOURS";

    /** The rules stated by a holder. */
    public static final String POLICY = "POLICY";

    /** The areas of the city. */
    public static final String AREA = "AREA";

    /** More than can be named one by one: spaces, hours, organisations, as an import leaves them. */
    public static final String CITY = "CITY";
}
