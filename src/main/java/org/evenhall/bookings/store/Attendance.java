package org.evenhall.bookings.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.evenhall.platform.persistence.Sql;

/** Who came and who did not, counted by the database; and bookings that are over, written down as such. */
@ApplicationScoped
public class Attendance {

    private Sql sql;

    protected Attendance() {}

    @Inject
    public Attendance(Sql sql) {
        this.sql = sql;
    }

    /**
     * What became of somebody's bookings in an organisation.
     *
     * @param kept over, and neither given back nor missed
     */
    public record Past(int kept, int missed) {

        public static final Past NONE = new Past(0, 0);
    }

    /** No-shows of a person in an organisation whose start lies after a moment. */
    public long noShows(String personId, String organisationId, Instant after) {
        return sql.count(
                "SELECT COUNT(*) FROM booking WHERE booker_id = ? AND organisation_id = ? AND status = 'NO_SHOW'"
                        + " AND start_at > ?",
                personId,
                organisationId,
                after);
    }

    /** By person; who has no past in the organisation is left out. */
    public Map<String, Past> of(String organisationId, Collection<String> personIds, Instant now) {
        Map<String, Past> past = new HashMap<>();
        sql.among(
                        "SELECT booker_id, kept, missed FROM (SELECT booker_id,"
                                + " SUM(CASE WHEN status IN ('CONFIRMED', 'CHECKED_IN', 'COMPLETED') THEN 1 ELSE 0 END) AS kept,"
                                + " SUM(CASE WHEN status = 'NO_SHOW' THEN 1 ELSE 0 END) AS missed"
                                + " FROM booking WHERE organisation_id = ? AND (end_at <= ? OR status = 'NO_SHOW') GROUP BY booker_id) AS past"
                                + " WHERE booker_id IN",
                        new HashSet<>(personIds),
                        row -> Map.entry(row.getString(1), new Past(row.getInt(2), row.getInt(3))),
                        organisationId,
                        now)
                .forEach(each -> past.put(each.getKey(), each.getValue()));
        return past;
    }

    /**
     * Writes down of some bookings that they are over. Whoever came is done at the end, and where nobody had to come so is
     * everybody; no-shows are not among them, nor is whoever lost the space to a closure and has not answered.
     *
     * @param most at most so many, under 1,000
     * @return how many there were
     */
    public int complete(Instant now, int most) {
        List<Object[]> over = new ArrayList<>(over("CHECKED_IN", "", now, most));
        if (over.size() < most) {
            over.addAll(over(
                    "CONFIRMED", " AND check_in_until IS NULL AND proposal_until IS NULL", now, most - over.size()));
        }
        if (!over.isEmpty()) {
            sql.batch(
                    "UPDATE booking SET status = 'COMPLETED', version = version + 1 WHERE id = ? AND status = ?", over);
        }
        return over.size();
    }

    private List<Object[]> over(String status, String condition, Instant now, int most) {
        return sql.list(
                "SELECT id, status FROM booking WHERE status = ? AND end_at <= ?" + condition + " FETCH FIRST " + most
                        + " ROWS ONLY",
                row -> new Object[] {row.getString(1), row.getString(2)},
                status,
                now);
    }
}
