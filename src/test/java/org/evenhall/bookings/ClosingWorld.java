package org.evenhall.bookings;

import static org.evenhall.spaces.ListedSpaces.BERLIN;
import static org.evenhall.spaces.ListedSpaces.aSpace;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.evenhall.availability.AuditView;
import org.evenhall.availability.Auditor;
import org.evenhall.availability.ClaimHolders;
import org.evenhall.availability.ClaimWish;
import org.evenhall.availability.FreeTimes;
import org.evenhall.availability.SlotTaken.Alternative;
import org.evenhall.availability.Waiters;
import org.evenhall.availability.store.Alternatives;
import org.evenhall.bookings.desk.Admission;
import org.evenhall.bookings.desk.BookingClaims;
import org.evenhall.bookings.desk.BookingViews;
import org.evenhall.bookings.desk.Order;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.bookings.jobs.CountBookings;
import org.evenhall.bookings.jobs.EndProposal;
import org.evenhall.bookings.jobs.SettleDisplaced;
import org.evenhall.bookings.store.BookingStore;
import org.evenhall.bookings.store.HoldStore;
import org.evenhall.bookings.store.Proposals;
import org.evenhall.identity.Caller;
import org.evenhall.identity.People;
import org.evenhall.identity.store.PersonStore;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.Purpose;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.WallClock;
import org.evenhall.openings.OpenDay;
import org.evenhall.openings.Openings;
import org.evenhall.platform.jobs.SomeTimers;
import org.evenhall.platform.jobs.TimerJob;
import org.evenhall.platform.jobs.Timers;
import org.evenhall.platform.outbox.AnOutbox;
import org.evenhall.platform.outbox.Outbox;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.platform.persistence.Trouble;
import org.evenhall.policies.store.PolicyBook;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.ListedSpaces;
import org.evenhall.spaces.StoredSpaces;
import org.evenhall.spaces.store.CatalogueStore;
import org.evenhall.store.Assembly;
import org.evenhall.store.Databases;
import org.evenhall.store.Entities;
import org.evenhall.store.MovingClock;
import org.evenhall.store.Transactions;

/**
 * Rooms that are open from 8 to 22 o'clock, their bookings and their closures, on a database of its own and without a
 * server: the real doors, with the real locks. On Sunday, 22 November 2026, at noon in Berlin.
 */
final class ClosingWorld {

    static final Instant NOON = Instant.parse("2026-11-22T11:00:00Z");
    static final Instant MONDAY_EVENING = Instant.parse("2026-11-23T17:00:00Z");
    static final Caller OWNER = Caller.system();

    private static final int TRIES = 200;
    private static final Map<Databases, DataSource> SHARED = new EnumMap<>(Databases.class);

    final MovingClock clock = new MovingClock(NOON);
    final Sql sql;
    final Closures closures;
    final Displacements displacements = new OwnTransactions();
    private final Assembly parts;
    private final AnOutbox outbox;
    private final Entities entities;
    private final List<Listed> rooms = new CopyOnWriteArrayList<>();
    private final Catalogue catalogue = new Catalogue(new CatalogueStore(null) {
        @Override
        public List<Listed> everything() {
            return rooms;
        }
    });

    /** All of a kind share a database, and no room; each begins with the rules of the city and no timer. */
    ClosingWorld(Databases database) {
        Transactions transactions;
        synchronized (SHARED) {
            transactions = new Transactions(SHARED.computeIfAbsent(database, Databases::fresh));
        }
        sql = transactions.sql(database);
        entities = transactions.entities(database);
        sql.update("DELETE FROM timer");
        sql.update("DELETE FROM policy_value WHERE rule LIKE 'open-bookings%'");
        where("minimum-bookings", "0");
        if (sql.count("SELECT COUNT(*) FROM organisation WHERE id = 'organisation'") == 0) {
            sql.update("INSERT INTO organisation (id, external_id, kind, name, published, version)"
                    + " VALUES ('organisation', 'organisation', 'LIBRARY', 'Library', TRUE, 1)");
        }
        outbox = AnOutbox.on(sql, clock);
        parts = new Assembly()
                .with(Sql.class, sql)
                .with(Clock.class, clock)
                .with(Catalogue.class, catalogue)
                .with(EntityManager.class, entities.manager())
                .with(Outbox.class, outbox.outbox())
                .with(Timers.class, SomeTimers.on(sql, clock))
                .with(People.class, new People(new PersonStore(sql, clock), null))
                .with(Openings.class, new OpenFrom8To22())
                .with(FreeTimes.class, new StaleIndex())
                .with(Alternatives.class, new NoAlternatives())
                .with(Displacements.class, displacements)
                .offering(ClaimHolders.class, List.of(BookingClaims.class, HoldStore.class, Proposals.class))
                .offering(Waiters.class, List.of())
                .offering(Pauses.class, List.of());
        parts.fill(displacements);
        parts.get(PolicyBook.class).load();
        closures = parts.get(Closures.class);
    }

    /** As the server does it: a transaction for each try, and again where the database chose it as a victim. */
    private final class OwnTransactions extends Displacements {
        @Override
        boolean tryOne(Caller caller, String closureId, String bookingId, Set<String> tried) {
            return run(() -> super.tryOne(caller, closureId, bookingId, tried));
        }
    }

