package org.evenhall.availability;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.evenhall.availability.SlotTaken.Alternative;
import org.evenhall.availability.store.Alternatives;
import org.evenhall.availability.store.Blockades;
import org.evenhall.availability.store.Claims;
import org.evenhall.availability.store.Fit;
import org.evenhall.availability.store.Sheets;
import org.evenhall.availability.store.SheetsWritten;
import org.evenhall.availability.store.Sites;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.TimeRange;
import org.evenhall.platform.nodes.Node;
import org.evenhall.platform.nodes.Traces;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.StoredSpaces;
import org.evenhall.spaces.store.CatalogueStore;
import org.evenhall.store.Databases;
import org.evenhall.store.Fired;
import org.evenhall.store.Transactions;

/** A calendar on a real database, without a server. */
public final class CalendarWorld {

    static final Instant NOON = Instant.parse("2026-11-22T11:00:00Z");
    static final Caller SOMEBODY = Caller.anonymous(Locale.ENGLISH);

    final Transactions transactions;
    final Sql sql;
    final Sites sites;
    final Claims claims;
    final Blockades blockades;
    final Sheets sheets;
    final Calendar calendar;
    final Blocking blocking;
    private final List<Listed> known = new CopyOnWriteArrayList<>();
    private final Catalogue catalogue = new Catalogue(new CatalogueStore(null) {
        @Override
        public List<Listed> everything() {
            return known;
        }
    });
    final Fired<SheetsWritten> written = new Fired<>();

    CalendarWorld(Databases database) {
        this(database.shared(), database);
    }

    public CalendarWorld(DataSource database, Databases kind) {
        this(database, kind, List.of(), List.of(), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    /** One in which claims end by themselves and others wait for their time; both lists may be filled later. */
    public CalendarWorld(
            DataSource database, Databases kind, List<ClaimHolders> holders, List<Waiters> waiters, Clock clock) {
        transactions = new Transactions(database);
        sql = transactions.sql(kind);
        sites = new Sites(sql);
        claims = new Claims(sql);
        blockades = new Blockades(sql);
        sheets = new Sheets(sql, claims, blockades, new Traces(sql, new Node()));
        calendar = new Calendar(
                sites,
                claims,
                new Fit(claims, blockades, catalogue),
                sheets,
                new NoAlternatives(),
                written,
                holders,
                waiters,
                clock);
        blocking = new Blocking(sites, claims, blockades, sheets, written, waiters, clock);
    }

    public Transactions transactions() {
        return transactions;
    }

    public Sql sql() {
        return sql;
    }

    public Calendar calendar() {
        return calendar;
    }

    public Blocking blocking() {
        return blocking;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** A calendar for those who have a world of their own. */
    public static Calendar calendar(Sql sql, Catalogue catalogue, Clock clock) {
        var claims = new Claims(sql);
        var blockades = new Blockades(sql);
        return new Calendar(
                new Sites(sql),
                claims,
                new Fit(claims, blockades, catalogue),
                new Sheets(sql, claims, blockades, new Traces(sql, new Node())),
                new NoAlternatives(),
                new Fired<>(),
                List.of(),
                List.of(),
                clock);
    }

    /** What the auditor says of a space there; needs a transaction. */
    public static AuditView audit(Sql sql, Listed space, ClaimHolders holders) {
        var claims = new Claims(sql);
        var sheets = new Sheets(sql, claims, new Blockades(sql), new Traces(sql, new Node()));
        return new SpaceAudit(new Sites(sql), claims, sheets, List.of(holders)).audit(space);
    }

    private static final class NoAlternatives extends Alternatives {
        @Override
        public List<Alternative> to(Caller caller, ClaimWish wish) {
            return List.of();
        }
    }

    /** Stores what a claim refers to; every id is new, so that tests share a database and no space. */
    public Listed stored(Listed space) {
        transactions.run(() -> StoredSpaces.store(sql, space));
        return known(space);
    }

    /** Knows a space that is stored already. */
    Listed known(Listed space) {
        known.add(space);
        catalogue.reload();
        return space;
    }

    static TimeRange slot(String from, String to) {
        return new TimeRange(Instant.parse(from), Instant.parse(to));
    }

    public static ClaimWish wish(Listed space, TimeRange slot) {
        return wish(space, slot, Duration.ZERO, Duration.ZERO);
    }

    static ClaimWish wish(Listed space, TimeRange slot, Duration before, Duration after) {
        return ClaimWish.of(
                space,
                slot,
                LocalDate.ofInstant(slot.start(), space.zone()),
                before,
                after,
                Duration.ofMinutes(30),
                Holder.booking(Ids.next()),
                1);
    }

    public void claim(ClaimWish wish) {
        transactions.run(() -> calendar.claim(SOMEBODY, wish));
    }

    ClaimWish claimed(ClaimWish wish) {
        claim(wish);
        return wish;
    }

    /** What the auditor says of a space, if these wishes are all that hold it. */
    AuditView audit(Listed space, List<ClaimWish> holding) {
        List<ClaimHolders.Held> held = new ArrayList<>();
        holding.forEach(wish -> held.add(new ClaimHolders.Held(wish.holder(), wish.slot())));
        ClaimHolders holders = new ClaimHolders() {
            @Override
            public Holder.Kind kind() {
                return Holder.Kind.BOOKING;
            }

            @Override
            public List<Held> heldOf(String spaceId) {
                return held;
            }

            @Override
            public List<String> spaces() {
                return List.of(space.id());
            }
        };
        return audit(space, holders);
    }

    /** What the auditor says of a space, if these are all that hold claims. */
    public AuditView audit(Listed space, ClaimHolders... holders) {
        var audit = new SpaceAudit(sites, claims, sheets, List.of(holders));
        return transactions.run(() -> audit.audit(space));
    }
}
