package org.evenhall.policies.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.platform.nodes.Trace;
import org.evenhall.platform.nodes.Traces;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.platform.persistence.SqlFailure;
import org.evenhall.platform.persistence.Trouble;
import org.evenhall.policies.PolicyView.StatedBy;
import org.evenhall.policies.domain.Statement;

/** What each thing states, as rows, with the version of its policy. */
@ApplicationScoped
public class PolicyStore {

    private static final String VALUES = "SELECT holder_id, rule, stated FROM policy_value";

    /**
     * What texts say does not change, and the same are read for each booking; what the database holds is asked each time.
     */
    private static final Map<Map<String, String>, Statement> UNDERSTOOD = new ConcurrentHashMap<>();

    private static final int MOST_UNDERSTOOD = 1_000;

    private Sql sql;
    private Traces traces;

    protected PolicyStore() {}

    @Inject
    public PolicyStore(Sql sql, Traces traces) {
        this.sql = sql;
        this.traces = traces;
    }

    private record Row(String holder, String rule, String stated) {}

    /** What these things state, by their ids; those that state nothing are left out. One query. */
    public Map<String, Statement> of(Collection<String> holders) {
        String marks = String.join(", ", Collections.nCopies(holders.size(), "?"));
        return statements(
                sql.list(VALUES + " WHERE holder_id IN (" + marks + ")", PolicyStore::row, holders.toArray()));
    }

    /** What everything states, by id. */
    public Map<String, Statement> all() {
        return statements(sql.list(VALUES, PolicyStore::row));
    }

    /** The versions of all policies, by id; what was never stated is left out. */
    public Map<String, Long> versions() {
        Map<String, Long> versions = new HashMap<>();
        sql.list(
                "SELECT holder_id, version FROM policy_version", row -> versions.put(row.getString(1), row.getLong(2)));
        return versions;
    }

    /** How often the policy of a thing was stated; 0 where it never was. */
    public long version(String holder) {
        return sql.first("SELECT version FROM policy_version WHERE holder_id = ?", row -> row.getLong(1), holder)
                .orElse(0L);
    }

    /**
     * Replaces all that a thing states.
     *
     * @param present the version that was read; refused as stale where it is no longer the present one
     */
    public void replace(StatedBy level, String holder, Statement stated, long present) {
        raise(holder, present);
        sql.update("DELETE FROM policy_value WHERE holder_id = ?", holder);
        List<Object[]> rows = stated.texts().entrySet().stream()
                .map(text -> new Object[] {level.name(), holder, text.getKey(), text.getValue()})
                .toList();
        if (!rows.isEmpty()) {
            sql.batch("INSERT INTO policy_value (level, holder_id, rule, stated) VALUES (?, ?, ?, ?)", rows);
        }
    }

    /** The row of the version keeps others out until the transaction ends; where there is none, its key does. */
    private void raise(String holder, long present) {
        int raised = sql.update(
                "UPDATE policy_version SET version = version + 1 WHERE holder_id = ? AND version = ?", holder, present);
        if (raised == 0 && (present > 0 || !isFirst(holder))) {
            throw new Refused(Reason.STALE, "problem.stale.detail");
        }
    }

    private boolean isFirst(String holder) {
        try {
            return sql.update("INSERT INTO policy_version (holder_id, version) VALUES (?, 1)", holder) == 1;
        } catch (SqlFailure e) {
            if (Trouble.isDuplicate(e)) {
                return false;
            }
            throw e;
        }
    }

    /** For other nodes. */
    public void leaveTrace(String holder) {
        traces.leave(Trace.POLICY, holder);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getString(1), row.getString(2), row.getString(3));
    }

    private static Map<String, Statement> statements(List<Row> rows) {
        Map<String, Map<String, String>> texts = new HashMap<>();
        rows.forEach(
                row -> texts.computeIfAbsent(row.holder, any -> new HashMap<>()).put(row.rule, row.stated));
        Map<String, Statement> statements = new HashMap<>();
        texts.forEach((holder, each) -> statements.put(holder, understood(each)));
        return statements;
    }

    private static Statement understood(Map<String, String> texts) {
        if (UNDERSTOOD.size() >= MOST_UNDERSTOOD) {
            UNDERSTOOD.clear();
        }
        return UNDERSTOOD.computeIfAbsent(texts, Statement::read);
    }
}
