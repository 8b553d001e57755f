package org.evenhall.areas;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenhall.areas.domain.Area;
import org.evenhall.areas.domain.Atlas;
import org.evenhall.areas.domain.Outline;
import org.evenhall.areas.store.AreaStore;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Change;
import org.evenhall.kernel.GeoPoint;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.Refused;
import org.evenhall.platform.Started;
import org.evenhall.platform.nodes.Trace;
import org.evenhall.platform.nodes.Traces;
import org.evenhall.platform.nodes.TracesFound;

/**
 * The door to the areas of a city. Areas change seldom and are asked for by every venue and every list, so that all of
 * them are held in memory and taken anew once a change is committed.
 */
@ApplicationScoped
@Transactional
public class Areas {

    private final AreaStore store;
    private final Event<AreasChanged> changed;
    private final Traces traces;
    private final AtomicInteger edition = new AtomicInteger();
    private volatile Atlas atlas;

    Areas() {
        this(null, null, null);
    }

    @Inject
    public Areas(AreaStore store, Event<AreasChanged> changed, Traces traces) {
        this.store = store;
        this.changed = changed;
        this.traces = traces;
    }

    /** A page of areas by level (the widest first), name and id; a filter that is null lets all through. */
    public Page<AreaView> list(Caller caller, String parent, Level level, int page, int size) {
        return store.list(parent, level, page, size).map(area -> view(area, caller));
    }

    public AreaView get(Caller caller, String id) {
        return view(atlas().find(id).orElseThrow(() -> Refused.notFound("area", id)), caller);
    }

    /** How the area is named in lists; empty for an id that is none, or null. */
    public Optional<AreaRef> ref(Caller caller, String id) {
        return atlas().ref(id, caller.locale());
    }

    /** How the reader calls these areas, in the order of their names; ids of none are left out. */
    public List<String> names(Caller caller, Collection<String> ids) {
        return ids.stream()
                .flatMap(id -> ref(caller, id).stream())
                .map(AreaRef::name)
                .sorted()
                .toList();
    }

    /** The area's id by the id that its source gave it. */
    public Optional<String> find(String externalId) {
        return store.byExternalId(externalId).map(Area::id);
    }

    /** The narrowest area that a point lies in; on a border, always the same one. */
    public Optional<String> at(GeoPoint point) {
        return atlas().at(point).map(Area::id);
    }

    /** Ids of the area and of those above it, the narrowest first; empty for an id that is none, or null. */
    public List<String> andAbove(String areaId) {
        return atlas().andAbove(areaId).stream().map(Area::id).toList();
    }

    /** The districts for a map, as GeoJSON in WGS 84: about 60 m exact, each with its id and names. */
    public String outlines() {
        return atlas().outlines();
    }

    /** Whom pages that show areas must name. */
    public List<String> attributions() {
        return atlas().attributions();
    }

    /**
     * Creates the area of that external id, or brings it to what is stated; the same statement twice changes nothing.
     * The area above must be there already.
     */
    public Change define(Caller caller, DefineArea stated) {
        caller.mustBeAdministrator();
        var known = store.byExternalId(stated.externalId());
        var area = area(known.map(Area::id).orElseGet(Ids::next), stated);
        if (known.isEmpty()) {
            store.add(area);
        } else if (!known.get().equals(area)) {
            store.change(area);
        } else {
            return new Change(area.id(), Change.Kind.UNCHANGED);
        }
        traces.leave(Trace.AREA, area.id());
        changed.fire(new AreasChanged());
        return new Change(area.id(), known.isEmpty() ? Change.Kind.CREATED : Change.Kind.UPDATED);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) AreasChanged event) {
        forget();
    }

    void othersChanged(@Observes @Priority(Started.DATA - 500) TracesFound found) {
        if (found.speakOf(Trace.AREA)) {
            forget();
        }
    }

    private void forget() {
        edition.incrementAndGet();
        atlas = null;
    }

    private Area area(String id, DefineArea stated) {
        String parent = stated.parent() == null
                ? null
                : find(stated.parent()).orElseThrow(() -> Refused.notFound("area", stated.parent()));
        var centre = Optional.ofNullable(stated.centre()).or(() -> Optional.ofNullable(stated.boundary())
                .map(Outline::read)
                .map(Outline::inside));
        return new Area(
                id,
                stated.externalId(),
                parent,
                stated.level(),
                stated.name(),
                stated.population(),
                stated.surface(),
                centre.map(GeoPoint::lat).orElse(null),
                centre.map(GeoPoint::lon).orElse(null),
                stated.boundary(),
                stated.attribution());
    }

    /** What was read while a change went by is given to who asked for it, but not kept. */
    private Atlas atlas() {
        var present = atlas;
        if (present == null) {
            int before = edition.get();
            present = new Atlas(store.all());
            if (edition.get() == before) {
                atlas = present;
            }
        }
        return present;
    }

    private AreaView view(Area area, Caller caller) {
        return new AreaView(
                area.id(),
                area.name().in(caller.locale()),
                area.level(),
                area.parentId(),
                atlas().path(area.id(), caller.locale()),
                area.population(),
                area.surface(),
                area.lat(),
                area.lon(),
                area.attribution());
    }
}
