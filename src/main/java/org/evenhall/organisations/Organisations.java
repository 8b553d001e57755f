package org.evenhall.organisations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenhall.areas.Areas;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Change;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.Refused;
import org.evenhall.organisations.store.OrganisationStore;

/** The door to the houses that open rooms. */
@ApplicationScoped
@Transactional
public class Organisations {

    private final OrganisationStore store;
    private final Areas areas;

    Organisations() {
        this(null, null);
    }

    @Inject
    public Organisations(OrganisationStore store, Areas areas) {
        this.store = store;
        this.areas = areas;
    }

    /** A page of the published organisations, by name and id. */
    public Page<OrganisationView> list(Caller caller, OrganisationQuery query) {
        return store.list(query).map(kept -> view(kept, caller));
    }

    /** A published organisation. */
    public OrganisationView get(Caller caller, String id) {
        return store.get(id)
                .filter(kept -> kept.stated().published())
                .map(kept -> view(kept, caller))
                .orElseThrow(() -> Refused.notFound("organisation", id));
    }

    /** The organisation's id by the id that its source gave it, published or not. */
    public Optional<String> find(String externalId) {
        return store.byExternalId(externalId).map(OrganisationStore.Kept::id);
    }

    /**
     * Ids of the organisation and of those above it, the lowest first: whoever has a right on one of them has it on the
     * organisation. Empty where there is no such organisation.
     */
    public List<String> andAbove(String id) {
        List<String> chain = new ArrayList<>();
        var each = store.get(id);
        while (each.isPresent() && !chain.contains(each.get().id())) {
            chain.add(each.get().id());
            each = Optional.ofNullable(each.get().parentId()).flatMap(store::get);
        }
        return chain;
    }

    /** Ids of these organisations and of all below them: a query a level, however many there are. */
    public Set<String> andBelow(Collection<String> ids) {
        Set<String> all = new HashSet<>();
        Set<String> level = store.known(ids);
        while (!level.isEmpty()) {
            all.addAll(level);
            level = store.below(level);
            level.removeAll(all);
        }
        return all;
    }

    /** Id of the organisation that it belongs to; empty where there is none. */
    public Optional<String> above(Caller caller, String id) {
        return store.get(id).map(OrganisationStore.Kept::parentId);
    }

    /** How the reader calls these organisations, in the order of their names; ids of none are left out. */
    public List<String> names(Caller caller, Collection<String> ids) {
        return named(caller, ids).values().stream().sorted().toList();
    }

    /** The same by id. */
    public Map<String, String> named(Caller caller, Collection<String> ids) {
        Map<String, String> named = new HashMap<>();
        store.names(ids).forEach((id, name) -> named.put(id, name.in(caller.locale())));
        return named;
    }

    /** Those of these ids that are an organisation's, published or not. */
    public Set<String> known(Collection<String> ids) {
        return store.known(ids);
    }

    /** Like {@link #defineAll} for one. */
    public Change define(Caller caller, DefineOrganisation stated) {
        return defineAll(caller, List.of(stated)).get(0);
    }

    /**
     * Creates each organisation, or brings it to what is stated; the same statement twice changes nothing. Up to a few
     * hundred at once, in one batch and one transaction.
     *
     * @param stated each external id once
     * @return what became of each, in the same order
     */
    public List<Change> defineAll(Caller caller, List<DefineOrganisation> stated) {
        caller.mustBeAdministrator();
        var known = store.byExternalIds(
                stated.stream().map(DefineOrganisation::externalId).toList());
        List<Change> changes = new ArrayList<>();
        List<OrganisationStore.Kept> created = new ArrayList<>();
        List<OrganisationStore.Kept> updated = new ArrayList<>();
        for (var each : stated) {
            var present = known.get(each.externalId());
            if (present == null) {
                var kept = new OrganisationStore.Kept(Ids.next(), null, each);
                created.add(kept);
                changes.add(new Change(kept.id(), Change.Kind.CREATED));
            } else if (present.stated().equals(each)) {
                changes.add(new Change(present.id(), Change.Kind.UNCHANGED));
            } else {
                updated.add(new OrganisationStore.Kept(present.id(), present.parentId(), each));
                changes.add(new Change(present.id(), Change.Kind.UPDATED));
            }
        }
        store.add(created);
        store.change(updated);
        return changes;
    }

    /** Hides organisations that their source no longer states, until it does again. */
    public void retire(Caller caller, Collection<String> externalIds) {
        caller.mustBeAdministrator();
        store.hide(new HashSet<>(externalIds));
    }

    private OrganisationView view(OrganisationStore.Kept kept, Caller caller) {
        var stated = kept.stated();
        return new OrganisationView(
                kept.id(),
                stated.name().in(caller.locale()),
                stated.kind(),
                areas.ref(caller, stated.areaId()).orElse(null),
                kept.parentId(),
                stated.website());
    }
}
