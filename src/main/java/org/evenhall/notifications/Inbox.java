package org.evenhall.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** All that waits, within reason: a notice is a row. */
    @Override
    public int atOnce() {
        return 100;
    }

    @Override
    public void receive(String eventId, DomainEvent event) {
        receive(List.of(new News(eventId, event)));
    }

    /** Who is no longer there is told nothing. */
    @Override
    public void receive(List<News> all) {
        Set<String> there = people.names(all.stream()
                        .map(each -> ((BookingNews) each.event()).bookerId())
                        .collect(Collectors.toSet()))
                .keySet();
        store.add(
                all.stream()
                        .filter(each -> there.contains(((BookingNews) each.event()).bookerId()))
                        .map(Inbox::notice)
                        .toList(),
                clock.instant());
    }

    private static NoticeStore.Fresh notice(News told) {
        var news = (BookingNews) told.event();
        return new NoticeStore.Fresh(
                told.eventId(), news.bookerId(), news.kind().name(), news.bookingId(), Json.text(news));
    }
}
