package org.evenhall.availability.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evenhall.availability.BusyTime;
import org.evenhall.availability.Holder;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.Sharing;

/** Claims and blockades as rows. Whoever writes here holds the lock of the site. */
@ApplicationScoped
public class Claims {

    private static final String COLUMNS = "id, site_id, space_id, part_from, part_to, start_at, end_at, busy_from,"
            + " busy_until, holder_kind, holder_id, day";

    private Sql sql;

    protected Claims() {}

    @Inject
    public Claims(Sql sql) {
        this.sql = sql;
    }

    /** Locks the row of a site; nobody else changes its calendar until this transaction ends. */
    public void lock(String site) {
        if (!sql.lock("site", site)) {
            throw new IllegalStateException("A space without a site: " + site);
        }
    }

    /** Locks the site of a space and reads again what may have changed since the space was listed. */
    public Listed lock(Listed space) {
        lock(space.site());
        return sql.first(
                        "SELECT part_from, part_to, capacity, sharing, published FROM spaces WHERE id = ?",
                        row -> space.standing(
                                row.getInt(1),
                                row.getInt(2),
                                row.getInt(3),
                                Sharing.valueOf(row.getString(4)),
                                row.getBoolean(5)),
                        space.id())
                .orElseThrow(() -> Refused.notFound("space", space.id()));
    }

    /** Whether a claim of the site touches these parts in this time, buffers included. */
    public boolean taken(Listed space, Instant busyFrom, Instant busyUntil) {
        return sql.first(
                        "SELECT id FROM claim WHERE site_id = ? AND busy_until > ? AND busy_from < ?"
                                + " AND part_from < ? AND part_to > ?",
                        row -> row.getString(1),
                        space.site(),
                        busyFrom,
                        busyUntil,
                        space.partTo(),
                        space.partFrom())
                .isPresent();
    }

    /** The reason of a blockade that touches these parts in this time. */
    public Optional<String> closed(Listed space, TimeRange slot) {
        return sql.first(
                "SELECT reason FROM blockade WHERE site_id = ? AND end_at > ? AND start_at < ?"
                        + " AND part_from < ? AND part_to > ?",
                row -> row.getString(1),
                space.site(),
                slot.start(),
                slot.end(),
                space.partTo(),
                space.partFrom());
    }

    public void add(Claim claim, int places, long eveningSeconds, Instant now) {
        sql.update(
                "INSERT INTO claim (" + COLUMNS + ", whole, places, evening_seconds, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                claim.id(),
                claim.site(),
                claim.spaceId(),
                claim.partFrom(),
                claim.partTo(),
                claim.start(),
                claim.end(),
                claim.busyFrom(),
                claim.busyUntil(),
                claim.holder().kind(),
                claim.holder().id(),
                claim.day(),
                true,
                places,
                eveningSeconds,
                now);
    }

    public Optional<Claim> of(Holder holder) {
        return sql.first(
                "SELECT " + COLUMNS + " FROM claim WHERE holder_kind = ? AND holder_id = ?",
                Claims::claim,
                holder.kind(),
                holder.id());
    }

    public void remove(Claim claim) {
        sql.update("DELETE FROM claim WHERE id = ?", claim.id());
    }

    public List<Claim> ofSpace(String spaceId) {
        return sql.list("SELECT " + COLUMNS + " FROM claim WHERE space_id = ?", Claims::claim, spaceId);
    }

    /** The busy ranges of a space's own claims that reach into {@code [from, until)}, in epoch milliseconds. */
    public List<long[]> busy(String spaceId, Instant from, Instant until) {
        return sql.list(
                "SELECT busy_from, busy_until FROM claim WHERE space_id = ? AND busy_until > ? AND busy_from < ?",
                row -> new long[] {row.getLong(1), row.getLong(2)},
                spaceId,
                from,
                until);
    }

    /** Claims and blockades that touch the space and reach into {@code [from, until)}, in the order of their start. */
    public List<BusyTime> touching(Listed space, Instant from, Instant until) {
        String touching = " WHERE site_id = ? AND end_at > ? AND start_at < ? AND part_from < ? AND part_to > ?";
        List<BusyTime> busy = new ArrayList<>();
        for (boolean closed : new boolean[] {false, true}) {
            busy.addAll(sql.list(
                    "SELECT id, start_at, end_at, created_at FROM " + (closed ? "blockade" : "claim") + touching,
                    row -> new BusyTime(
                            row.getString(1),
                            new TimeRange(Instant.ofEpochMilli(row.getLong(2)), Instant.ofEpochMilli(row.getLong(3))),
                            closed,
                            Instant.ofEpochMilli(row.getLong(4))),
                    space.site(),
                    from,
                    until,
                    space.partTo(),
                    space.partFrom()));
        }
        busy.sort(Comparator.comparing(BusyTime::slot).thenComparing(BusyTime::id));
        return busy;
    }

    public void block(String id, Listed space, TimeRange slot, String reason, Instant now) {
        sql.update(
                "INSERT INTO blockade (id, site_id, space_id, part_from, part_to, start_at, end_at, reason, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                space.site(),
                space.id(),
                space.partFrom(),
                space.partTo(),
                slot.start(),
                slot.end(),
                reason,
                now);
    }

    /** The slots of a space's own blockades that reach into {@code [from, until)}, in epoch milliseconds. */
    public List<long[]> blocked(String spaceId, Instant from, Instant until) {
        return sql.list(
                "SELECT start_at, end_at FROM blockade WHERE space_id = ? AND end_at > ? AND start_at < ?",
                row -> new long[] {row.getLong(1), row.getLong(2)},
                spaceId,
                from,
                until);
    }

    public Optional<TimeRange> blockade(String id, String spaceId) {
        return sql.first(
                "SELECT start_at, end_at FROM blockade WHERE id = ? AND space_id = ?",
                row -> new TimeRange(Instant.ofEpochMilli(row.getLong(1)), Instant.ofEpochMilli(row.getLong(2))),
                id,
                spaceId);
    }

    public void unblock(String id) {
        sql.update("DELETE FROM blockade WHERE id = ?", id);
    }

    public List<Claim> ofSite(String site) {
        return sql.list("SELECT " + COLUMNS + " FROM claim WHERE site_id = ?", Claims::claim, site);
    }

    /** Ids of the spaces that have a claim, a blockade or a day sheet. */
    public List<String> spacesWithCalendar() {
        return sql.list(
                "SELECT space_id FROM claim UNION SELECT space_id FROM blockade UNION SELECT space_id FROM day_sheet",
                row -> row.getString(1));
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getInt(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                new Holder(Holder.Kind.valueOf(row.getString(10)), row.getString(11)),
                row.getInt(12));
    }
}
