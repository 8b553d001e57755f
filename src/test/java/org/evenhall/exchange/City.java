package org.evenhall.exchange;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;
import org.evenhall.areas.Areas;
import org.evenhall.areas.store.AreaStore;
import org.evenhall.exchange.domain.Text;
import org.evenhall.exchange.osm.OsmImport;
import org.evenhall.exchange.store.ImportStore;
import org.evenhall.identity.Caller;
import org.evenhall.openings.Openings;
import org.evenhall.organisations.Alliances;
import org.evenhall.organisations.Organisations;
import org.evenhall.organisations.store.AllianceStore;
import org.evenhall.organisations.store.OrganisationStore;
import org.evenhall.platform.Configuration;
import org.evenhall.platform.nodes.Leases;
import org.evenhall.platform.nodes.Node;
import org.evenhall.platform.nodes.Traces;
import org.evenhall.platform.persistence.DatabaseClock;
import org.evenhall.platform.persistence.Dialect;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.Spaces;
import org.evenhall.spaces.store.CatalogueStore;
import org.evenhall.spaces.store.SpaceStore;
import org.evenhall.spaces.store.VenueStore;
import org.evenhall.store.Databases;

/** All doors that an import goes through, wired by hand over a database, without a container. */
final class City {

    static final Caller ADMIN = Caller.system();
    static final Caller RESIDENT = Caller.anonymous(Locale.ENGLISH);

    final Sql sql;
    final Areas areas;
    final Organisations organisations;
    final Alliances alliances;
    final Catalogue catalogue;
    final Spaces spaces;
    final NotedHours hours = new NotedHours();
    final OsmImport osm;
    final Imports imports;
    final DemoCity demo;

    private int files;

    private City(DataSource database, Dialect dialect) {
        var clock = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
        sql = new Sql(database, dialect);
        var traces = new Traces(sql, new Node());
        var leases = new Leases(sql, new DatabaseClock(sql, clock));
        areas = new Areas(new AreaStore(sql), new Unheard<>(), traces);
        organisations = new Organisations(new OrganisationStore(sql), areas);
        alliances = new Alliances(new AllianceStore(sql));
        catalogue = new Catalogue(new CatalogueStore(sql));
        spaces = new Spaces(new VenueStore(sql), new SpaceStore(sql), catalogue);
        var houses = new Houses(organisations, spaces, hours, clock);
        var store = new ImportStore(sql);
        osm = new OsmImport(houses, spaces, areas, hours, store, clock);
        imports = new Imports(osm, store, spaces, catalogue, new Unheard<>(), traces, leases, clock);
        demo = new DemoCity(Configuration.of(name -> null), areas, imports, organisations, alliances, leases);
    }

    static City on(Databases database) {
        return new City(
                OneTransaction.on(database.fresh()), database == Databases.DERBY ? Dialect.DERBY : Dialect.POSTGRESQL);
    }

    /** Two square districts side by side, from 13 to 14 and from 14 to 15 degrees east. */
    City withDistricts() {
        areas.define(ADMIN, Squares.city());
        areas.define(ADMIN, Squares.district("a", "West", 13));
        areas.define(ADMIN, Squares.district("b", "East", 14));
        return this;
    }

    ImportView take(byte[] file, String source, boolean dryRun) {
        var said = new ImportFile(null, dryRun, source, ZoneId.of("Europe/Berlin"), "DE", "be");
        var run = imports.importNow(ADMIN, said, file, Text.hash(Text.hash(file) + files++));
        catalogue.reload();
        return run;
    }

    ImportView take(String file) {
        return take(file.getBytes(StandardCharsets.UTF_8), null, false);
    }

    List<Listed> listed() {
        return catalogue.snapshot().all().stream().filter(Listed::published).toList();
    }

    List<String> listedVenues() {
        return listed().stream()
                .map(space -> space.venue().name().name())
                .distinct()
                .sorted()
                .toList();
    }

    /** Opening hours that are only written down; read as the real ones are. */
    static final class NotedHours extends Openings {

        final Map<String, String> stated = new HashMap<>();

        /** From how many on the next batch fails. */
        int most = Integer.MAX_VALUE;

        @Override
        public void stateAll(Collection<Statement> statements) {
            if (stated.size() >= most) {
                throw new IllegalStateException("The database is gone.");
            }
            statements.forEach(each -> stated.put(each.spaceId(), each.hours()));
        }
    }

    /** Nobody listens. */
    private static final class Unheard<T> implements Event<T> {

        private final List<T> fired = new ArrayList<>();

        @Override
        public void fire(T event) {
            fired.add(event);
        }

        @Override
        public <U extends T> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends T> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<T> select(Annotation... qualifiers) {
            return this;
        }

        @Override
        public <U extends T> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends T> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
