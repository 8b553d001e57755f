package org.evenhall.bookings.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhall.bookings.domain.Pause;
import org.evenhall.kernel.Page;
import org.evenhall.platform.persistence.Sql;

/** Pauses as rows. Whoever writes here holds the lock of the person. */
@ApplicationScoped
public class PauseStore {

    private static final String SELECT =
            "SELECT id, person_id, organisation_id, from_at, until_at, appeal, appealed_at,"
                    + " answer, answered_at, lifted_at FROM pause WHERE ";

    private Sql sql;

    protected PauseStore() {}

    @Inject
    public PauseStore(Sql sql) {
        this.sql = sql;
    }

    public void add(Pause pause) {
        sql.update(
                "INSERT INTO pause (id, person_id, organisation_id, from_at, until_at) VALUES (?, ?, ?, ?, ?)",
                pause.id(),
                pause.personId(),
                pause.organisationId(),
                pause.from(),
                pause.until());
    }

    /** Writes what was said and decided. */
    public void change(Pause pause) {
        sql.update(
                "UPDATE pause SET appeal = ?, appealed_at = ?, answer = ?, answered_at = ?, lifted_at = ? WHERE id = ?",
                pause.appeal(),
                pause.appealedAt(),
                pause.answer(),
                pause.answeredAt(),
                pause.liftedAt(),
                pause.id());
    }

    public Optional<Pause> find(String id) {
        return sql.first(SELECT + "id = ?", PauseStore::pause, id);
    }

    /** The one that began last, over or not. */
    public Optional<Pause> latest(String personId, String organisationId) {
        return sql.first(
                SELECT + "person_id = ? AND organisation_id = ? ORDER BY from_at DESC, id FETCH FIRST 1 ROWS ONLY",
                PauseStore::pause,
                personId,
                organisationId);
    }

    /** Until when a person is paused in an organisation. */
    public Optional<Instant> until(String personId, String organisationId, Instant now) {
        return sql.first(
                        SELECT + "person_id = ? AND organisation_id = ? AND until_at > ? AND lifted_at IS NULL"
                                + " ORDER BY until_at DESC",
                        PauseStore::pause,
                        personId,
                        organisationId,
                        now)
                .map(Pause::until);
    }

    /**
     * The latest first, ties by id.
     *
     * @param personId whose, or null for anybody's
     * @param organisationId of which organisation, or null for any
     * @param holdingAt only those that hold at this moment; or null
     */
    public Page<Pause> list(String personId, String organisationId, Instant holdingAt, int page, int size) {
        List<String> where = new ArrayList<>(List.of("1 = 1"));
        List<Object> args = new ArrayList<>();
        if (personId != null) {
            where.add("person_id = ?");
            args.add(personId);
        }
        if (organisationId != null) {
            where.add("organisation_id = ?");
            args.add(organisationId);
        }
        if (holdingAt != null) {
            where.add("until_at > ? AND lifted_at IS NULL");
            args.add(holdingAt);
        }
        String condition = String.join(" AND ", where);
        long total = sql.count("SELECT COUNT(*) FROM pause WHERE " + condition, args.toArray());
        args.add((long) page * size);
        args.add(size);
        return new Page<>(
                sql.list(
                        SELECT + condition + " ORDER BY from_at DESC, id OFFSET ? ROWS FETCH NEXT ? ROWS ONLY",
                        PauseStore::pause,
                        args.toArray()),
                total,
                page,
                size);
    }

    private static Pause pause(ResultSet row) throws SQLException {
        return new Pause(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                instant(row, 4),
                instant(row, 5),
                row.getString(6),
                instant(row, 7),
                row.getString(8),
                instant(row, 9),
                instant(row, 10));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
