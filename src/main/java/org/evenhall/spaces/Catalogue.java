package org.evenhall.spaces;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Foremost;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.Refused;
import org.evenhall.platform.Started;
import org.evenhall.spaces.store.CatalogueStore;

/**
 * Every space of the city in memory, as one immutable snapshot that is replaced as a whole: for reading by many
 * searches at once. It is derived; {@link #reload} takes it from the database again.
 */
@ApplicationScoped
public class Catalogue {

    private final CatalogueStore store;
    private final Iterable<Visibility> restrictions;
    private volatile Snapshot snapshot = new Snapshot(List.of());

    Catalogue() {
        this(null);
    }

    /** All that is published is shown. */
    public Catalogue(CatalogueStore store) {
        this(store, List.of());
    }

    @Inject
    public Catalogue(CatalogueStore store, Instance<Visibility> restrictions) {
        this(store, (Iterable<Visibility>) restrictions);
    }

    private Catalogue(CatalogueStore store, Iterable<Visibility> restrictions) {
        this.store = store;
        this.restrictions = restrictions;
    }

    /** All spaces at one moment, in the order of their ids; published or not. */
    public static final class Snapshot {

        private final List<Listed> all;
        private final Map<String, Listed> byId;
        private final Map<String, List<Listed>> bySite;
        private final Set<ZoneId> zones;

        public Snapshot(List<Listed> all) {
            this.all = List.copyOf(all);
            this.byId = all.stream().collect(Collectors.toUnmodifiableMap(Listed::id, Function.identity()));
            this.bySite = all.stream().collect(Collectors.groupingBy(Listed::site));
            this.zones = all.stream().map(Listed::zone).collect(Collectors.toUnmodifiableSet());
        }

        public List<Listed> all() {
            return all;
        }

        /** The space itself, the whole that it is part of, and its parts. */
        public List<Listed> touching(Listed space) {
            return ofSite(space.site()).stream().filter(space::touches).toList();
        }

        /** The spaces that a space is part of, the narrowest first. */
        public List<Listed> wholesOf(Listed part) {
            return ofSite(part.site()).stream()
                    .filter(other -> other.encloses(part))
                    .sorted(Comparator.comparing(Listed::breadth))
                    .toList();
        }

        /** The zones that the city's clocks show; nearly always one. */
        public Set<ZoneId> zones() {
            return zones;
        }

        /** The spaces of a tree of parts. */
        public List<Listed> ofSite(String site) {
            return bySite.getOrDefault(site, List.of());
        }

        public Optional<Listed> find(String id) {
            return Optional.ofNullable(byId.get(id));
        }
    }

    public Snapshot snapshot() {
        return snapshot;
    }

    /** Whether the public sees a space today: it is published, and nothing else hides it. */
    public boolean shows(Listed space) {
        if (!space.published()) {
            return false;
        }
        for (Visibility restriction : restrictions) {
            if (!restriction.allows(space)) {
                return false;
            }
        }
        return true;
    }

    /** All spaces that the public sees, in the order of their ids. */
    public List<Listed> published() {
        return snapshot.all().stream().filter(this::shows).toList();
    }

    /** The zone that the city's clocks show; UTC where nothing is published. */
    public ZoneId zone() {
        return snapshot.all().stream()
                .filter(Listed::published)
                .findFirst()
                .map(Listed::zone)
                .orElse(ZoneOffset.UTC);
    }

    /** A space that the public sees; refused as not found where there is none of that id. */
    public Listed published(String id) {
        return snapshot.find(id).filter(this::shows).orElseThrow(() -> Refused.notFound("space", id));
    }

    /** The spaces that the public sees and that pass a filter: nearest first where it has a point, else by name; ties by id. */
    public Page<SpaceCard> list(Caller caller, CatalogueFilter filter, int page, int size) {
        var found = Foremost.untilPage(nearestFirst(caller), page, size);
        for (Listed space : snapshot.all()) {
            if (filter.test(space) && shows(space)) {
                found.add(new Away(space, filter.metresTo(space)));
            }
        }
        return found.page(page, size).map(away -> away.space.card(caller.locale(), filter.distanceTo(away.space)));
    }

    private static Comparator<Away> nearestFirst(Caller caller) {
        return Comparator.comparingDouble(Away::metres)
                .thenComparing(away -> away.space.name().in(caller.locale()))
                .thenComparing(away -> away.space.id());
    }

    /** A space and how far it is from the asked point; distances cost too much to be worked out at every comparison. */
    private record Away(Listed space, double metres) {}

    /** Takes the present state from the database. */
    public synchronized void reload() {
        snapshot = new Snapshot(store.everything());
    }

    /** Takes the present state of these sites from the database. Whoever comes later has seen all that was committed. */
    public synchronized void reload(Set<String> sites) {
        List<Listed> all = new ArrayList<>(store.ofSites(sites));
        snapshot.all().stream().filter(space -> !sites.contains(space.site())).forEach(all::add);
        all.sort(Comparator.comparing(Listed::id));
        snapshot = new Snapshot(all);
    }

    /** After the data, before all that is derived from the catalogue. */
    void load(@Observes @Priority(Started.DERIVED - 500) Started event) {
        reload();
    }
}
