package org.evenhall.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.evenhall.bookings.BookingNews;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.Refused;
import org.evenhall.notifications.store.NoticeStore;
import org.evenhall.platform.json.RecordReader;

/** The door to a person's inbox. Everybody sees their own and nobody else's. */
@ApplicationScoped
@Transactional
public class Notices {

    private final NoticeStore store;
    private final Wording wording;
    private final Clock clock;

    Notices() {
        this(null, null, null);
    }

    @Inject
    Notices(NoticeStore store, Wording wording, Clock clock) {
        this.store = store;
        this.wording = wording;
        this.clock = clock;
    }

    /** The newest first, ties by id. */
    public Page<NoticeView> list(Caller caller, boolean unreadOnly, int page, int size) {
        caller.mustBeSignedIn();
        return store.list(caller.personId(), unreadOnly, page, size).map(kept -> view(caller, kept));
    }

    public UnreadNotices unread(Caller caller) {
        caller.mustBeSignedIn();
        return new UnreadNotices(store.unread(caller.personId()));
    }

    /** Marks one as read; again changes nothing. */
    public NoticeView read(Caller caller, String id) {
        caller.mustBeSignedIn();
        store.read(caller.personId(), id, clock.instant());
        return store.find(caller.personId(), id)
                .map(kept -> view(caller, kept))
                .orElseThrow(() -> Refused.notFound("notice", id));
    }

    /** Marks all as read. */
    public UnreadNotices readAll(Caller caller) {
        caller.mustBeSignedIn();
        store.readAll(caller.personId(), clock.instant());
        return new UnreadNotices(store.unread(caller.personId()));
    }

    private NoticeView view(Caller caller, NoticeStore.Kept kept) {
        BookingNews news = RecordReader.read(kept.args().getBytes(StandardCharsets.UTF_8), BookingNews.class);
        Wording.Words words = wording.forPage(news, caller.locale());
        return new NoticeView(
                kept.id(),
                news.kind(),
                news.bookingId(),
                words.title(),
                words.text(),
                Wording.link(news),
                kept.createdAt().atZone(wording.zone(news)).toOffsetDateTime(),
                kept.read());
    }
}
