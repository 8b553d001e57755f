package org.evenhall.bookings;

import static org.evenhall.spaces.ListedSpaces.BERLIN;
import static org.evenhall.spaces.ListedSpaces.aSpace;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.evenhall.availability.AuditView;
import org.evenhall.availability.Auditor;
import org.evenhall.availability.ClaimHolders;
import org.evenhall.availability.Waiters;
import org.evenhall.bookings.desk.BookingClaims;
import org.evenhall.bookings.desk.Missed;
import org.evenhall.bookings.jobs.CountNoShows;
import org.evenhall.bookings.jobs.EndBooking;
import org.evenhall.bookings.jobs.Remind;
import org.evenhall.bookings.queue.OfferClaims;
import org.evenhall.bookings.queue.Queue;
import org.evenhall.bookings.store.HoldStore;
import org.evenhall.bookings.store.Proposals;
import org.evenhall.bookings.store.SigningKeys;
import org.evenhall.identity.Caller;
import org.evenhall.identity.People;
import org.evenhall.identity.Role;
import org.evenhall.identity.Thing;
import org.evenhall.identity.store.PersonStore;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.Purpose;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.WallClock;
import org.evenhall.openings.OpenDay;
import org.evenhall.openings.Openings;
import org.evenhall.platform.Configuration;
import org.evenhall.platform.jobs.SomeTimers;
import org.evenhall.platform.jobs.Timers;
import org.evenhall.platform.outbox.AnOutbox;
import org.evenhall.platform.outbox.Outbox;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.platform.persistence.Trouble;
import org.evenhall.policies.store.PolicyBook;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.StoredSpaces;
import org.evenhall.store.Assembly;
import org.evenhall.store.Databases;
import org.evenhall.store.Entities;
import org.evenhall.store.MovingClock;
import org.evenhall.store.Transactions;

/**
 * All doors of bookings on a database of their own, without a server, on a clock that tests move: it begins on Sunday,
 * 22 November 2026 at noon in Berlin, and every room is open from 8 to 22.
 */
public final class Reception {

    private static final int TRIES = 20;
    private static final Map<Databases, DataSource> SHARED = new EnumMap<>(Databases.class);

    public final MovingClock clock = new MovingClock(at("2026-11-22T12:00").toInstant());
    public final Sql sql;
    private final Transactions transactions;
    private final Entities entities;
    private final Assembly parts;
    private final AnOutbox outbox;
    private final Map<String, String> stated = new HashMap<>(Map.of("notice-at-least", "PT0S"));

    /** All receptions of a kind share a database, and no room. */
    public Reception(Databases database) {
        synchronized (SHARED) {
            transactions = new Transactions(SHARED.computeIfAbsent(database, Databases::fresh));
        }
        sql = transactions.sql(database);
        entities = transactions.entities(database);
        outbox = AnOutbox.on(sql, clock);
        parts = new Assembly()
                .with(Sql.class, sql)
                .with(Clock.class, clock)
                .with(EntityManager.class, entities.manager())
                .with(Outbox.class, outbox.outbox())
                .with(Timers.class, SomeTimers.on(sql, clock))
                .with(People.class, new People(new PersonStore(sql, clock), null))
                .with(Openings.class, new OpenFrom8To22())
                .with(Configuration.class, Configuration.of(name -> null))
                .offering(
                        ClaimHolders.class,
                        List.of(BookingClaims.class, HoldStore.class, Proposals.class, OfferClaims.class))
                .offering(Waiters.class, List.of(Queue.class))
                .offering(Pauses.class, List.of(Pauses.class));
        parts.hearing(Missed.class, missed -> parts.get(Pauses.class).note(missed));
        parts.get(SigningKeys.class).make("check-in");
        sql.update("DELETE FROM policy_value WHERE rule LIKE 'open-bookings%'");
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

    /** A moment by the clocks of Berlin. */
    public static OffsetDateTime at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toOffsetDateTime();
    }

    /** Lets the time pass until a moment in Berlin. Timers run only where a test says so. */
    public void until(String local) {
        clock.pass(Duration.between(clock.instant(), at(local).toInstant()));
    }

    /** So the spaces say that are made from now on. */
    public Reception where(String rule, String text) {
        stated.put(rule, text);
        return this;
    }

    public Listed room() {
        String id = Ids.next();
        in(() -> {
            StoredSpaces.store(sql, aSpace(id).listed());
            return id;
        });
        stated.forEach((rule, text) -> state(id, rule, text));
        parts.get(Catalogue.class).reload();
        return parts.get(Catalogue.class).published(id);
    }

