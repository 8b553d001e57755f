package org.evenhall.availability.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenhall.platform.persistence.Sql;

/** Closures as rows. Whoever writes here holds the lock of the site. */
@ApplicationScoped
public class Blockades {

    private static final String SELECT = "SELECT b.id, b.space_id, b.part_from, b.part_to, s.capacity, b.start_at,"
            + " b.end_at, b.reason FROM blockade b JOIN spaces s ON s.id = b.space_id WHERE ";

    private Sql sql;

    protected Blockades() {}

    @Inject
    public Blockades(Sql sql) {
        this.sql = sql;
    }

    public void add(String id, Place place, Instant start, Instant end, String reason, Instant now) {
        sql.update(
                "INSERT INTO blockade (id, site_id, space_id, part_from, part_to, start_at, end_at, reason, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                place.site(),
                place.spaceId(),
                place.from(),
                place.to(),
                start,
                end,
                reason,
                now);
    }

    public Optional<Blockade> of(String id, String spaceId) {
        return sql.first(SELECT + "b.id = ? AND b.space_id = ?", Blockades::blockade, id, spaceId);
    }

    /** Those of a site that reach into {@code [from, until)}. */
    public List<Blockade> ofSite(String site, Instant from, Instant until) {
        return sql.list(
                SELECT + "b.site_id = ? AND b.end_at > ? AND b.start_at < ?", Blockades::blockade, site, from, until);
    }

    /** A space's own that reach into {@code [from, until)}. */
    public List<Blockade> ofSpace(String spaceId, Instant from, Instant until) {
        return sql.list(
                SELECT + "b.space_id = ? AND b.end_at > ? AND b.start_at < ?",
                Blockades::blockade,
                spaceId,
                from,
                until);
    }

    public void remove(String id) {
        sql.update("DELETE FROM blockade WHERE id = ?", id);
    }

    public void endAt(String id, Instant end) {
        sql.update("UPDATE blockade SET end_at = ? WHERE id = ?", end, id);
    }

    private static Blockade blockade(ResultSet row) throws SQLException {
        return new Blockade(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getInt(4),
                row.getInt(5),
                row.getLong(6),
                row.getLong(7),
                row.getString(8));
    }
}
