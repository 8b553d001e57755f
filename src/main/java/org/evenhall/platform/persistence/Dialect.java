package org.evenhall.platform.persistence;

import java.util.Optional;

/** Where the two databases speak differently. */
public enum Dialect {
    DERBY(" FOR UPDATE WITH RS", " WITH UR", "", null),
    POSTGRESQL(
            " FOR UPDATE",
            "",
            " ON CONFLICT DO NOTHING",
            "SELECT CAST(FLOOR(EXTRACT(EPOCH FROM clock_timestamp()) * 1000) AS BIGINT)");

    private final String forUpdate;
    private final String withoutWaiting;
    private final String unlessThere;
    private final String presentMillis;

    Dialect(String forUpdate, String withoutWaiting, String unlessThere, String presentMillis) {
        this.forUpdate = forUpdate;
        this.withoutWaiting = withoutWaiting;
        this.unlessThere = unlessThere;
        this.presentMillis = presentMillis;
    }

    /**
     * Ends a query for one row by key that locks it until the end of the transaction. Derby under READ COMMITTED would
     * drop the lock at the next row, hence its {@code WITH RS}.
     */
    public String forUpdate() {
        return forUpdate;
    }

    /**
     * Ends a query that only looks for candidates and waits for no writer: on Derby it may show rows that are not
     * committed, so whatever is found must be claimed by an update that states what it expects.
     */
    public String withoutWaiting() {
        return withoutWaiting;
    }

    /**
     * Ends an insert that leaves a row alone which another node was first to write. Nothing on Derby, where there is no
     * other node.
     */
    public String unlessThere() {
        return unlessThere;
    }

    /** A query for the present in epoch milliseconds; none where the database runs in this process. */
    Optional<String> presentMillis() {
        return Optional.ofNullable(presentMillis);
    }
}