    /** The space states it anew. */
    public void state(String spaceId, String rule, String text) {
        sql.update("DELETE FROM policy_value WHERE holder_id = ? AND rule = ?", spaceId, rule);
        sql.update(
                "INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('SPACE', ?, ?, ?)",
                spaceId,
                rule,
                text);
        parts.get(PolicyBook.class).load();
    }

    public Caller resident() {
        String id = Ids.next();
        sql.update(
                "INSERT INTO person (id, username, name, password_hash, demo, created_at) VALUES (?, ?, 'Somebody', 'x',"
                        + " FALSE, 0)",
                id,
                id);
        return new Caller(id, "Somebody", Locale.ENGLISH, Set.of());
    }

    public Caller owner(Listed room) {
        return with(Role.OWNER, room);
    }

    public Caller clerk(Listed room) {
        return with(Role.DESK_CLERK, room);
    }

    private Caller with(Role role, Listed room) {
        Caller plain = resident();
        var house = Thing.organisation(room.organisation().id());
        var right = new Caller.Right(role, house);
        sql.update(
                "INSERT INTO entitlement (id, person_id, role, thing_kind, thing_id) VALUES (?, ?, ?, ?, ?)",
                Ids.next(),
                plain.personId(),
                role,
                house.kind(),
                house.id());
        return new Caller(plain.personId(), plain.name(), plain.locale(), Set.of(right));
    }

    public <T> T get(Class<T> door) {
        return parts.get(door);
    }

    /** In a transaction, with another try for the victim of a deadlock, as at the doors. */
    public <T> T in(Supplier<T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return entities.run(work);
            } catch (RuntimeException e) {
                if (tries == TRIES || !Trouble.isVictim(e)) {
                    throw e;
                }
            }
        }
    }

    /**
     * Two at once: when the second begins, the first has done its work and has not committed it. It does so when the second
     * is through, or waits for it.
     */
    public <T> T meanwhile(Runnable first, Callable<T> second) throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<T> running = in(() -> {
                first.run();
                Future<T> begun = other.submit(second);
                try {
                    begun.get(500, TimeUnit.MILLISECONDS);
                } catch (TimeoutException | ExecutionException | InterruptedException e) {
                    return begun; // it waits, or was refused
                }
                return begun;
            });
            return running.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException refused ? refused : e;
        } finally {
            other.shutdown();
        }
    }

    public BookingView book(Caller caller, Listed room, String start, String end) {
        return in(() -> parts.get(Bookings.class)
                .request(caller, RequestBooking.of(room.id(), at(start), at(end), 2, Purpose.STUDY, null)));
    }

    public BookingView see(BookingView booking) {
        return in(() -> parts.get(Bookings.class).get(Caller.system(), booking.id()));
    }

    public BookingView checkIn(Caller caller, BookingView booking, String code) {
        return in(() -> parts.get(CheckIns.class).checkIn(caller, booking.id(), code));
    }

    public BookingView decide(Caller caller, BookingView booking, Approvals.Verdict verdict) {
        return in(() -> parts.get(Approvals.class).decide(caller, booking.id(), new Approvals.Decision(verdict, null)));
    }

    public BookingView cancel(Caller caller, BookingView booking) {
        return in(() -> parts.get(Bookings.class).cancel(caller, booking.id(), null));
    }

    /** Runs all timers that are due, as a node does. */
    public void runTimers() {
        SomeTimers.run(
                work -> in(() -> {
                    work.run();
                    return null;
                }),
                sql,
                clock,
                List.of(parts.get(EndBooking.class), parts.get(CountNoShows.class), parts.get(Remind.class)));
    }

    /** What was told so far of a booking, or of a person, in the order in which it happened. */
    public List<BookingNews.Kind> told(String id) {
        return outbox.published(BookingNews.class).stream()
                .filter(news -> news.kind().about() != BookingNews.About.DESK)
                .filter(news -> id.equals(news.bookingId())
                        || news.kind().about() == BookingNews.About.PERSON && id.equals(news.bookerId()))
                .map(BookingNews::kind)
                .toList();
    }

    /** What an owner was told so far to decide. */
    public List<BookingNews.Kind> toldAtTheDesk(Caller owner) {
        return outbox.published(BookingNews.class).stream()
                .filter(news -> news.kind().about() == BookingNews.About.DESK && owner.is(news.bookerId()))
                .map(BookingNews::kind)
                .toList();
    }

    /** When its booker is reminded next, or null. */
    public Instant reminder(BookingView booking) {
        return SomeTimers.due(sql, "booking-reminder", booking.id()).orElse(null);
    }

    public AuditView audit() {
        return in(() -> parts.get(Auditor.class).audit(Caller.system()));
    }
}
