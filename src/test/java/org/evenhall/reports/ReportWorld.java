package org.evenhall.reports;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.evenhall.areas.Areas;
import org.evenhall.areas.store.AreaStore;
import org.evenhall.availability.Usage;
import org.evenhall.availability.store.UsageStore;
import org.evenhall.bookings.BookingFigures;
import org.evenhall.bookings.Status;
import org.evenhall.bookings.store.FigureStore;
import org.evenhall.identity.Caller;
import org.evenhall.identity.Caller.Right;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.TimeRange;
import org.evenhall.openings.Evening;
import org.evenhall.openings.Holidays;
import org.evenhall.openings.OpenDay;
import org.evenhall.openings.OpenTime;
import org.evenhall.openings.Openings;
import org.evenhall.openings.domain.FrozenHours;
import org.evenhall.openings.store.FrozenDays;
import org.evenhall.openings.store.FrozenDays.FrozenDay;
import org.evenhall.openings.store.RuleBook;
import org.evenhall.openings.store.RuleStore;
import org.evenhall.organisations.Alliances;
import org.evenhall.organisations.Organisations;
import org.evenhall.organisations.store.AllianceStore;
import org.evenhall.organisations.store.OrganisationStore;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.ListedSpaces;
import org.evenhall.spaces.store.CatalogueStore;
import org.evenhall.store.Databases;
import org.evenhall.store.Transactions;

/** The door to reports on a real, empty database, without a server; ids are what a test says. */
final class ReportWorld {

    private static final Instant LONG_AFTER = Instant.parse("2026-05-01T10:00:00Z");

    private final Transactions transactions;
    private final Sql sql;
    private final Catalogue catalogue;
    private final FrozenDays frozen;
    private final Reports reports;

    ReportWorld(Databases database) {
        transactions = new Transactions(database.fresh());
        sql = transactions.sql(database);
        catalogue = new Catalogue(new CatalogueStore(sql));
        frozen = new FrozenDays(sql);
        var rules = new RuleStore(sql);
        var areas = new Areas(new AreaStore(sql), null, null);
        reports = new Reports(
                catalogue,
                new Openings(
                        new RuleBook(rules, new Holidays(), catalogue),
                        rules,
                        frozen,
                        null,
                        Clock.fixed(LONG_AFTER, ZoneOffset.UTC)),
                new Usage(new UsageStore(sql), catalogue),
                new BookingFigures(new FigureStore(sql)),
                areas,
                new Organisations(new OrganisationStore(sql), areas),
                new Alliances(new AllianceStore(sql)));
        sql.update("INSERT INTO person (id, username, name, password_hash, demo, created_at)"
                + " VALUES ('somebody', 'somebody', 'Somebody', '-', FALSE, 0)");
    }

    static Caller caller(Right... rights) {
        return new Caller("somebody", "Somebody", Locale.ENGLISH, Set.of(rights));
    }

    UtilisationReport report(Caller caller, UtilisationQuery query) {
        return transactions.run((Supplier<UtilisationReport>) () -> {
            catalogue.reload();
            return reports.utilisation(caller, query);
        });
    }

    void area(String id, String parent) {
        sql.update(
                "INSERT INTO area (id, external_id, parent_id, level, name) VALUES (?, ?, ?, ?, ?)",
                id,
                id,
                parent,
                parent == null ? "CITY" : "DISTRICT",
                id);
    }

    /** An organisation with a venue of the same id. */
    void house(String id, String kind, String name, String area) {
        sql.update(
                "INSERT INTO organisation (id, external_id, kind, name, area_id, published, version)"
                        + " VALUES (?, ?, ?, ?, ?, TRUE, 1)",
                id,
                id,
                kind,
                name,
                area);
        sql.update(
                "INSERT INTO venue (id, external_id, organisation_id, area_id, name, lat, lon, zone, country, region,"
                        + " source, lineage, content_hash, published, gone, version) VALUES (?, ?, ?, ?, ?, 52.5, 13.4,"
                        + " 'Europe/Berlin', 'DE', 'be', 'test', 'test', 'x', TRUE, FALSE, 1)",
                id,
                id,
                id,
                area,
                name);
    }

