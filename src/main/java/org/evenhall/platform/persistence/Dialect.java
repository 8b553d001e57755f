package org.evenhall.platform.persistence;

/** Where the two databases speak differently. */
public enum Dialect {
    DERBY(" FOR UPDATE WITH RS", ""),
    POSTGRESQL(" FOR UPDATE", " ON CONFLICT DO NOTHING");

    private final String forUpdate;
    private final String unlessThere;

    Dialect(String forUpdate, String unlessThere) {
        this.forUpdate = forUpdate;
        this.unlessThere = unlessThere;
    }

    /**
     * Ends a query for one row by key that locks it until the end of the transaction. Derby under READ COMMITTED would
     * drop the lock at the next row, hence its {@code WITH RS}.
     */
    public String forUpdate() {
        return forUpdate;
    }

    /**
     * Ends an insert that leaves a row alone which another node was first to write. Nothing on Derby, where there is no
     * other node.
     */
    public String unlessThere() {
        return unlessThere;
    }
}
