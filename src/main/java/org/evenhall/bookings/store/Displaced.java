package org.evenhall.bookings.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.evenhall.bookings.Closures.Outcome;
import org.evenhall.platform.persistence.Sql;

/** Which bookings a closure hit, and what has become of them, as rows. */
@ApplicationScoped
public class Displaced {

    /** Derby is told to look each up rather than read all rows, some of which somebody else may be changing. */
    private static final String BY_KEY = "SELECT closure_id, booking_id, outcome FROM displaced"
            + " --DERBY-PROPERTIES constraint=displaced_once\n WHERE closure_id IN";

    private Sql sql;

    protected Displaced() {}

    @Inject
    public Displaced(Sql sql) {
        this.sql = sql;
    }

    /** A booking that a closure hit. */
    public record Hit(String closureId, String bookingId, Outcome outcome) {}

    public void add(String closureId, Collection<String> bookingIds) {
        sql.batch(
                "INSERT INTO displaced (closure_id, booking_id, outcome) VALUES (?, ?, ?)",
                bookingIds.stream()
                        .map(id -> new Object[] {closureId, id, Outcome.PENDING.name()})
                        .toList());
    }

    public List<Hit> of(Collection<String> closureIds) {
        return sql
                .among(
                        BY_KEY,
                        closureIds,
                        row -> new Hit(row.getString(1), row.getString(2), Outcome.valueOf(row.getString(3))))
                .stream()
                .distinct()
                .toList();
    }

    /** What has become of a booking, for every closure that hit it and was still open about it. */
    public void became(String bookingId, Outcome outcome) {
        sql.update(
                "UPDATE displaced SET outcome = ? WHERE booking_id = ? AND outcome IN ('PENDING', 'PROPOSED')",
                outcome,
                bookingId);
    }
}
