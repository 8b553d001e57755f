package org.evenhall.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import org.evenhall.kernel.DomainEvent;
import org.evenhall.kernel.Page;

/**
 * Takes news in the transaction that makes it: what is rolled back is never told. It is delivered right after the commit,
 * by this node or another.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Outbox {

    private final DeliveryRows rows;
    private final Subscribers subscribers;
    private final Event<Published> published;

    Outbox() {
        this(null, null, null);
    }

    @Inject
    Outbox(DeliveryRows rows, Subscribers subscribers, Event<Published> published) {
        this.rows = rows;
        this.subscribers = subscribers;
        this.published = published;
    }

    /**
     * Keeps an event for all who hear it.
     *
     * <p>The version of the aggregate is the highest so far and one more. That is enough because events of one aggregate
     * are published under the lock that every change of it takes (the booking's row, its site): nobody else can be in
     * between. Whoever publishes without it meets a unique key.
     *
     * @param event a record, which is written as JSON
     */
    public void publish(DomainEvent event) {
        List<String> names = subscribers.thatHear(event);
        rows.add(event, names);
        if (!names.isEmpty()) {
            published.fire(new Published(Set.copyOf(names)));
        }
    }

    /** What could not be delivered, the latest first, ties by id. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<ParkedDelivery> parked(int page, int size) {
        return rows.parked(page, size);
    }

    /**
     * Lets a parked delivery be tried again from the beginning.
     *
     * @return whether there is such a delivery, and it is parked
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean retry(String deliveryId) {
        return rows.retry(deliveryId);
    }

    /** The same for all that are parked, as when a mail server was away for days. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public void retryAll() {
        rows.retryAll();
    }
}
