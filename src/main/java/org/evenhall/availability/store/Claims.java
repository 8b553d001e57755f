package org.evenhall.availability.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.evenhall.availability.ClaimWish;
import org.evenhall.availability.Holder;
import org.evenhall.kernel.Ids;
import org.evenhall.platform.persistence.Sql;

/** Claims as rows. Whoever writes here holds the lock of the site. */
@ApplicationScoped
public class Claims {

    private static final String COLUMNS = "id, site_id, space_id, part_from, part_to, start_at, end_at, busy_from,"
            + " busy_until, whole, places, holder_kind, holder_id, day, expires_at";
    private static final String INSERT = "INSERT INTO claim (" + COLUMNS + ", of_places, evening_seconds, created_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM claim WHERE ";

    private Sql sql;

    protected Claims() {}

    @Inject
    public Claims(Sql sql) {
        this.sql = sql;
    }

    /** @param eveningSeconds how much of the slot lies in evenings */
    public void add(ClaimWish wish, Place place, long eveningSeconds, Instant now) {
        sql.update(INSERT, row(wish, place, eveningSeconds, now));
    }

    /** Several of one space at once, at most a few hundred. */
    public void add(List<ClaimWish> wishes, Place place, ToLongFunction<ClaimWish> eveningSeconds, Instant now) {
        sql.batch(
                INSERT,
                wishes.stream()
                        .map(wish -> row(wish, place, eveningSeconds.applyAsLong(wish), now))
                        .toList());
    }

    private static Object[] row(ClaimWish wish, Place place, long eveningSeconds, Instant now) {
        return new Object[] {
            Ids.next(),
            place.site(),
            place.spaceId(),
            place.from(),
            place.to(),
            wish.slot().start(),
            wish.slot().end(),
            wish.busyFrom(),
            wish.busyUntil(),
            wish.whole(),
            places(wish, place),
            wish.holder().kind(),
            wish.holder().id(),
            wish.day(),
            wish.until(),
            place.capacity(),
            eveningSeconds,
            now
        };
    }

    /** Lets a claim take another time, another space, or stand for another holder, in one statement. */
    public void change(Claim claim, ClaimWish wish, Place place, long eveningSeconds) {
        sql.update(
                "UPDATE claim SET site_id = ?, space_id = ?, part_from = ?, part_to = ?, start_at = ?, end_at = ?,"
                        + " busy_from = ?, busy_until = ?, whole = ?, places = ?, of_places = ?, holder_kind = ?,"
                        + " holder_id = ?, day = ?, expires_at = ?, evening_seconds = ? WHERE id = ?",
                place.site(),
                place.spaceId(),
                place.from(),
                place.to(),
                wish.slot().start(),
                wish.slot().end(),
                wish.busyFrom(),
                wish.busyUntil(),
                wish.whole(),
                places(wish, place),
                place.capacity(),
                wish.holder().kind(),
                wish.holder().id(),
                wish.day(),
                wish.until(),
                eveningSeconds,
                claim.id());
    }

    /** Lets a claim end earlier, for good and with nothing kept free after it. */
    public void endAt(Claim claim, Instant end, long eveningSeconds) {
        sql.update(
                "UPDATE claim SET end_at = ?, busy_until = ?, expires_at = NULL, evening_seconds = ? WHERE id = ?",
                end,
                end,
                eveningSeconds,
                claim.id());
    }

    /** @param until when the claim ends by itself; null for never */
    public void lastUntil(Holder holder, Instant until) {
        sql.update(
                "UPDATE claim SET expires_at = ? WHERE holder_kind = ? AND holder_id = ?",
                until,
                holder.kind(),
                holder.id());
    }

    /** @return whether there was such a claim */
    public boolean handOver(Holder from, Holder to, Instant until) {
        return sql.update(
                        "UPDATE claim SET holder_kind = ?, holder_id = ?, expires_at = ?"
                                + " WHERE holder_kind = ? AND holder_id = ?",
                        to.kind(),
                        to.id(),
                        until,
                        from.kind(),
                        from.id())
                == 1;
    }

    private static int places(ClaimWish wish, Place place) {
        return wish.whole() ? place.capacity() : wish.people();
    }

    public void remove(Claim claim) {
        sql.update("DELETE FROM claim WHERE id = ?", claim.id());
    }

    public void remove(List<Claim> several) {
        sql.batch(
                "DELETE FROM claim WHERE id = ?",
                several.stream().map(claim -> new Object[] {claim.id()}).toList());
    }

    /** The claims of several holders of one kind. */
    public List<Claim> of(Holder.Kind kind, Collection<String> holderIds) {
        return sql.among(SELECT + "holder_kind = ? AND holder_id IN", holderIds, Claims::claim, kind);
    }

    public Optional<Claim> of(Holder holder) {
        return sql.first(SELECT + "holder_kind = ? AND holder_id = ?", Claims::claim, holder.kind(), holder.id());
    }

    /** The claims of a site whose busy time reaches into {@code [from, until)}. */
    public List<Claim> ofSite(String site, Instant from, Instant until) {
        return sql.list(SELECT + "site_id = ? AND busy_until > ? AND busy_from < ?", Claims::claim, site, from, until);
    }

    /** A space's own claims whose busy time reaches into {@code [from, until)}. */
    public List<Claim> ofSpace(String spaceId, Instant from, Instant until) {
        return sql.list(
                SELECT + "space_id = ? AND busy_until > ? AND busy_from < ?", Claims::claim, spaceId, from, until);
    }

    public List<Claim> ofSpace(String spaceId) {
        return sql.list(SELECT + "space_id = ?", Claims::claim, spaceId);
    }

    public List<Claim> ofSite(String site) {
        return sql.list(SELECT + "site_id = ?", Claims::claim, site);
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
                row.getBoolean(10),
                row.getInt(11),
                new Holder(Holder.Kind.valueOf(row.getString(12)), row.getString(13)),
                row.getInt(14),
                (Long) row.getObject(15));
    }
}
