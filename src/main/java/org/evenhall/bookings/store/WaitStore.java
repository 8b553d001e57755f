package org.evenhall.bookings.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhall.bookings.Waitlist.EntryStatus;
import org.evenhall.bookings.Waitlist.WantedFilters;
import org.evenhall.bookings.domain.Waiting;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;
import org.evenhall.platform.json.Json;
import org.evenhall.platform.json.RecordReader;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.spaces.CatalogueFilter;

/**
 * The waiting list as rows. Each change of status names the status that it leaves, so that of two who would change an entry
 * at the same time one does, and the other hears that it did not.
 */
@ApplicationScoped
public class WaitStore {

    private static final String SELECT = "SELECT id, seq, person_id, wanted_space, filters, start_at, end_at, people,"
            + " status, offered_space, offer_until, booking_id, created_at FROM waiting WHERE ";
    private static final int FORMAT = 1;

    private Sql sql;

    protected WaitStore() {}

    @Inject
    public WaitStore(Sql sql) {
        this.sql = sql;
    }

    /** WantedFilters as they are kept; another meaning of a filter gets another version. */
    public record Kept(int version, WantedFilters filters) {}

    /** At the end of the queue; the number is given by the database. */
    public void add(Waiting entry) {
        sql.update(
                "INSERT INTO waiting (id, person_id, wanted_space, filters, start_at, end_at, people, status, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.id(),
                entry.personId(),
                entry.wantedSpace(),
                entry.filters() == null ? null : Json.text(new Kept(FORMAT, entry.filters())),
                entry.slot().start(),
                entry.slot().end(),
                entry.people(),
                EntryStatus.WAITING,
                entry.createdAt());
    }

    public Optional<Waiting> find(String id) {
        return sql.first(SELECT + "id = ?", WaitStore::entry, id);
    }

    /** The entry as it is now, locked until the transaction ends; the site of what is offered is locked before. */
    public Optional<Waiting> locked(String id) {
        return sql.lock("waiting", id) ? find(id) : Optional.empty();
    }

    /** What a person waits for or is offered; no rival adds to it while the person is locked. */
    public List<Waiting> open(String personId, Instant now) {
        return sql.list(SELECT + "person_id = ? AND start_at > ?", WaitStore::entry, personId, now).stream()
                .filter(entry -> entry.isOpenAt(now))
                .toList();
    }

    /** A person's entries, the latest slot first, ties by id. */
    public Page<Waiting> list(String personId, int page, int size) {
        long total = sql.count("SELECT COUNT(*) FROM waiting WHERE person_id = ?", personId);
        long first = (long) page * size;
        List<Waiting> found = first >= total
                ? List.of()
                : sql.list(
                        SELECT + "person_id = ? ORDER BY start_at DESC, id OFFSET " + first + " ROWS FETCH NEXT " + size
                                + " ROWS ONLY",
                        WaitStore::entry,
                        personId);
        return new Page<>(found, total, page, size);
    }

    /**
     * Who waits for one of these spaces, or for any that passes filters, at a time that reaches into {@code [from, until)}
     * and has not begun; in the order of the queue.
     */
    public List<Waiting> waiting(Collection<String> spaces, Instant from, Instant until, Instant now) {
        String then = "status = 'WAITING' AND end_at > ? AND start_at < ? AND start_at > ? AND wanted_space ";
        return Stream.concat(
                        sql.among(SELECT + then + "IN", spaces, WaitStore::entry, from, until, now).stream(),
                        sql.list(SELECT + then + "IS NULL", WaitStore::entry, from, until, now).stream())
                .sorted(Comparator.comparingLong(Waiting::seq))
                .toList();
    }

