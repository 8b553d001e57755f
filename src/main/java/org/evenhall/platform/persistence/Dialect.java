package org.evenhall.platform.persistence;

/** Where the two databases speak differently. */
public enum Dialect {
    DERBY(" FOR UPDATE WITH RS"),
    POSTGRESQL(" FOR UPDATE");

    private final String forUpdate;

    Dialect(String forUpdate) {
        this.forUpdate = forUpdate;
    }

    /**
     * Ends a query for one row by key that locks it until the end of the transaction. Derby under READ COMMITTED would
     * drop the lock at the next row, hence its {@code WITH RS}.
     */
    public String forUpdate() {
        return forUpdate;
    }
}
