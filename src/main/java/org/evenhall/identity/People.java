package org.evenhall.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.platform.persistence.Sql;

/** The door to people. */
@ApplicationScoped
@Transactional
public class People {

    private Sql sql;

    protected People() {}

    @Inject
    public People(Sql sql) {
        this.sql = sql;
    }

    /**
     * Locks a person until the transaction ends, so that what is counted per person cannot be passed by two requests at
     * once. Persons are locked before sites.
     */
    public void lock(String personId) {
        if (!sql.lock("person", personId)) {
            throw new Refused(Reason.UNAUTHENTICATED, "problem.unauthenticated.detail");
        }
    }

    /** Shown names by id; ids that nobody has are left out. */
    public Map<String, String> names(Collection<String> personIds) {
        Map<String, String> names = new HashMap<>();
        for (String id : personIds) {
            sql.first("SELECT name FROM person WHERE id = ?", row -> row.getString(1), id)
                    .ifPresent(name -> names.put(id, name));
        }
        return names;
    }
}
