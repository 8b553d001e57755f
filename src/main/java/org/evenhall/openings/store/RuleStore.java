package org.evenhall.openings.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.evenhall.kernel.Ids;
import org.evenhall.platform.persistence.Sql;

/** Stated hours; nothing is ever overwritten, a later statement is a row of its own. */
@ApplicationScoped
public class RuleStore {

    private static final String COLUMNS = "space_id, hours, readable, valid_from, recorded_at, by_owner";

    private Sql sql;

    protected RuleStore() {}

    @Inject
    public RuleStore(Sql sql) {
        this.sql = sql;
    }

    /** All of them, in the order in which they were recorded. */
    public List<StatedRule> all() {
        return sql.list("SELECT " + COLUMNS + " FROM opening_rule ORDER BY recorded_at, id", RuleStore::rule);
    }

    /** Those of these spaces, in no order. */
    public List<StatedRule> of(Collection<String> spaceIds) {
        return sql.among("SELECT " + COLUMNS + " FROM opening_rule WHERE space_id IN", spaceIds, RuleStore::rule);
    }

    /** How often hours were stated for a space: each statement is a version of its own. Locks the site before. */
    public long versionForUpdate(String site, String spaceId) {
        sql.lock("site", site);
        return sql.count("SELECT COUNT(*) FROM opening_rule WHERE space_id = ?", spaceId);
    }

    public void add(List<StatedRule> rules) {
        sql.batch(
                "INSERT INTO opening_rule (id, " + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?)",
                rules.stream()
                        .map(rule -> new Object[] {
                            Ids.next(),
                            rule.spaceId(),
                            rule.hours(),
                            rule.readable(),
                            rule.validFrom(),
                            rule.recordedAt(),
                            rule.byOwner()
                        })
                        .toList());
    }

    private static StatedRule rule(ResultSet row) throws SQLException {
        return new StatedRule(
                row.getString(1),
                row.getString(2),
                row.getBoolean(3),
                LocalDate.ofEpochDay(row.getInt(4)),
                Instant.ofEpochMilli(row.getLong(5)),
                row.getBoolean(6));
    }
}
