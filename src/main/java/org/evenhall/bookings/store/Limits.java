package org.evenhall.bookings.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhall.bookings.domain.Ledger;
import org.evenhall.kernel.TimeRange;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;

/**
 * The bookings that limits count, read past the persistence context. Whoever decides by them holds the locks of the
 * persons, and of the groups whose members these are. One query for up to a hundred people.
 */
@ApplicationScoped
public class Limits {

    private Sql sql;
    private Catalogue catalogue;

    protected Limits() {}

    @Inject
    public Limits(Sql sql, Catalogue catalogue) {
        this.sql = sql;
        this.catalogue = catalogue;
    }

    /**
     * Bookings of these people that end after a moment and were neither cancelled nor declined. What is due has happened:
     * a request that nobody decided in time counts no more, nor what was proposed in vain instead of a closed space, and
     * what nobody came to is no longer open. So whoever writes down at the last moment that it has not happened, locks the
     * booker too.
     *
     * @param now the present
     * @param exceptId a booking that is being moved and must not stand in its own way, or null
     */
    public List<Ledger.Entry> entries(Collection<String> personIds, Instant endingAfter, String exceptId, Instant now) {
        return sql.among(
                "SELECT booker_id, space_id, organisation_id, start_at, end_at, day,"
                        + " CASE WHEN status IN ('REQUESTED', 'CHECKED_IN') OR status = 'CONFIRMED'"
                        + " AND (check_in_until IS NULL OR check_in_until > ?) THEN 1 ELSE 0 END FROM booking"
                        + " WHERE end_at > ? AND id <> ? AND status NOT IN ('CANCELLED', 'DECLINED')"
                        + " AND (status <> 'REQUESTED' OR decide_until IS NULL OR decide_until > ?)"
                        + " AND (proposal_until IS NULL OR proposal_until > ?) AND booker_id IN",
                new HashSet<>(personIds),
                this::entry,
                now,
                endingAfter,
                exceptId == null ? "" : exceptId,
                now,
                now);
    }

    private Ledger.Entry entry(ResultSet row) throws SQLException {
        String space = row.getString(2);
        String organisation = row.getString(3);
        return new Ledger.Entry(
                row.getString(1),
                space,
                catalogue.snapshot().find(space).map(this::within).orElseGet(() -> Set.of(space, organisation)),
                new TimeRange(Instant.ofEpochMilli(row.getLong(4)), Instant.ofEpochMilli(row.getLong(5))),
                LocalDate.ofEpochDay(row.getInt(6)),
                row.getInt(7) == 1);
    }

    /**
     * How many bookings the space had for a day at a moment; a request counts as long as it holds its time.
     *
     * @param at the present, or before it
     */
    public long countAt(String spaceId, LocalDate day, Instant at) {
        return sql.count(
                "SELECT COUNT(*) FROM booking WHERE day = ? AND space_id = ? AND created_at < ? AND status <> 'DECLINED'"
                        + " AND (status <> 'CANCELLED' OR cancelled_at >= ?)",
                day,
                spaceId,
                at,
                at);
    }

    /** Ids of all that a booking of this space lies in: it, those that it is a part of, and the organisation. */
    public Set<String> within(Listed space) {
        return Stream.concat(
                        Stream.of(space.organisation().id()),
                        catalogue.snapshot().ofSite(space.site()).stream()
                                .filter(other ->
                                        other.partFrom() <= space.partFrom() && space.partTo() <= other.partTo())
                                .map(Listed::id))
                .collect(Collectors.toSet());
    }
}
