package org.evenhall.platform.persistence;

import java.sql.SQLException;

/** A statement that the database did not take. The SQLState of the cause says why. */
public class SqlFailure extends RuntimeException {

    public SqlFailure(String statement, SQLException cause) {
        super("Failed: " + statement, cause);
    }
}
