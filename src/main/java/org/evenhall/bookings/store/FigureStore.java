package org.evenhall.bookings.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.evenhall.bookings.BookingFigures.Counts;
import org.evenhall.platform.persistence.Sql;

/** Bookings counted by the database. */
@ApplicationScoped
public class FigureStore {

    private static final int MILLIS_A_SECOND = 1000;
    private static final String HOLDING = "CASE WHEN b.status IN ('CANCELLED', 'DECLINED') THEN 0 ELSE ";

    /** Checked-in bookings by what they have of the space, as booked hours are counted too. */
    private static final String USED = "CASE WHEN b.checked_in_at IS NULL THEN 0"
            + " ELSE (c.end_at - c.start_at) * c.places / COALESCE(c.of_places, c.places) END";

    private final Sql sql;

    FigureStore() {
        this(null);
    }

    @Inject
    public FigureStore(Sql sql) {
        this.sql = sql;
    }

    /** By space, of the days {@code [from, to)}. */
    public Map<String, Counts> counts(LocalDate from, LocalDate to) {
        Map<String, Counts> counts = new HashMap<>();
        sql.list(
                        "SELECT b.space_id, SUM(" + HOLDING + "1 END),"
                                + " SUM(CASE WHEN b.status = 'CANCELLED' THEN 1 ELSE 0 END),"
                                + " SUM(CASE WHEN b.status = 'NO_SHOW' THEN 1 ELSE 0 END),"
                                + " SUM(CAST(" + HOLDING + "b.people END AS BIGINT)), SUM(" + USED + "),"
                                + " SUM(" + HOLDING + "CASE WHEN b.check_in_until IS NULL THEN 0 ELSE 1 END END)"
                                + " FROM booking b LEFT JOIN claim c ON c.holder_kind = 'BOOKING' AND c.holder_id = b.id"
                                + " WHERE b.day >= ? AND b.day < ? GROUP BY b.space_id",
                        row -> Map.entry(
                                row.getString(1),
                                new Counts(
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4),
                                        row.getLong(5),
                                        row.getLong(7) == 0 ? null : row.getLong(6) / MILLIS_A_SECOND)),
                        from,
                        to)
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }
}
