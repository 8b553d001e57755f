package org.evenhall.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.evenhall.kernel.DomainEvent;
import org.evenhall.platform.json.RecordReader;
import org.evenhall.platform.persistence.DatabaseClock;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.store.Fired;

/** An outbox without a server, and a postman who goes when a test sends him. */
public final class AnOutbox {

    private final Sql sql;
    private final Outbox outbox;
    private final Postman postman;
    private final List<Subscriber> subscribers;

    private AnOutbox(Sql sql, Clock clock, List<Subscriber> subscribers) {
        this.sql = sql;
        this.subscribers = subscribers;
        var rows = new DeliveryRows(sql, clock, new DatabaseClock(sql, clock) {
            @Override
            public Instant instant() {
                return clock.instant();
            }
        });
        var all = new Subscribers(subscribers);
        outbox = new Outbox(rows, all, new Fired<>());
        postman = new Postman(rows, all);
    }

    /** @param clock taken for the database's too */
    public static AnOutbox on(Sql sql, Clock clock, Subscriber... subscribers) {
        return new AnOutbox(sql, clock, List.of(subscribers));
    }

    public Outbox outbox() {
        return outbox;
    }

    /** Brings everybody all that is due. */
    public void deliver() {
        for (Subscriber each : subscribers) {
            while (postman.deliver(each)) {
                // until nothing is due
            }
        }
    }

    /** All events of a kind that were published, in order within each aggregate. */
    public <T extends DomainEvent> List<T> published(Class<T> type) {
        return sql.list(
                "SELECT body FROM outbox_event WHERE kind = ? ORDER BY aggregate, version",
                row -> RecordReader.read(row.getString(1).getBytes(StandardCharsets.UTF_8), type),
                Subscribers.kind(type));
    }
}
