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

    private static final String HOLDING = "CASE WHEN status IN ('CANCELLED', 'DECLINED') THEN 0 ELSE ";

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
                        "SELECT space_id, SUM(" + HOLDING + "1 END),"
                                + " SUM(CASE WHEN status = 'CANCELLED' THEN 1 ELSE 0 END),"
                                + " SUM(CASE WHEN status = 'NO_SHOW' THEN 1 ELSE 0 END),"
                                + " SUM(CAST(" + HOLDING + "people END AS BIGINT))"
                                + " FROM booking WHERE day >= ? AND day < ? GROUP BY space_id",
                        row -> Map.entry(
                                row.getString(1),
                                new Counts(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5))),
                        from,
                        to)
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }
}
