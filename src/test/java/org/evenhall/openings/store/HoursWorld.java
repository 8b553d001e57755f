package org.evenhall.openings.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.evenhall.openings.Holidays;
import org.evenhall.openings.OpenDay;
import org.evenhall.openings.OpenTime;
import org.evenhall.openings.Openings;
import org.evenhall.platform.Started;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.StoredSpaces;
import org.evenhall.store.Databases;
import org.evenhall.store.Fired;
import org.evenhall.store.Transactions;

/** Opening hours on a real database, without a server, at any time that a test says. */
public final class HoursWorld {

    private static final Map<Databases, DataSource> OURS = new EnumMap<>(Databases.class);

    public final Openings openings;

    final Sql sql;
    final FrozenDays frozen;
    private final Transactions transactions;
    private final RuleBook book;
    private final FreezeDays freezer;
    private final Fired<RulesRecorded> recorded = new Fired<>();
    private final List<Listed> catalogue = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    /** What is frozen is a matter of the whole city: so the world has a database of its own, and finds it empty. */
    public HoursWorld(Databases database) {
        transactions = new Transactions(OURS.computeIfAbsent(database, Databases::fresh));
        sql = transactions.sql(database);
        sql.update("DELETE FROM open_day");
        sql.update("DELETE FROM opening_rule");
        var clock = new Settable();
        var store = new RuleStore(sql);
        frozen = new FrozenDays(sql);
        var listing = new Listing();
        book = new RuleBook(store, new Holidays(), listing);
        openings = new Openings(book, store, frozen, recorded, clock);
        freezer = new FreezeDays(listing, book, frozen, clock);
    }

    private final class Settable extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final class Listing extends Catalogue {

        private Listing() {
            super(null);
        }

        @Override
        public Snapshot snapshot() {
            return new Snapshot(catalogue);
        }
    }

    public HoursWorld at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    public Listed with(Listed space) {
        StoredSpaces.store(sql, space);
        catalogue.add(space);
        return space;
    }

    void again(Listed space) {
        catalogue.add(space);
    }

    void without(Listed space) {
        catalogue.remove(space);
    }

    public void state(Listed space, String hours, String validFrom) {
        transactions.run(() ->
                openings.stateAll(List.of(new Openings.Statement(space.id(), hours, LocalDate.parse(validFrom)))));
        recorded.take().forEach(book::takeOver);
    }

    /** States hours in a transaction that comes to nothing. */
    void stateInVain(Listed space, String hours, String validFrom) {
        try {
            transactions.run((Runnable) () -> {
                openings.stateAll(List.of(new Openings.Statement(space.id(), hours, LocalDate.parse(validFrom))));
                throw new IllegalStateException("in vain");
            });
        } catch (IllegalStateException expected) {
            recorded.take();
        }
    }

    void freeze() {
        freezer.freeze();
    }

    /** As a server that starts again: what it knows, it knows from the database. */
    void restart() {
        book.load(new Started());
    }

    List<String> rows() {
        return sql.list(
                "SELECT space_id, day, version, intervals, open_seconds, evening_seconds FROM open_day"
                        + " ORDER BY space_id, day, version",
                row -> row.getString(1) + " " + LocalDate.ofEpochDay(row.getInt(2)) + " v" + row.getInt(3) + " "
                        + row.getString(4) + " " + row.getInt(5) + "/" + row.getInt(6));
    }

    OpenDay was(Listed space, String day) {
        var date = LocalDate.parse(day);
        return openings.asItWas(space, date, date.plusDays(1)).get(0);
    }

    public OpenDay is(Listed space, String day) {
        var date = LocalDate.parse(day);
        return openings.of(space, date, date.plusDays(1)).get(0);
    }

    OpenTime time(Listed space, String from, String to) {
        return openings.openTime(List.of(space), LocalDate.parse(from), LocalDate.parse(to))
                .get(space.id());
    }
}
