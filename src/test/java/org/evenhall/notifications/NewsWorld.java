package org.evenhall.notifications;

import static org.evenhall.spaces.ListedSpaces.aSpace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhall.bookings.BookingNews;
import org.evenhall.bookings.Bookings;
import org.evenhall.bookings.CheckIns;
import org.evenhall.identity.Caller;
import org.evenhall.identity.Contact;
import org.evenhall.identity.People;
import org.evenhall.kernel.Ids;
import org.evenhall.notifications.store.NoticeStore;
import org.evenhall.platform.Configuration;
import org.evenhall.platform.mail.Mailer;
import org.evenhall.platform.outbox.AnOutbox;
import org.evenhall.platform.outbox.Subscriber;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.spaces.Catalogue;
import org.evenhall.store.Databases;
import org.evenhall.store.MovingClock;
import org.evenhall.store.Transactions;

/** The inbox and the mail without a server: readers, two rooms, and an outbox in a database. */
final class NewsWorld {

    final MovingClock clock = new MovingClock(SomeNews.START.minus(Duration.ofDays(1)));
    final Notices notices;
    final AnOutbox news;
    final Wording wording;
    final Subscriber inbox;

    final List<Bookings.SeriesDate> dates = new ArrayList<>();

    private final Transactions transactions;
    private final Sql sql;
    private final Map<String, Contact> readers = new HashMap<>();

    /** @param smtp address of a mail server, or null */
    NewsWorld(Databases database, String smtp) {
        transactions = new Transactions(database.shared());
        sql = transactions.sql(database);
        var people = new People() {
            @Override
            public Optional<Contact> contact(String personId) {
                return Optional.ofNullable(readers.get(personId));
            }

            @Override
            public Map<String, String> names(Collection<String> personIds) {
                return personIds.stream()
                        .filter(readers::containsKey)
                        .collect(
                                Collectors.toMap(id -> id, id -> readers.get(id).name()));
            }
        };
        var catalogue = new Catalogue(null) {
            @Override
            public Snapshot snapshot() {
                return new Snapshot(List.of(aSpace("a").listed(), aSpace("b").listed()));
            }
        };
        Map<String, String> settings = new HashMap<>();
        settings.put("EVENHALL_PUBLIC_URL", "https://rooms.example.org");
        settings.put("EVENHALL_SMTP_URL", smtp);
        settings.put("EVENHALL_MAIL_FROM", "rooms@example.org");
        var configuration = Configuration.of(settings::get);
        var store = new NoticeStore(sql);
        wording = new Wording(catalogue, clock);
        notices = new Notices(store, wording, clock);
        inbox = new Inbox(store, people, clock);
        var checkIns = new CheckIns() {
            @Override
            public Optional<String> invitation(Caller caller, String id) {
                return Optional.of("/check-in?booking=" + id + "&key=signed");
            }
        };
        var bookings = new Bookings() {
            @Override
            public List<SeriesDate> datesOf(Caller caller, String seriesId) {
                return List.copyOf(dates);
            }
        };
        Subscriber mail = new NewsByMail(
                new Mailer(configuration, clock),
                people,
                new Letters(wording, configuration, checkIns, bookings, clock));
        news = AnOutbox.on(sql, clock, inbox, mail);
    }

    /** A person who reads that language. */
    Caller reader(Locale language) {
        return reader(language, language + "@example.org");
    }

    Caller reader(Locale language, String email) {
        return reader("A <reader>", language, email);
    }

    Caller reader(String name, Locale language, String email) {
        String id = Ids.next();
        sql.update(
                "INSERT INTO person (id, username, name, password_hash, demo, created_at) VALUES (?, ?, ?, '', FALSE, 0)",
                id,
                id,
                name);
        readers.put(id, new Contact(id, name, email, language));
        return new Caller(id, name, language, Set.of());
    }

    /** As bookings do it: in a transaction. */
    void publish(BookingNews each) {
        transactions.run(() -> news.outbox().publish(each));
    }

    void tell(BookingNews each) {
        publish(each);
        news.deliver();
    }
}
