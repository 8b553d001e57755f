package org.evenhall.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.evenhall.bookings.Bookings;
import org.evenhall.bookings.Closures;
import org.evenhall.bookings.RequestBooking;
import org.evenhall.bookings.Series;
import org.evenhall.bookings.Waitlist;
import org.evenhall.groups.Groups;
import org.evenhall.groups.StateGroup;
import org.evenhall.identity.Account;
import org.evenhall.identity.Caller;
import org.evenhall.identity.People;
import org.evenhall.identity.Role;
import org.evenhall.identity.Thing;
import org.evenhall.kernel.Expected;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.Named;
import org.evenhall.kernel.Purpose;
import org.evenhall.openings.StateHours;
import org.evenhall.openings.Timetables;
import org.evenhall.organisations.Alliances;
import org.evenhall.organisations.DefineAlliance;
import org.evenhall.organisations.DefineOrganisation;
import org.evenhall.organisations.OrganisationKind;
import org.evenhall.organisations.Organisations;
import org.evenhall.platform.json.Json;
import org.evenhall.platform.json.RecordReader;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.policies.Policies;
import org.evenhall.policies.PolicyHolder;
import org.evenhall.policies.StatePolicy;
import org.evenhall.spaces.PublishSpace;
import org.evenhall.spaces.Publishing;
import org.evenhall.spaces.SpaceKind;

/** Rows of every kind that is listed anywhere, so many of each, in a house of their own. */
@ApplicationScoped
public class ManyRows {

    private static final int MOST_WAITED_FOR = 9;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Inject
    private People people;

    @Inject
    private Organisations organisations;

    @Inject
    private Alliances alliances;

    @Inject
    private Publishing publishing;

    @Inject
    private Timetables timetables;

    @Inject
    private Policies policies;

    @Inject
    private Bookings bookings;

    @Inject
    private Series series;

    @Inject
    private Closures closures;

    @Inject
    private Groups groups;

