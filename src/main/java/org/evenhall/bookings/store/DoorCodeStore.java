package org.evenhall.bookings.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.evenhall.platform.persistence.Sql;

/** The codes on the doors. Whoever writes here holds the lock of the site. */
@ApplicationScoped
public class DoorCodeStore {

    private static final String SELECT = "SELECT space_id, code, changed_at FROM door_code WHERE ";

    private Sql sql;

    protected DoorCodeStore() {}

    @Inject
    public DoorCodeStore(Sql sql) {
        this.sql = sql;
    }

    /** A code and the space at whose door it hangs. */
    public record DoorCode(String spaceId, String code, Instant changedAt) {}

    public Optional<DoorCode> of(String spaceId) {
        return sql.first(SELECT + "space_id = ?", DoorCodeStore::code, spaceId);
    }

    public Optional<DoorCode> withCode(String code) {
        return sql.first(SELECT + "code = ?", DoorCodeStore::code, code);
    }

    /** The codes of several doors. */
    public List<String> codes(Collection<String> spaceIds) {
        return sql.among(SELECT + "space_id IN", spaceIds, DoorCodeStore::code).stream()
                .map(DoorCode::code)
                .distinct()
                .toList();
    }

    /** From now on this one and no other. */
    public void put(DoorCode code) {
        int changed = sql.update(
                "UPDATE door_code SET code = ?, changed_at = ? WHERE space_id = ?",
                code.code(),
                code.changedAt(),
                code.spaceId());
        if (changed == 0) {
            sql.update(
                    "INSERT INTO door_code (space_id, code, changed_at) VALUES (?, ?, ?)",
                    code.spaceId(),
                    code.code(),
                    code.changedAt());
        }
    }

    private static DoorCode code(ResultSet row) throws SQLException {
        return new DoorCode(row.getString(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3)));
    }
}
