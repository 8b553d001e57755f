package org.evenhall.bookings.desk;

import static org.evenhall.spaces.ListedSpaces.BERLIN;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.evenhall.availability.AuditView;
import org.evenhall.availability.Calendar;
import org.evenhall.availability.CalendarWorld;
import org.evenhall.availability.Holder;
import org.evenhall.bookings.desk.series.SeriesDates;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.bookings.domain.rules.BookingRules;
import org.evenhall.bookings.store.BookingStore;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.Purpose;
import org.evenhall.kernel.TimeRange;
import org.evenhall.platform.jobs.SomeTimers;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.platform.persistence.Trouble;
import org.evenhall.spaces.Listed;
import org.evenhall.store.Databases;

/** People who book series and single slots of rooms that are always open, without a server. */
final class SeriesWorld {

    static final Caller SOMEBODY = Caller.anonymous(Locale.ENGLISH);

    private static final int TRIES = 20;

    final BookersWorld bookers;
    final SeriesDates dates;
    private final Rows rows;
    private final Calendar calendar;

    SeriesWorld(Databases database) {
        bookers = new BookersWorld(database);
        Clock clock = Clock.fixed(BookersWorld.NOON, BERLIN);
        rows = new Rows(bookers.sql);
        calendar = CalendarWorld.calendar(bookers.sql, bookers.catalogue, clock);
        var timers = SomeTimers.on(bookers.sql, clock);
        var appointments = new Appointments(timers, clock);
        dates = new SeriesDates(bookers.examination, calendar, rows, new Minimums(timers), appointments);
    }

    /** Bookings as rows, written without the server's persistence. */
    private static final class Rows extends BookingStore {

        private final Sql sql;

        private Rows(Sql sql) {
            this.sql = sql;
        }

        @Override
        public void add(Collection<Booking> bookings) {
            sql.batch(
                    "INSERT INTO booking (id, number, space_id, organisation_id, booker_id, series_id, status, start_at,"
                            + " end_at, day, people, purpose, created_at, version)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
                    bookings.stream().map(Rows::row).toList());
        }

        private static Object[] row(Booking booking) {
            return new Object[] {
                booking.id(),
                booking.number(),
                booking.spaceId(),
                booking.organisationId(),
                booking.bookerId(),
                booking.seriesId(),
                booking.status(),
                booking.slot().start(),
                booking.slot().end(),
                booking.day(),
                booking.people(),
                booking.purpose(),
                booking.createdAt()
            };
        }

        @Override
        public List<String> freeNumbers(int howMany) {
            return Stream.generate(() -> Ids.next().substring(26))
                    .limit(howMany)
                    .toList();
        }

        @Override
        public Map<String, TimeRange> heldOf(String spaceId) {
            Map<String, TimeRange> held = new HashMap<>();
            sql.list(
                            "SELECT id, start_at, end_at FROM booking WHERE space_id = ?",
                            row -> Map.entry(row.getString(1), TimeRange.ofMillis(row.getLong(2), row.getLong(3))),
                            spaceId)
                    .forEach(each -> held.put(each.getKey(), each.getValue()));
            return held;
        }
    }

    Order order(String person, Listed room, TimeRange first) {
        return new Order(person, room, first, 2, Purpose.STUDY, null, Ids.next(), null);
    }

    /** Books all of these, or none; or those that can be had. */
    List<Booking> book(String person, Listed room, List<TimeRange> slots, boolean skip) {
        return booked(() -> {
            SeriesDates.Examined examined = dates.examine(SOMEBODY, order(person, room, slots.get(0)), slots);
            if (skip) {
                examined.mustLeaveSome();
            } else {
                examined.mustBeComplete();
            }
            return dates.book(examined);
        });
    }

    /** Books one, as single bookings are made. */
    Booking book(String person, Listed room, TimeRange slot) {
        return booked(() -> {
            Wish wish = bookers.examination
                    .open(SOMEBODY, person, room, List.of(slot), null)
                    .wish(slot, 2, Purpose.STUDY);
            BookingRules.mustBeKept(wish);
            Booking booking = Booking.of(wish, rows.freeNumbers(1).get(0), null, null);
            calendar.claim(SOMEBODY, Admission.slotOf(wish).heldBy(Holder.booking(booking.id()), null));
            rows.add(List.of(booking));
            return booking;
        });
    }

    /** With another try for the victim of a deadlock, as in the doors. */
    private <T> T booked(Supplier<T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return bookers.transactions.run(work);
            } catch (RuntimeException e) {
                if (tries == TRIES || !Trouble.isVictim(e)) {
                    throw e;
                }
            }
        }
    }

    List<TimeRange> booked(Listed room) {
        return rows.heldOf(room.id()).values().stream().sorted().toList();
    }

    long timers(String kind, Listed room) {
        return bookers.sql.count(
                "SELECT COUNT(*) FROM timer t JOIN booking b ON b.id = t.subject WHERE t.kind = ? AND b.space_id = ?",
                kind,
                room.id());
    }

    AuditView audit(Listed room) {
        var holders = new BookingClaims(rows, null, null, null, null);
        return bookers.transactions.run(() -> CalendarWorld.audit(bookers.sql, room, holders));
    }
}