    @Inject
    private Waitlist waitlist;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** Ids of what the rows belong to; all people have the password that {@link #password} says. */
    record Made(
            int size,
            String tag,
            String organisation,
            String alliance,
            String hall,
            String room,
            String closed,
            String hit,
            String booking,
            String kept,
            String series,
            String closure,
            String entry,
            String group,
            String run) {

        String owner() {
            return tag + "owner";
        }

        String booker() {
            return tag + "booker";
        }

        String waiter() {
            return tag + "waiter";
        }
    }

    static String password() {
        return "a long password for tests";
    }

    LocalDate day(int number) {
        return LocalDate.ofInstant(clock.instant(), BERLIN).plusDays(1L + number);
    }

    Made of(int size) {
        String tag = "rows" + size + "of" + Ids.next().substring(24);
        Caller system = Caller.system();
        String organisation = organisations
                .define(
                        system,
                        new DefineOrganisation(
                                tag, OrganisationKind.SCHOOL, new Named("School " + tag, null), null, null, true))
                .id();
        Caller owner = person(tag + "owner", Set.of(new Caller.Right(Role.OWNER, Thing.organisation(organisation))));
        Caller booker = person(tag + "booker", Set.of());
        String hall = space(owner, house(organisation, tag), size);
        String house = publishing.get(owner, hall).listed().venue().id();
        String room = space(owner, house, "Room " + tag);
        String asking = space(owner, house, "Asking " + tag);
        String closed = space(owner, house, "Closed " + tag);
        String hit = space(owner, house, "Hit " + tag);
        policies.state(owner, PolicyHolder.space(asking), policy("{\"approvalNeeded\":true}"), Expected.ANY);

        String booking = null;
        for (int i = 0; i < size; i++) {
            booking = book(booker, room, i, 10);
            book(booker, asking, i, 10);
            book(booker, hit, 0, 5 + i);
            closures.close(owner, closed, closing(i, 8, 20));
        }
        String closure = closures.close(owner, hit, closing(0, 0, 24)).id();
        closures.rehouse(owner, hit, closure);
        String run = inSeries(booker, space(owner, house, "Series " + tag), size);
        String entry = null;
        Caller waiter = person(tag + "waiter", Set.of());
        for (int i = 0; i < Math.min(size, MOST_WAITED_FOR); i++) {
            entry = waitlist.join(waiter, wish(room, i)).id();
        }
        List<String> members = IntStream.range(0, size)
                .mapToObj(i -> somebody(tag + "member" + i))
                .toList();
        String group = null;
        for (int i = 0; i < size; i++) {
            group = groups.create(
                            owner,
                            new StateGroup(
                                    organisation,
                                    "Group " + i,
                                    members.stream()
                                            .map(each -> people.find(each)
                                                    .orElseThrow()
                                                    .username())
                                            .toList()))
                    .id();
        }
        String alliance = null;
        for (int i = 0; i < size; i++) {
            alliance = alliances
                    .define(
                            system,
                            new DefineAlliance(
                                    tag + i,
                                    new Named("Alliance " + tag + i, null),
                                    false,
                                    List.of(new DefineAlliance.Member(organisation, null, 10))))
                    .id();
        }
        members.forEach(each -> pause(each, organisation));
        members.forEach(each -> pause(booker.personId(), organisation));
        String imported = operations(size);
        String kept = sql.first(
                        "SELECT booking_id FROM displaced WHERE closure_id = ?", row -> row.getString(1), closure)
                .orElseThrow();
        return new Made(
                size,
                tag,
                organisation,
                alliance,
                hall,
                room,
                closed,
                hit,
                booking,
                kept,
                run,
                closure,
                entry,
                group,
                imported);
    }

    /** The booker is told of each row. */
    void awaitNotices(Made of) {
        String notices = "SELECT COUNT(*) FROM notice n JOIN person p ON p.id = n.person_id WHERE p.username = ?";
        for (int i = 0; i < 1_000 && sql.count(notices, of.booker()) < of.size(); i++) {
            Readers.pause();
        }
    }

    /** Lets everybody book as much as they like. */
    StatePolicy liftLimits() {
        StatePolicy before = policies.stated(Caller.system(), PolicyHolder.CITY).stated();
        policies.state(
                Caller.system(),
                PolicyHolder.CITY,
                policy(Json.text(before).replaceFirst("\"limits\":\\[.*?\\]", "\"limits\":[]")),
                Expected.ANY);
        return before;
    }

    void restore(StatePolicy before) {
        policies.state(Caller.system(), PolicyHolder.CITY, before, Expected.ANY);
    }

    private static StatePolicy policy(String json) {
        return RecordReader.read(json.getBytes(StandardCharsets.UTF_8), StatePolicy.class);
    }

    private Caller person(String name, Set<Caller.Right> rights) {
        String id = people.define(Caller.system(), new Account(name, name, null, password(), false, rights));
        return people.caller(id, Locale.ENGLISH).orElseThrow();
    }

    /** Somebody who never signs in, which saves the work of hashing a password. */
    private String somebody(String name) {
        String id = Ids.next();
        sql.update(
                "INSERT INTO person (id, username, name, password_hash, demo, created_at) VALUES (?, ?, ?, '-', FALSE, 0)",
                id,
                name.toLowerCase(Locale.ROOT),
                name);
        return id;
    }

    private static PublishSpace.NewVenue house(String organisation, String tag) {
        return new PublishSpace.NewVenue(
                organisation, "House " + tag, null, "Street 1", 52.52, 13.4, BERLIN, "DE", "be");
    }

    /** A hall with so many parts. */
    private String space(Caller owner, PublishSpace.NewVenue house, int parts) {
        List<PublishSpace.Part> made = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            made.add(new PublishSpace.Part("Part " + i, null, null, 2));
        }
        return open(owner, null, house, "Hall", made);
    }

