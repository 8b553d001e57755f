package org.evenhall.notifications.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.Page;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.platform.persistence.SqlFailure;
import org.evenhall.platform.persistence.Trouble;

/** The table {@code notice}. */
@ApplicationScoped
public class NoticeStore {

    private static final String SELECT = "SELECT id, args, created_at, read_at FROM notice WHERE person_id = ?";
    private static final Sql.Row<Kept> ROW = row -> new Kept(
            row.getString(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3)), row.getObject(4) != null);

    private final Sql sql;

    NoticeStore() {
        this(null);
    }

    @Inject
    public NoticeStore(Sql sql) {
        this.sql = sql;
    }

    /** A notice as it is kept: the news itself, as JSON. */
    public record Kept(String id, String args, Instant createdAt, boolean read) {}

    /** Puts a notice in once for each event and person; does nothing where it is there. Outside a transaction. */
    public void add(String eventId, String personId, String kind, String subjectId, String args, Instant now) {
        try {
            sql.update(
                    "INSERT INTO notice (id, event_id, person_id, kind, subject_id, args, created_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    Ids.next(),
                    eventId,
                    personId,
                    kind,
                    subjectId,
                    args,
                    now);
        } catch (SqlFailure e) {
            if (!Trouble.isDuplicate(e)) {
                throw e;
            }
        }
    }

    /** The newest first, ties by id. */
    public Page<Kept> list(String personId, boolean unreadOnly, int page, int size) {
        String unread = unreadOnly ? " AND read_at IS NULL" : "";
        return new Page<>(
                sql.list(
                        SELECT + unread + " ORDER BY created_at DESC, id DESC OFFSET ? ROWS FETCH NEXT ? ROWS ONLY",
                        ROW,
                        personId,
                        (long) page * size,
                        size),
                unreadOnly ? unread(personId) : sql.count("SELECT COUNT(*) FROM notice WHERE person_id = ?", personId),
                page,
                size);
    }

    public Optional<Kept> find(String personId, String id) {
        return sql.first(SELECT + " AND id = ?", ROW, personId, id);
    }

    public long unread(String personId) {
        return sql.count("SELECT COUNT(*) FROM notice WHERE person_id = ? AND read_at IS NULL", personId);
    }

    public void read(String personId, String id, Instant now) {
        sql.update(
                "UPDATE notice SET read_at = ? WHERE id = ? AND person_id = ? AND read_at IS NULL", now, id, personId);
    }

    public void readAll(String personId, Instant now) {
        sql.update("UPDATE notice SET read_at = ? WHERE person_id = ? AND read_at IS NULL", now, personId);
    }
}
