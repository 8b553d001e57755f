package org.evenhall.bookings;

import static org.evenhall.spaces.ListedSpaces.BERLIN;
import static org.evenhall.spaces.ListedSpaces.aSpace;

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
import org.evenhall.areas.Areas;
import org.evenhall.areas.store.AreaStore;
import org.evenhall.availability.AuditView;
import org.evenhall.availability.Auditor;
import org.evenhall.availability.Blocking;
import org.evenhall.availability.Calendar;
import org.evenhall.availability.ClaimHolders;
import org.evenhall.availability.ClaimWish;
import org.evenhall.availability.FreeTimes;
import org.evenhall.availability.SlotTaken.Alternative;
import org.evenhall.availability.SpaceAudit;
import org.evenhall.availability.Waiters;
import org.evenhall.availability.store.Alternatives;
import org.evenhall.availability.store.Blockades;
import org.evenhall.availability.store.Claims;
import org.evenhall.availability.store.Fit;
import org.evenhall.availability.store.Sheets;
import org.evenhall.availability.store.Sites;
import org.evenhall.bookings.desk.Admission;
import org.evenhall.bookings.desk.Appointments;
import org.evenhall.bookings.desk.BookingClaims;
import org.evenhall.bookings.desk.BookingViews;
import org.evenhall.bookings.desk.ClosurePreview;
import org.evenhall.bookings.desk.Elsewhere;
import org.evenhall.bookings.desk.Examination;
import org.evenhall.bookings.desk.Locked;
import org.evenhall.bookings.desk.Minimums;
import org.evenhall.bookings.desk.Order;
import org.evenhall.bookings.desk.Rehousing;
import org.evenhall.bookings.desk.Telling;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.bookings.jobs.CountBookings;
import org.evenhall.bookings.jobs.EndProposal;
import org.evenhall.bookings.jobs.SettleDisplaced;
import org.evenhall.bookings.store.BookingStore;
import org.evenhall.bookings.store.Displaced;
import org.evenhall.bookings.store.HoldStore;
import org.evenhall.bookings.store.Limits;
import org.evenhall.bookings.store.Proposals;
import org.evenhall.groups.Groups;
import org.evenhall.groups.store.GroupStore;
import org.evenhall.identity.Caller;
import org.evenhall.identity.People;
import org.evenhall.identity.store.PersonStore;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.Purpose;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.WallClock;
import org.evenhall.openings.OpenDay;
import org.evenhall.openings.Openings;
import org.evenhall.organisations.Organisations;
import org.evenhall.organisations.store.OrganisationStore;
import org.evenhall.platform.jobs.TimerJob;
import org.evenhall.platform.jobs.Timers;
import org.evenhall.platform.persistence.DatabaseClock;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.platform.persistence.Trouble;
import org.evenhall.policies.Policies;
import org.evenhall.policies.store.PolicyBook;
import org.evenhall.policies.store.PolicyStore;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.ListedSpaces;
import org.evenhall.spaces.StoredSpaces;
import org.evenhall.spaces.store.CatalogueStore;
import org.evenhall.store.Beans;
import org.evenhall.store.Databases;
import org.evenhall.store.Entities;
import org.evenhall.store.Fired;
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

    /** What somebody was told. */
    record Told(BookingNews.Kind kind, String bookingId, String otherSpaceId) {}

    final MovingClock clock = new MovingClock(NOON);
    final Sql sql;
    final Closures closures;
    final Displacements displacements;
    final List<Told> told = new CopyOnWriteArrayList<>();
    private final Admission admission;
    private final BookingStore store;
    private final BookingViews views;
    private final Calendar calendar;
    private final Auditor auditor;
    private final Beans beans = new Beans();
    private final Entities entities;
    private final List<Listed> rooms = new CopyOnWriteArrayList<>();
    private final Catalogue catalogue = new Catalogue(new CatalogueStore(null) {
        @Override
        public List<Listed> everything() {
            return rooms;
        }
    });

    /** A database for all of these worlds, each of which sees its own rooms alone. */
    private record Ground(Transactions transactions, Entities entities, Sql sql, List<String> policy) {

        private static final Map<Databases, Ground> OF_EACH = new EnumMap<>(Databases.class);

        static synchronized Ground of(Databases database) {
            return OF_EACH.computeIfAbsent(database, kind -> {
                var transactions = new Transactions(kind.fresh());
                Sql sql = transactions.sql(kind);
                sql.update("INSERT INTO organisation (id, external_id, kind, name, published, version)"
                        + " VALUES ('organisation', 'organisation', 'LIBRARY', 'Library', TRUE, 1)");
                sql.update("DELETE FROM policy_value WHERE rule LIKE 'open-bookings%'");
                return new Ground(
                        transactions,
                        transactions.entities(kind),
                        sql,
                        sql.list(
                                "SELECT rule, stated FROM policy_value",
                                row -> row.getString(1) + "=" + row.getString(2)));
            });
        }

        void clear() {
            sql.update("DELETE FROM timer");
            policy.forEach(rule -> sql.update(
                    "UPDATE policy_value SET stated = ? WHERE rule = ?",
                    rule.substring(rule.indexOf('=') + 1),
                    rule.substring(0, rule.indexOf('='))));
        }
    }

    ClosingWorld(Databases database) {
        Ground ground = Ground.of(database);
        ground.clear();
        sql = beans.with(ground.sql);
        entities = ground.entities;
        beans.with(clock);
        beans.with(catalogue);
        beans.with(entities.manager());
        beans.with(new Fired<>());
        beans.with(new DatabaseClock(sql, clock) {
            @Override
            public Instant instant() {
                return clock.instant();
            }
        });
        timers();
        forPeople();
        store = beans.make(BookingStore.class);
        beans.make(Limits.class);
        beans.make(Displaced.class);
        beans.make(Appointments.class);
        beans.make(Minimums.class);
        beans.with(new Heard());
        var proposals = beans.make(Proposals.class);
        var holders = List.<ClaimHolders>of(proposals, beans.make(HoldStore.class), beans.make(BookingClaims.class));
        calendar = calendar(holders);
        auditor = auditor(holders);
        beans.make(Examination.class);
        beans.with(new StaleIndex());
        beans.make(Elsewhere.class);
        views = beans.make(BookingViews.class);
        beans.make(ClosurePreview.class);
        beans.make(Locked.class);
        beans.make(Rehousing.class);
        admission = beans.make(Admission.class);
        displacements = beans.with(new OwnTransactions());
        closures = beans.make(Closures.class);
        beans.fill();
    }

    private void timers() {
        try {
            beans.make(Class.forName("org.evenhall.platform.jobs.TimerRows"));
            beans.make(Timers.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private void forPeople() {
        var people = beans.with(new People(new PersonStore(sql, clock), null));
        var areas = beans.with(new Areas(new AreaStore(sql), new Fired<>(), null));
        var organisations = beans.with(new Organisations(new OrganisationStore(sql), areas));
        beans.with(new Groups(new GroupStore(sql), organisations, people, clock));
        beans.with(new AlwaysOpen());
        var policyStore = new PolicyStore(sql, null);
        var book = new PolicyBook(policyStore, new Fired<>());
        reload(book);
        beans.with(book);
        beans.with(new Policies(book, policyStore, catalogue, organisations, areas, new Fired<>(), clock));
    }

    private static void reload(PolicyBook book) {
        try {
            var load = PolicyBook.class.getDeclaredMethod("load");
            load.setAccessible(true);
            load.invoke(book);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Calendar calendar(List<ClaimHolders> holders) {
        var sites = beans.make(Sites.class);
        var claims = beans.make(Claims.class);
        var blockades = beans.make(Blockades.class);
        var fit = beans.make(Fit.class);
        var sheets = beans.make(Sheets.class);
        var waiters = new Beans.Several<Waiters>(List.of());
        beans.with(new Blocking(sites, claims, blockades, sheets, new Fired<>(), waiters, clock));
        return beans.with(new Calendar(
                sites,
                claims,
                fit,
                sheets,
                new Alternatives(null) {
                    @Override
                    public List<Alternative> to(Caller caller, ClaimWish wish) {
                        return List.of();
                    }
                },
                new Fired<>(),
                new Beans.Several<>(holders),
                waiters,
                clock));
    }

    private Auditor auditor(List<ClaimHolders> holders) {
        var several = new Beans.Several<>(holders);
        var claims = beans.make(Claims.class);
        var audit = new SpaceAudit(beans.make(Sites.class), claims, beans.make(Sheets.class), several) {
            @Override
            public AuditView audit(Listed space) {
                return run(() -> super.audit(space));
            }
        };
        return new Auditor(claims, catalogue, audit, several);
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

    private final class Heard extends Telling {
        @Override
        public void of(
                Booking booking,
                BookingNews.Kind kind,
                String otherSpaceId,
                TimeRange otherSlot,
                Instant until,
                String reason) {
            told.add(new Told(kind, booking.id(), otherSpaceId));
        }
    }

    private static final class AlwaysOpen extends Openings {
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
        return run(() -> admission.admit(caller(person), new Order(person, room, slot, 2, Purpose.STUDY, null)));
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
        return run(() -> views.of(OWNER, store.find(id).orElseThrow()));
    }

    BookingView answered(Booking booking, boolean accept) {
        return run(
                () -> displacements.answer(caller(booking.bookerId()), booking.id(), new Displacements.Answer(accept)));
    }

    void lifted(Listed room, String closureId) {
        run(() -> closures.lift(OWNER, room.id(), closureId));
        closures.rehouse(OWNER, room.id(), closureId);
    }

    /** Runs what is due by now, as timers do, each with the end of its timer. */
    void runTimers() {
        for (TimerJob job : List.of(new SettleDisplaced(), new EndProposal(), new CountBookings())) {
            beans.with(job);
        }
        beans.fill();
        for (TimerJob job : List.of(the(SettleDisplaced.class), the(CountBookings.class), the(EndProposal.class))) {
            record Timer(String id, String subject, Instant due) {}
            var due = sql.list(
                    "SELECT id, subject, due_at FROM timer WHERE kind = ? AND due_at <= ?",
                    row -> new Timer(row.getString(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3))),
                    job.kind(),
                    clock.instant());
            for (Timer timer : due) {
                if (job instanceof SettleDisplaced) {
                    job.run(timer.subject, timer.due);
                } else {
                    run(() -> job.run(timer.subject, timer.due));
                }
                sql.update("DELETE FROM timer WHERE id = ? AND due_at = ?", timer.id, timer.due);
            }
        }
    }

    private <T> T the(Class<T> type) {
        return beans.the(type);
    }

    long timersSet(String kind) {
        return sql.count("SELECT COUNT(*) FROM timer WHERE kind = ?", kind);
    }

    List<AuditView.Difference> differences() {
        return auditor.audit(OWNER).differences().stream()
                .filter(difference ->
                        catalogue.snapshot().find(difference.space()).isPresent())
                .toList();
    }
}