    private String space(Caller owner, String house, String name) {
        return open(owner, house, null, name, List.of());
    }

    private String open(
            Caller owner, String house, PublishSpace.NewVenue newHouse, String name, List<PublishSpace.Part> parts) {
        String id = publishing
                .publish(
                        owner,
                        new PublishSpace(
                                house,
                                newHouse,
                                null,
                                null,
                                name,
                                null,
                                null,
                                null,
                                SpaceKind.MEETING_ROOM,
                                40,
                                null,
                                Set.of(),
                                true,
                                true,
                                parts))
                .listed()
                .id();
        timetables.state(owner, id, new StateHours("24/7", null), Expected.ANY);
        return id;
    }

    private OffsetDateTime at(int day, int hour) {
        return day(day).atStartOfDay().plusHours(hour).atZone(BERLIN).toOffsetDateTime();
    }

    private String book(Caller booker, String space, int day, int hour) {
        return bookings.request(
                        booker,
                        RequestBooking.of(space, at(day, hour), at(day, hour + 1), 2, Purpose.STUDY, "For " + day))
                .id();
    }

    private Closures.CloseSpace closing(int day, int from, int to) {
        return new Closures.CloseSpace(at(day, from), at(day, to), "Painters");
    }

    private String inSeries(Caller booker, String space, int size) {
        return series.book(
                        booker,
                        new Series.RequestSeries(
                                space,
                                at(0, 14),
                                at(0, 15),
                                2,
                                Purpose.STUDY,
                                null,
                                "FREQ=DAILY;COUNT=" + size,
                                Series.OnConflict.FAIL,
                                null))
                .id();
    }

    private Waitlist.JoinWaitlist wish(String room, int day) {
        return new Waitlist.JoinWaitlist(
                room, null, null, null, null, null, null, null, null, null, null, at(day, 10), at(day, 11), 2);
    }

    private void pause(String person, String organisation) {
        Instant now = clock.instant();
        sql.update(
                "INSERT INTO pause (id, person_id, organisation_id, from_at, until_at) VALUES (?, ?, ?, ?, ?)",
                Ids.next(),
                person,
                organisation,
                now.minusSeconds(1),
                now.plus(Duration.ofDays(20)));
    }

    /** What only administrators see. */
    private String operations(int size) {
        Instant now = clock.instant();
        String run = null;
        for (int i = 0; i < size; i++) {
            run = Ids.next();
            sql.update(
                    "INSERT INTO import_run (id, format, source, file_hash, dry_run, status, features, read_count, created,"
                            + " updated, unchanged, hidden, skipped, started_at)"
                            + " VALUES (?, 'osm-geojson', 'test', '-', TRUE, 'DONE', 0, 0, 0, 0, 0, 0, 0, ?)",
                    run,
                    now);
            sql.update(
                    "INSERT INTO calendar_audit (id, audited_at, claims, day_sheets, differences, told)"
                            + " VALUES (?, ?, 0, 0, 0, '{\"differences\":[]}')",
                    Ids.next(),
                    now);
            String event = Ids.next();
            sql.update(
                    "INSERT INTO outbox_event (id, aggregate, version, kind, body, created_at)"
                            + " VALUES (?, ?, 1, 'Nothing', '{}', ?)",
                    event,
                    event,
                    now);
            sql.update(
                    "INSERT INTO outbox_delivery (id, event_id, subscriber, aggregate, version, attempts, parked_at)"
                            + " VALUES (?, ?, 'nobody', ?, 1, 20, ?)",
                    Ids.next(),
                    event,
                    event,
                    now);
        }
        for (int i = 0; i < size; i++) {
            sql.update(
                    "INSERT INTO import_problem (run_id, ordinal, feature, reason) VALUES (?, ?, 'way/1', 'NO_NAME')",
                    run,
                    i);
        }
        return run;
    }
}
