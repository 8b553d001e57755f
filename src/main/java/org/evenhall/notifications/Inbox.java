package org.evenhall.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import org.evenhall.bookings.BookingNews;
import org.evenhall.identity.People;
import org.evenhall.kernel.DomainEvent;
import org.evenhall.notifications.store.NoticeStore;
import org.evenhall.platform.json.Json;
import org.evenhall.platform.outbox.Subscriber;

/** Puts news in the inbox of the person it concerns: once for each event, however often that comes. */
@ApplicationScoped
class Inbox implements Subscriber {

    private final NoticeStore store;
    private final People people;
    private final Clock clock;

    Inbox() {
        this(null, null, null);
    }

    @Inject
    Inbox(NoticeStore store, People people, Clock clock) {
        this.store = store;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public Set<Class<? extends DomainEvent>> hears() {
        return Set.of(BookingNews.class);
    }

    /** Who is no longer there is told nothing. */
    @Override
    public void receive(String eventId, DomainEvent event) {
        var news = (BookingNews) event;
        if (people.contact(news.bookerId()).isPresent()) {
            store.add(eventId, news.bookerId(), news.kind().name(), news.bookingId(), Json.text(news), clock.instant());
        }
    }
}
