package org.evenhall.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.evenhall.kernel.DomainEvent;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.Page;
import org.evenhall.platform.jobs.Backoff;
import org.evenhall.platform.json.Json;
import org.evenhall.platform.persistence.DatabaseClock;
import org.evenhall.platform.persistence.Sql;

/**
 * The tables {@code outbox_event} and {@code outbox_delivery}. A delivery is open while its {@code due_at} is stated;
 * working on it moves that to the end of the lease, so that it comes up again by itself when its node died.
 */
@ApplicationScoped
class DeliveryRows {

    private static final int PORTION = 500;

    private final Sql sql;
    private final Clock clock;
    private final DatabaseClock shared;

    DeliveryRows() {
        this(null, null, null);
    }

    @Inject
    DeliveryRows(Sql sql, Clock clock, DatabaseClock shared) {
        this.sql = sql;
        this.clock = clock;
        this.shared = shared;
    }

    /** A delivery that is due, as it was seen; {@code lease} is null as long as nobody has taken it. */
    record Delivery(String id, String eventId, Instant due, int attempts, String lease) {}

    /** An event as it is kept. */
    record Kept(String id, String kind, String body) {}

    void add(DomainEvent event, List<String> subscribers) {
        String id = Ids.next();
        Instant now = clock.instant();
        long version = sql.count(
                "SELECT COALESCE(MAX(version), 0) + 1 FROM outbox_event WHERE aggregate = ?", event.aggregate());
        sql.update(
                "INSERT INTO outbox_event (id, aggregate, version, kind, body, created_at) VALUES (?, ?, ?, ?, ?, ?)",
                id,
                event.aggregate(),
                version,
                Subscribers.kind(event.getClass()),
                Json.text(event),
                now);
        if (!subscribers.isEmpty()) {
            sql.batch(
                    "INSERT INTO outbox_delivery (id, event_id, subscriber, aggregate, version, attempts, due_at)"
                            + " VALUES (?, ?, ?, ?, ?, 0, ?)",
                    subscribers.stream()
                            .map(name -> new Object[] {Ids.next(), id, name, event.aggregate(), version, now})
                            .toList());
        }
    }

