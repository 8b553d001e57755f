package org.evenhall.availability.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhall.availability.Usage.Claimed;
import org.evenhall.kernel.TimeRange;
import org.evenhall.platform.persistence.Sql;

/** Claims added up by the database, and the blockades of a period. */
@ApplicationScoped
public class UsageStore {

    private static final int MILLIS_A_SECOND = 1000;

    private final Sql sql;

    UsageStore() {
        this(null);
    }

    @Inject
    public UsageStore(Sql sql) {
        this.sql = sql;
    }

    /** A closed time of a space, as it was stated. */
    public record Blockade(String spaceId, TimeRange slot) {}

    /** By space, of the days {@code [from, to)}. */
    public Map<String, Claimed> claimed(LocalDate from, LocalDate to) {
        Map<String, Claimed> sums = new HashMap<>();
        sql.list(
                        "SELECT space_id, SUM((end_at - start_at) * places / COALESCE(of_places, places)),"
                                + " SUM(CAST(evening_seconds AS BIGINT) * places / COALESCE(of_places, places)) FROM claim"
                                + " WHERE day >= ? AND day < ? AND holder_kind = 'BOOKING' GROUP BY space_id",
                        row -> Map.entry(
                                row.getString(1), new Claimed(row.getLong(2) / MILLIS_A_SECOND, row.getLong(3))),
                        from,
                        to)
                .forEach(sum -> sums.put(sum.getKey(), sum.getValue()));
        return sums;
    }

    /** Those that reach into {@code [from, until)}, of all spaces. */
    public List<Blockade> blockades(Instant from, Instant until) {
        return sql.list(
                "SELECT space_id, start_at, end_at FROM blockade WHERE end_at > ? AND start_at < ?",
                row -> new Blockade(
                        row.getString(1),
                        new TimeRange(Instant.ofEpochMilli(row.getLong(2)), Instant.ofEpochMilli(row.getLong(3)))),
                from,
                until);
    }
}
