package org.evenhall.platform.persistence;

import java.sql.Connection;
import java.sql.SQLException;

/** Where a connection comes from; whoever gets one closes it when the statement is done. */
@FunctionalInterface
public interface Connections {

    /** @throws SQLException where the database is not there, or none came free in time */
    Connection get() throws SQLException;
}
