package org.evenhall.bookings.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.evenhall.availability.ClaimHolders;
import org.evenhall.availability.Holder;
import org.evenhall.kernel.TimeRange;
import org.evenhall.platform.persistence.Sql;

/** Tells the auditor which claims there must be for bookings. */
@ApplicationScoped
public class BookingClaims implements ClaimHolders {

    private static final String HOLDING = " FROM booking WHERE status NOT IN ('CANCELLED', 'DECLINED')";

    private Sql sql;

    protected BookingClaims() {}

    @Inject
    public BookingClaims(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Holder.Kind kind() {
        return Holder.Kind.BOOKING;
    }

    @Override
    public List<Held> heldOf(String spaceId) {
        return sql.list(
                "SELECT id, start_at, end_at" + HOLDING + " AND space_id = ?",
                row -> new Held(
                        Holder.booking(row.getString(1)),
                        new TimeRange(Instant.ofEpochMilli(row.getLong(2)), Instant.ofEpochMilli(row.getLong(3)))),
                spaceId);
    }

    @Override
    public List<String> spaces() {
        return sql.list("SELECT DISTINCT space_id" + HOLDING, row -> row.getString(1));
    }
}
