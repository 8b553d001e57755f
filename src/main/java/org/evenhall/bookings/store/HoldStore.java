package org.evenhall.bookings.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenhall.availability.ClaimHolders;
import org.evenhall.availability.Holder;
import org.evenhall.kernel.TimeRange;
import org.evenhall.platform.persistence.Sql;

/** Holds as rows; each has a claim that ends by itself. */
@ApplicationScoped
public class HoldStore implements ClaimHolders {

    private static final String SELECT =
            "SELECT id, person_id, space_id, start_at, end_at, people, expires_at FROM hold WHERE ";

    private Sql sql;

    protected HoldStore() {}

    @Inject
    public HoldStore(Sql sql) {
        this.sql = sql;
    }

    /** A slot that is kept for a person until a moment. */
    public record Hold(String id, String personId, String spaceId, TimeRange slot, int people, Instant until) {}

    public void add(Hold hold) {
        sql.update(
                "INSERT INTO hold (id, person_id, space_id, start_at, end_at, people, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                hold.id(),
                hold.personId(),
                hold.spaceId(),
                hold.slot().start(),
                hold.slot().end(),
                hold.people(),
                hold.until());
    }

    /** The one hold of a person; no rival changes it while the person is locked. */
    public Optional<Hold> of(String personId) {
        return sql.first(SELECT + "person_id = ?", HoldStore::hold, personId);
    }

    public Optional<Hold> find(String id) {
        return sql.first(SELECT + "id = ?", HoldStore::hold, id);
    }

    public void remove(String id) {
        sql.update("DELETE FROM hold WHERE id = ?", id);
    }

    @Override
    public Holder.Kind kind() {
        return Holder.Kind.HOLD;
    }

    @Override
    public List<Held> heldOf(String spaceId) {
        return sql.list(SELECT + "space_id = ?", HoldStore::hold, spaceId).stream()
                .map(hold -> new Held(Holder.hold(hold.id()), hold.slot()))
                .toList();
    }

    @Override
    public List<String> spaces() {
        return sql.list("SELECT DISTINCT space_id FROM hold", row -> row.getString(1));
    }

    @Override
    public Instant expired(Holder holder) {
        remove(holder.id());
        return null;
    }

    private static Hold hold(ResultSet row) throws SQLException {
        return new Hold(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                TimeRange.ofMillis(row.getLong(4), row.getLong(5)),
                row.getInt(6),
                Instant.ofEpochMilli(row.getLong(7)));
    }
}