    void space(String id, String house, String kind, boolean published) {
        sql.update("INSERT INTO site (id) VALUES (?)", id);
        part(id, house, kind, id, 0, 8, published);
    }

    void part(String id, String house, String kind, String site, int from, int to, boolean published) {
        sql.update(
                "INSERT INTO spaces (id, external_id, venue_id, site_id, part_from, part_to, kind, name, capacity,"
                        + " sharing, amenities, step_free, demo, published, version)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 30, 'WHOLE', '', TRUE, FALSE, ?, 1)",
                id,
                id,
                house,
                site,
                from,
                to,
                kind,
                id,
                published);
    }

    void alliance(String id, String organisation, String area) {
        sql.update("INSERT INTO alliance (id, external_id, name, demo) VALUES (?, ?, ?, FALSE)", id, id, id);
        String member = "INSERT INTO alliance_member (id, alliance_id, organisation_id, area_id, pledged_hours)"
                + " VALUES (?, ?, ?, ?, 0)";
        sql.update(member, Ids.next(), id, organisation, null);
        sql.update(member, Ids.next(), id, null, area);
    }

    void frozen(String space, List<OpenDay> days) {
        transactions.run(() -> frozen.add(
                days.stream()
                        .map(day -> new FrozenDay(
                                space,
                                day.date(),
                                FrozenHours.write(day, ListedSpaces.BERLIN),
                                Evening.measure(day.open(), ListedSpaces.BERLIN)))
                        .toList(),
                LONG_AFTER));
    }

    void corrected(String space, LocalDate day, OpenTime time) {
        sql.update(
                "INSERT INTO open_day (space_id, day, version, intervals, open_seconds, evening_seconds, frozen_at)"
                        + " VALUES (?, ?, 2, '', ?, ?, 0)",
                space,
                day,
                time.seconds(),
                time.eveningSeconds());
    }

    void closed(String space, String site, List<TimeRange> slots) {
        slots.forEach(slot -> sql.update(
                "INSERT INTO blockade (id, site_id, space_id, part_from, part_to, start_at, end_at, reason, created_at)"
                        + " VALUES (?, ?, ?, 0, 8, ?, ?, 'Closed', 0)",
                Ids.next(),
                site,
                space,
                slot.start(),
                slot.end()));
    }

    /** A booking, and its claim where it holds one. */
    void booked(String space, String site, String house, LocalDate day, TimeRange slot, Status status, int people) {
        String id = Ids.next();
        sql.update(
                "INSERT INTO booking (id, number, space_id, organisation_id, booker_id, status, start_at, end_at, day,"
                        + " people, purpose, created_at, version)"
                        + " VALUES (?, ?, ?, ?, 'somebody', ?, ?, ?, ?, ?, 'STUDY', 0, 1)",
                id,
                id.substring(id.length() - 8),
                space,
                house,
                status,
                slot.start(),
                slot.end(),
                day,
                people);
        if (status.holdsTheSlot()) {
            sql.update(
                    "INSERT INTO claim (id, site_id, space_id, part_from, part_to, start_at, end_at, busy_from,"
                            + " busy_until, whole, places, holder_kind, holder_id, day, evening_seconds, created_at)"
                            + " VALUES (?, ?, ?, 0, 8, ?, ?, ?, ?, TRUE, 30, 'BOOKING', ?, ?, ?, 0)",
                    id,
                    site,
                    space,
                    slot.start(),
                    slot.end(),
                    slot.start().minusSeconds(900), // buffers are not booked
                    slot.end().plusSeconds(900),
                    id,
                    day,
                    Evening.measure(List.of(slot), ListedSpaces.BERLIN).eveningSeconds());
        }
    }
}