    /** Some that are due and wait for no earlier one of their aggregate, the oldest first. */
    List<Delivery> due(String subscriber, int most) {
        return sql.list(
                "SELECT d.id, d.event_id, d.due_at, d.attempts FROM outbox_delivery d"
                        + " WHERE d.subscriber = ? AND d.due_at <= ? AND NOT EXISTS (SELECT 1 FROM outbox_delivery e"
                        + " WHERE e.subscriber = d.subscriber AND e.aggregate = d.aggregate AND e.version < d.version"
                        + " AND e.done_at IS NULL) ORDER BY d.due_at FETCH FIRST " + most + " ROWS ONLY"
                        + sql.dialect().withoutWaiting(),
                row -> new Delivery(
                        row.getString(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3)), row.getInt(4), null),
                subscriber,
                shared.instant());
    }

    /** Takes deliveries for so long: those of them that nobody else was first to take. */
    List<Delivery> take(List<Delivery> seen, Duration length) {
        String lease = Ids.next();
        Instant until = shared.instant().plus(length);
        // in the order of their keys, so that two nodes which take the same ones do not wait for each other
        List<Delivery> inOrder =
                seen.stream().sorted(Comparator.comparing(Delivery::id)).toList();
        int[] changed = sql.batch(
                "UPDATE outbox_delivery SET lease = ?, due_at = ?, attempts = attempts + 1 WHERE id = ? AND due_at = ?",
                inOrder.stream()
                        .map(each -> new Object[] {lease, until, each.id(), each.due()})
                        .toList());
        return IntStream.range(0, changed.length)
                .filter(i -> changed[i] > 0)
                .mapToObj(inOrder::get)
                .map(each -> new Delivery(each.id(), each.eventId(), until, each.attempts() + 1, lease))
                .toList();
    }

    /** Those of deliveries that were taken. */
    List<Kept> events(Collection<String> ids) {
        return sql.amongSettled(
                "SELECT id, kind, body FROM outbox_event WHERE id IN",
                ids,
                row -> new Kept(row.getString(1), row.getString(2), row.getString(3)));
    }

    void done(List<Delivery> taken) {
        Instant now = shared.instant();
        sql.batch(
                "UPDATE outbox_delivery SET done_at = ?, due_at = NULL, lease = NULL, last_error = NULL"
                        + " WHERE id = ? AND lease = ?",
                taken.stream()
                        .map(each -> new Object[] {now, each.id(), each.lease()})
                        .toList());
    }

    void failed(Delivery taken, String error) {
        sql.update(
                "UPDATE outbox_delivery SET due_at = ?, lease = NULL, last_error = ? WHERE id = ? AND lease = ?",
                shared.instant().plus(Backoff.after(taken.attempts())),
                error,
                taken.id(),
                taken.lease());
    }

    void park(Delivery taken, String error) {
        sql.update(
                "UPDATE outbox_delivery SET parked_at = ?, due_at = NULL, lease = NULL, last_error = ?"
                        + " WHERE id = ? AND lease = ?",
                shared.instant(),
                error,
                taken.id(),
                taken.lease());
    }

    Page<ParkedDelivery> parked(int page, int size) {
        List<ParkedDelivery> items = sql.list(
                "SELECT d.id, d.subscriber, d.aggregate, e.kind, d.attempts, e.created_at, d.parked_at, d.last_error,"
                        + " (SELECT COUNT(*) FROM outbox_delivery w WHERE w.subscriber = d.subscriber"
                        + " AND w.aggregate = d.aggregate AND w.version > d.version)"
                        + " FROM outbox_delivery d JOIN outbox_event e ON e.id = d.event_id"
                        + " WHERE d.parked_at IS NOT NULL ORDER BY d.parked_at DESC, d.id"
                        + " OFFSET ? ROWS FETCH NEXT ? ROWS ONLY",
                row -> new ParkedDelivery(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getLong(9),
                        Instant.ofEpochMilli(row.getLong(6)),
                        Instant.ofEpochMilli(row.getLong(7)),
                        row.getString(8)),
                (long) page * size,
                size);
        long total = sql.count("SELECT COUNT(*) FROM outbox_delivery WHERE parked_at IS NOT NULL");
        return new Page<>(items, total, page, size);
    }

    boolean retry(String id) {
        return sql.update(
                        "UPDATE outbox_delivery SET parked_at = NULL, due_at = ?, attempts = 0"
                                + " WHERE id = ? AND parked_at IS NOT NULL",
                        shared.instant(),
                        id)
                > 0;
    }

    void retryAll() {
        sql.update(
                "UPDATE outbox_delivery SET parked_at = NULL, due_at = ?, attempts = 0 WHERE parked_at IS NOT NULL",
                shared.instant());
    }

    /** Forgets some deliveries that were done before; false where there are no more. */
    boolean forgetDone(Instant before) {
        return forget(
                "outbox_delivery",
                sql.list(
                        "SELECT id FROM outbox_delivery WHERE done_at < ? FETCH FIRST " + PORTION + " ROWS ONLY",
                        row -> row.getString(1),
                        before));
    }

    /** Forgets some events of before for which no delivery is kept; false where there are no more. */
    boolean forgetTold(Instant before) {
        return forget(
                "outbox_event",
                sql.list(
                        "SELECT e.id FROM outbox_event e WHERE e.created_at < ? AND NOT EXISTS"
                                + " (SELECT 1 FROM outbox_delivery d WHERE d.event_id = e.id)"
                                + " FETCH FIRST " + PORTION + " ROWS ONLY",
                        row -> row.getString(1),
                        before));
    }

    private boolean forget(String table, List<String> ids) {
        if (!ids.isEmpty()) {
            sql.batch(
                    "DELETE FROM " + table + " WHERE id = ?",
                    ids.stream().map(id -> new Object[] {id}).toList());
        }
        return ids.size() == PORTION;
    }
}