    /** Who waits for a time that overlaps that of one of these entries, and came before it. One query. */
    public List<Waiting> before(List<Waiting> entries) {
        List<Object> args = new ArrayList<>();
        for (Waiting entry : entries) {
            args.addAll(List.of(entry.seq(), entry.slot().start(), entry.slot().end()));
        }
        String each = "(seq < ? AND end_at > ? AND start_at < ?)";
        return entries.isEmpty()
                ? List.of()
                : sql.list(
                        SELECT + "status = 'WAITING' AND ("
                                + entries.stream().map(entry -> each).collect(Collectors.joining(" OR ")) + ")",
                        WaitStore::entry,
                        args.toArray());
    }

    /** @return whether it still waited: another site may have had something for it at the same time */
    public boolean offer(String id, String space, Instant until) {
        return sql.update(
                        "UPDATE waiting SET status = 'OFFERED', offered_space = ?, offer_until = ?"
                                + " WHERE id = ? AND status = 'WAITING'",
                        space,
                        until,
                        id)
                == 1;
    }

    /** @return whether something was offered until now; the entry waits again where it stood */
    public boolean withdraw(String id) {
        return sql.update(
                        "UPDATE waiting SET status = 'WAITING', offered_space = NULL, offer_until = NULL"
                                + " WHERE id = ? AND status = 'OFFERED'",
                        id)
                == 1;
    }

    /** What was offered is booked; the entry is locked. */
    public void accept(String id, String bookingId) {
        sql.update(
                "UPDATE waiting SET status = 'ACCEPTED', booking_id = ? WHERE id = ? AND status = 'OFFERED'",
                bookingId,
                id);
    }

    /** @return whether it was in that status until now */
    public boolean end(String id, EntryStatus from, EntryStatus to) {
        return sql.update("UPDATE waiting SET status = ? WHERE id = ? AND status = ?", to, id, from) == 1;
    }

    /** The offers of a space that stand. */
    public List<Waiting> offered(String space) {
        return sql.list(SELECT + "offered_space = ? AND status = 'OFFERED'", WaitStore::entry, space);
    }

    /** Ids of the spaces of which something is offered. */
    public List<String> spacesOffered() {
        return sql.list("SELECT DISTINCT offered_space FROM waiting WHERE status = 'OFFERED'", row -> row.getString(1));
    }

    /** Ids of some who still wait for a slot that has begun. */
    public List<String> begun(Instant now, int most) {
        return sql.list(
                "SELECT id FROM waiting WHERE status = 'WAITING' AND start_at <= ? FETCH FIRST " + most + " ROWS ONLY",
                row -> row.getString(1),
                now);
    }

    /** Forgets some entries whose slot ended before a moment. @return how many */
    public int forget(Instant before, int most) {
        List<Object[]> ids = sql.list(
                "SELECT id FROM waiting WHERE status IN ('ACCEPTED', 'LAPSED', 'LEFT') AND end_at < ? FETCH FIRST "
                        + most + " ROWS ONLY",
                row -> new Object[] {row.getString(1)},
                before);
        sql.batch("DELETE FROM waiting WHERE id = ?", ids);
        return ids.size();
    }

    private static Waiting entry(ResultSet row) throws SQLException {
        WantedFilters filters = filters(row.getString(5));
        Object until = row.getObject(11);
        return new Waiting(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                filters,
                filter(filters),
                TimeRange.ofMillis(row.getLong(6), row.getLong(7)),
                row.getInt(8),
                EntryStatus.valueOf(row.getString(9)),
                row.getString(10),
                until == null ? null : Instant.ofEpochMilli((Long) until),
                row.getString(12),
                Instant.ofEpochMilli(row.getLong(13)));
    }

    /** One that speaks of what is no more, such as an amenity that was given up, is passed by nothing and stops nobody else. */
    private static WantedFilters filters(String kept) {
        try {
            return kept == null
                    ? null
                    : RecordReader.read(kept.getBytes(StandardCharsets.UTF_8), Kept.class)
                            .filters();
        } catch (Refused e) {
            return null;
        }
    }

    private static CatalogueFilter filter(WantedFilters filters) {
        try {
            return filters == null ? null : Asked.of(filters);
        } catch (Refused e) {
            return null;
        }
    }
}
