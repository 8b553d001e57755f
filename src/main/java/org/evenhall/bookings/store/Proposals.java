package org.evenhall.bookings.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhall.availability.ClaimHolders;
import org.evenhall.availability.Holder;
import org.evenhall.kernel.TimeRange;
import org.evenhall.platform.persistence.Sql;

/** What bookings that a closure hit are offered instead, as rows; each holds a claim. */
@ApplicationScoped
public class Proposals implements ClaimHolders {

    private static final String SELECT =
            "SELECT booking_id, closure_id, space_id, start_at, end_at, until_at, ended FROM proposal";

    /** Derby is told to look each up rather than read all rows, some of which somebody else may be changing. */
    private static final String BY_KEY = SELECT + " --DERBY-PROPERTIES constraint=proposal_once\n WHERE booking_id IN";

    private Sql sql;

    protected Proposals() {}

    @Inject
    public Proposals(Sql sql) {
        this.sql = sql;
    }

    /**
     * Another space, or another time, that is reserved for a booking until a moment.
     *
     * @param ended whether its claim has ended already, and the booking is about to
     */
    public record Proposal(
            String bookingId, String closureId, String spaceId, TimeRange slot, Instant until, boolean ended) {

        public boolean standsAt(Instant now) {
            return !ended && until.isAfter(now);
        }
    }

    public void add(Proposal proposal) {
        sql.update(
                "INSERT INTO proposal (booking_id, closure_id, space_id, start_at, end_at, until_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                proposal.bookingId(),
                proposal.closureId(),
                proposal.spaceId(),
                proposal.slot().start(),
                proposal.slot().end(),
                proposal.until());
    }

    public void remove(String bookingId) {
        sql.update("DELETE FROM proposal WHERE booking_id = ?", bookingId);
    }

    public Optional<Proposal> of(String bookingId) {
        return sql.first(SELECT + " WHERE booking_id = ?", Proposals::proposal, bookingId);
    }

    /** By booking, those that still stand at a moment. */
    public Map<String, Proposal> of(Collection<String> bookingIds, Instant now) {
        return sql.among(BY_KEY, bookingIds, Proposals::proposal).stream()
                .filter(proposal -> proposal.standsAt(now))
                .distinct()
                .collect(Collectors.toMap(Proposal::bookingId, Function.identity()));
    }

    @Override
    public Holder.Kind kind() {
        return Holder.Kind.PROPOSAL;
    }

    @Override
    public List<Held> heldOf(String spaceId) {
        return sql.list(SELECT + " WHERE ended = FALSE AND space_id = ?", Proposals::proposal, spaceId).stream()
                .map(proposal -> new Held(Holder.proposal(proposal.bookingId()), proposal.slot()))
                .toList();
    }

    @Override
    public List<String> spaces() {
        return sql.list("SELECT DISTINCT space_id FROM proposal WHERE ended = FALSE", row -> row.getString(1));
    }

    /**
     * Nobody answered in time. Whoever found out has locked the site of the proposal and no more, so the booking itself,
     * which is cancelled as far as anybody sees, is cancelled by its timer.
     */
    @Override
    public Instant expired(Holder holder) {
        sql.update("UPDATE proposal SET ended = TRUE WHERE booking_id = ?", holder.id());
        return null;
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        return new Proposal(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                TimeRange.ofMillis(row.getLong(4), row.getLong(5)),
                Instant.ofEpochMilli(row.getLong(6)),
                row.getBoolean(7));
    }
}
