package org.evenhall.notifications.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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
    private static final String INSERT = "INSERT INTO notice"
            + " (id, event_id, person_id, kind, subject_id, args, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)";
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

    /** A notice that somebody shall get, of an event. */
    public record Fresh(String eventId, String personId, String kind, String subjectId, String args) {}

    /** Puts notices in, once for each event and person: what is there already is left. Outside a transaction. */
    public void add(Collection<Fresh> notices, Instant now) {
        try {
            if (!notices.isEmpty()) {
                sql.batch(INSERT + sql.dialect().unlessThere(), rows(notices, now));
            }
        } catch (SqlFailure e) {
            if (!Trouble.isDuplicate(e)) {
                throw e;
            }
            // only Derby says so; which of them it was, and which were not tried any more, is found one by one
            notices.forEach(each -> addUnlessThere(each, now));
        }
    }

    private void addUnlessThere(Fresh notice, Instant now) {
        try {
            sql.update(INSERT, rows(List.of(notice), now).get(0));
        } catch (SqlFailure e) {
            if (!Trouble.isDuplicate(e)) {
                throw e;
            }
        }
    }

    private static List<Object[]> rows(Collection<Fresh> notices, Instant now) {
        return notices.stream()
                .map(each ->
                        new Object[] {Ids.next(), each.eventId, each.personId, each.kind, each.subjectId, each.args, now
                        })
                .toList();
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
