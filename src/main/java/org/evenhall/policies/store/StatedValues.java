package org.evenhall.policies.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.policies.PolicyView.StatedBy;

/** What each level states. */
@ApplicationScoped
public class StatedValues {

    /** One stated value of one rule. */
    public record StatedValue(StatedBy level, String rule, String stated) {}

    private static final String CITY = "*";

    private Sql sql;

    protected StatedValues() {}

    @Inject
    public StatedValues(Sql sql) {
        this.sql = sql;
    }

    /** All that the city, the organisation and the space state. */
    public List<StatedValue> of(String organisationId, String spaceId) {
        return sql.list(
                "SELECT level, rule, stated FROM policy_value WHERE holder_id IN (?, ?, ?)",
                row -> new StatedValue(StatedBy.valueOf(row.getString(1)), row.getString(2), row.getString(3)),
                CITY,
                organisationId,
                spaceId);
    }
}