    /** An index that has heard of no booking, so that all that it says may be wrong. */
    private final class StaleIndex extends FreeTimes {
        @Override
        public List<Listed> throughout(Caller caller, TimeRange slot, int people, Predicate<Listed> wanted) {
            return rooms.stream().filter(wanted).toList();
        }
    }

    private static final class NoAlternatives extends Alternatives {
        @Override
        public List<Alternative> to(Caller caller, ClaimWish wish) {
            return List.of();
        }
    }

    private static final class OpenFrom8To22 extends Openings {
        @Override
        public List<OpenDay> of(Listed space, LocalDate from, LocalDate to) {
            return from.datesUntil(to)
                    .map(day -> new OpenDay(
                            day,
                            List.of(new TimeRange(
                                    WallClock.at(day, 8 * 60, space.zone()), WallClock.at(day, 22 * 60, space.zone()))),
                            null))
                    .toList();
        }
    }

    <T> T run(Supplier<T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return entities.run(work);
            } catch (RuntimeException e) {
                if (!Trouble.isVictim(e) || tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    void run(Runnable work) {
        run(() -> {
            work.run();
            return null;
        });
    }

    /** The city states it from now on. */
    ClosingWorld where(String rule, String text) {
        sql.update("UPDATE policy_value SET stated = ? WHERE holder_id = '*' AND rule = ?", text, rule);
        if (parts != null) {
            parts.get(PolicyBook.class).load();
        }
        return this;
    }

    String person() {
        String id = Ids.next();
        sql.update(
                "INSERT INTO person (id, username, name, password_hash, demo, created_at) VALUES (?, ?, 'Somebody', 'x',"
                        + " FALSE, 0)",
                id,
                id);
        return id;
    }

    Caller caller(String person) {
        return new Caller(person, "Somebody", Locale.ENGLISH, Set.of());
    }

    /** All in one place, so that each is near enough for each. */
    Listed room() {
        return room(aSpace(Ids.next()));
    }

    Listed room(ListedSpaces space) {
        Listed room = space.listed();
        StoredSpaces.store(sql, room);
        rooms.add(room);
        catalogue.reload();
        return room;
    }

    List<Listed> rooms(int howMany) {
        List<Listed> some = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            some.add(room());
        }
        return some;
    }

    static TimeRange evening(int day) {
        Instant start = MONDAY_EVENING.plus(Duration.ofDays(day));
        return new TimeRange(start, start.plus(Duration.ofHours(2)));
    }

    Booking book(String person, Listed room, TimeRange slot) {
        return run(() -> parts.get(Admission.class)
                .admit(caller(person), new Order(person, room, slot, 2, Purpose.STUDY, null)));
    }

    static Closures.CloseSpace closing(TimeRange slot) {
        return new Closures.CloseSpace(
                slot.start().atZone(BERLIN).toOffsetDateTime(),
                slot.end().atZone(BERLIN).toOffsetDateTime(),
                "Repairs");
    }

    /** The closure alone, as if the server had died right after it. */
    Closures.ClosureView closedOnly(Listed room, TimeRange slot) {
        return run(() -> closures.close(OWNER, room.id(), closing(slot)));
    }

    Closures.ClosureView closed(Listed room, TimeRange slot) {
        var closure = closedOnly(room, slot);
        closures.rehouse(OWNER, room.id(), closure.id());
        return closure(room, closure.id());
    }

    Closures.ClosureView closure(Listed room, String id) {
        return run(() -> closures.get(OWNER, room.id(), id));
    }

    BookingView booking(String id) {
        return run(() -> parts.get(BookingViews.class)
                .of(OWNER, parts.get(BookingStore.class).find(id).orElseThrow()));
    }

    BookingView answered(Booking booking, boolean accept) {
        return run(
                () -> displacements.answer(caller(booking.bookerId()), booking.id(), new Displacements.Answer(accept)));
    }

    void lifted(Listed room, String closureId) {
        run(() -> closures.lift(OWNER, room.id(), closureId));
        closures.rehouse(OWNER, room.id(), closureId);
    }

    /** Runs what is due by now; each sees to its own transactions, or is one together with the end of its timer. */
    void runTimers() {
        for (Class<? extends TimerJob> kind : List.of(SettleDisplaced.class, CountBookings.class, EndProposal.class)) {
            TimerJob job = parts.get(kind);
            boolean alone = job instanceof SettleDisplaced;
            SomeTimers.run(
                    work -> {
                        if (alone) {
                            work.run();
                        } else {
                            run(work);
                        }
                    },
                    sql,
                    clock,
                    List.of(job));
        }
    }

    long timersSet(String kind) {
        return sql.count("SELECT COUNT(*) FROM timer WHERE kind = ?", kind);
    }

    /** What was told of a booking, in order. */
    List<BookingNews> told(Booking booking) {
        return outbox.published(BookingNews.class).stream()
                .filter(news -> booking.id().equals(news.bookingId()))
                .toList();
    }

    /** What the auditor says about the rooms of this world. */
    List<AuditView.Difference> differences() {
        return run(() -> parts.get(Auditor.class).audit(OWNER)).differences().stream()
                .filter(difference ->
                        catalogue.snapshot().find(difference.space()).isPresent())
                .toList();
    }
}
