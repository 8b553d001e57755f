package org.evenhall.bookings.desk;

import static org.evenhall.spaces.ListedSpaces.BERLIN;
import static org.evenhall.spaces.ListedSpaces.aSpace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.evenhall.areas.Areas;
import org.evenhall.areas.store.AreaStore;
import org.evenhall.bookings.Pauses;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.bookings.domain.rules.BookingRules;
import org.evenhall.bookings.store.Limits;
import org.evenhall.groups.Groups;
import org.evenhall.groups.store.GroupStore;
import org.evenhall.identity.Caller;
import org.evenhall.identity.People;
import org.evenhall.identity.store.PersonStore;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.Purpose;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.Violation;
import org.evenhall.kernel.WallClock;
import org.evenhall.openings.OpenDay;
import org.evenhall.openings.Openings;
import org.evenhall.organisations.Organisations;
import org.evenhall.organisations.store.OrganisationStore;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.platform.persistence.Trouble;
import org.evenhall.policies.Policies;
import org.evenhall.policies.store.PolicyBook;
import org.evenhall.policies.store.PolicyStore;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.StoredSpaces;
import org.evenhall.spaces.store.CatalogueStore;
import org.evenhall.store.Databases;
import org.evenhall.store.Fired;
import org.evenhall.store.Transactions;

/** People who book rooms that are always open, without a server; the city limits nothing until a test says so. */
final class BookersWorld {

    static final Instant NOON = Instant.parse("2026-11-22T11:00:00Z");
    static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private static final int TRIES = 20;

    /** What the city states is a matter of all rooms: so the world has a database of its own. */
    private static final Map<Databases, DataSource> OURS = new EnumMap<>(Databases.class);

    final Sql sql;
    final Limits limits;
    final Policies policies;
    final Groups groups;
    final Transactions transactions;
    final Examination examination;
    private final List<Listed> rooms = new CopyOnWriteArrayList<>();
    final Catalogue catalogue = new Catalogue(new CatalogueStore(null) {
        @Override
        public List<Listed> everything() {
            return rooms;
        }
    });

    BookersWorld(Databases database) {
        transactions = new Transactions(ours(database));
        sql = transactions.sql(database);
        var clock = Clock.fixed(NOON, BERLIN);
        var people = new People(new PersonStore(sql, clock), null);
        var areas = new Areas(new AreaStore(sql), new Fired<>(), null);
        var organisations = new Organisations(new OrganisationStore(sql), areas);
        var store = new PolicyStore(sql, null);
        var book = new PolicyBook(store, new Fired<>());
        book.load();
        policies = new Policies(book, store, catalogue, organisations, areas, new Fired<>(), clock);
        groups = new Groups(new GroupStore(sql), organisations, people, clock);
        limits = new Limits(sql, catalogue);
        Iterable<Pauses> nobodyIsPaused = List.of();
        examination = new Examination(
                people, groups, policies, new AlwaysOpen(), areas, organisations, limits, nobodyIsPaused, clock);
        sql.update(
                "DELETE FROM policy_value WHERE rule LIKE '%-in-city' OR rule LIKE '%-in-organisation' OR rule LIKE '%-in-space'");
        where("no-two-places", "false");
        where("notice-at-most", "P30D");
        where("longest-duration", "PT3H");
    }

    private static synchronized DataSource ours(Databases database) {
        return OURS.computeIfAbsent(database, kind -> {
            DataSource fresh = kind.fresh();
            new Transactions(fresh)
                    .sql(kind)
                    .update("INSERT INTO organisation (id, external_id, kind, name, published, version)"
                            + " VALUES ('organisation', 'organisation', 'LIBRARY', 'Library', TRUE, 1)");
            return fresh;
        });
    }

    private static final class AlwaysOpen extends Openings {
        @Override
        public List<OpenDay> of(Listed space, LocalDate from, LocalDate to) {
            return from.datesUntil(to)
                    .map(day -> new OpenDay(
                            day,
                            List.of(new TimeRange(
                                    WallClock.at(day, 0, space.zone()),
                                    WallClock.at(day, WallClock.MINUTES_A_DAY, space.zone()))),
                            null))
                    .toList();
        }
    }

    /** The city states it from now on. */
    BookersWorld where(String rule, String text) {
        sql.update("DELETE FROM policy_value WHERE holder_id = '*' AND rule = ?", rule);
        sql.update("INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', ?, ?)", rule, text);
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

    String group(String... members) {
        String id = Ids.next();
        sql.update(
                "INSERT INTO person_group (id, organisation_id, name, version, created_at)"
                        + " VALUES (?, 'organisation', 'Choir', 1, 0)",
                id);
        for (String member : members) {
            sql.update("INSERT INTO group_member (group_id, person_id) VALUES (?, ?)", id, member);
        }
        return id;
    }

    Listed room() {
        return stored(aSpace(Ids.next()).listed());
    }

    Listed stored(Listed room) {
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

    static TimeRange slot(LocalDate day, int hour, double hours) {
        Instant start = WallClock.at(day, hour * 60, BERLIN);
        return new TimeRange(start, start.plus(Duration.ofMinutes((long) (hours * 60))));
    }

    /** Books as the doors do, with another try for the victim of a deadlock; names the rules that are broken. */
    List<String> book(String person, Listed room, TimeRange slot) {
        for (int tries = 1; ; tries++) {
            try {
                return transactions.run((Supplier<List<String>>) () -> admitted(person, room, slot));
            } catch (Refused refused) {
                return refused.violations().stream().map(Violation::rule).toList();
            } catch (RuntimeException e) {
                if (tries == TRIES || !Trouble.isVictim(e)) {
                    throw e;
                }
            }
        }
    }

    private List<String> admitted(String person, Listed room, TimeRange slot) {
        Wish wish = examination
                .open(Caller.anonymous(Locale.ENGLISH), person, room, List.of(slot), null)
                .wish(slot, 2, Purpose.STUDY);
        BookingRules.mustBeKept(wish);
        sql.lock("site", room.site());
        booking(person, room, slot, wish.day(), "CONFIRMED");
        return List.of();
    }

    /** A booking as a row, whatever the rules say. */
    String booking(String person, Listed room, TimeRange slot, LocalDate day, String status) {
        String id = Ids.next();
        sql.update(
                "INSERT INTO booking (id, number, space_id, organisation_id, booker_id, status, start_at, end_at, day,"
                        + " people, purpose, created_at, version) VALUES (?, ?, ?, 'organisation', ?, ?, ?, ?, ?, 2,"
                        + " 'STUDY', 0, 1)",
                id,
                id.substring(id.length() - 10),
                room.id(),
                person,
                status,
                slot.start(),
                slot.end(),
                day);
        return id;
    }

    long bookings(String person) {
        return sql.count("SELECT COUNT(*) FROM booking WHERE booker_id = ?", person);
    }
}
