package org.evenhall.platform.outbox;

import java.util.List;
import java.util.Set;
import org.evenhall.kernel.DomainEvent;

/** Somebody who hears news. A bean; all subscribers are found at start. */
public interface Subscriber {

    /** Under this name its deliveries are kept, at most 40 characters; it stays once it is released. */
    String name();

    /** The records that it hears; what is published from then on is delivered. */
    Set<Class<? extends DomainEvent>> hears();

    /**
     * Takes one event, outside any transaction. At least once: the same event may come again, also while it is still
     * being worked on when that takes longer than {@link Postman#LEASE}. Events of one aggregate come in order, later ones only when this one is
     * done. An exception means that it is delivered again later, and parked after {@link Postman#TRIES} tries.
     *
     * @param eventId the same each time
     * @throws NotDelivered with a sentence for the administrator
     */
    void receive(String eventId, DomainEvent event);

    /** An event by its id, which is the same each time. */
    record News(String eventId, DomainEvent event) {}

    /** How many events it wants at once. More than one is for those that are done with all of them in a moment. */
    default int atOnce() {
        return 1;
    }

    /**
     * Takes some at once, of different aggregates; what it throws means that each of them comes again by itself, also those
     * that it has taken.
     */
    default void receive(List<News> news) {
        news.forEach(each -> receive(each.eventId(), each.event()));
    }
}
