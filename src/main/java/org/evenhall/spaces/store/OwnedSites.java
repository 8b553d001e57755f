package org.evenhall.spaces.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhall.platform.nodes.Trace;
import org.evenhall.platform.nodes.Traces;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.ReliesOnSpaces;
import org.evenhall.spaces.domain.Division;
import org.evenhall.spaces.domain.Division.Range;
import org.evenhall.spaces.store.SpaceStore.Kept;
import org.evenhall.spaces.store.SpaceStore.Placed;

/**
 * Sites as owners change them: under the lock of the site, with everybody asked who relies on its spaces, and with a
 * trace for other nodes.
 */
@ApplicationScoped
public class OwnedSites {

    private final SpaceStore spaces;
    private final CatalogueStore listing;
    private final Iterable<ReliesOnSpaces> relying;
    private final Event<SitesChanged> changed;
    private final Traces traces;

    OwnedSites() {
        this(null, null, (Iterable<ReliesOnSpaces>) null, null, null);
    }

    @Inject
    public OwnedSites(
            SpaceStore spaces,
            CatalogueStore listing,
            Instance<ReliesOnSpaces> relying,
            Event<SitesChanged> changed,
            Traces traces) {
        this(spaces, listing, (Iterable<ReliesOnSpaces>) relying, changed, traces);
    }

    public OwnedSites(
            SpaceStore spaces,
            CatalogueStore listing,
            Iterable<ReliesOnSpaces> relying,
            Event<SitesChanged> changed,
            Traces traces) {
        this.spaces = spaces;
        this.listing = listing;
        this.relying = relying;
        this.changed = changed;
        this.traces = traces;
    }

    /** The spaces of a site as this transaction sees them. */
    public List<Listed> of(String site) {
        return listing.ofSites(Set.of(site));
    }

    /** The spaces of a site as they are and stay until the transaction ends. */
    public List<Listed> lock(String site) {
        spaces.lockSite(site);
        return of(site);
    }

    /**
     * A site of its own.
     *
     * @param room for how many parts there is room from the beginning
     */
    public void found(Kept whole, int room, List<Kept> parts) {
        spaces.addSite(whole.id());
        var division = new Division(Map.of(whole.id(), new Range(0, Math.max(room, parts.size()))));
        List<Kept> all = new ArrayList<>(List.of(whole));
        all.addAll(parts);
        for (Kept part : parts) {
            division = division.with(part.id(), whole.id(), 1);
        }
        add(all, whole.id(), division);
        tell(whole.id());
    }

    /**
     * Adds parts to a space of a site that is locked.
     *
     * @param present all spaces of the site
     * @param whole id of the space that gets parts
     * @param room for how many parts of its own each has room from the beginning
     */
    public void divide(List<Listed> present, String whole, List<Kept> parts, int room) {
        String site = present.get(0).site();
        Map<String, Range> before = new HashMap<>();
        present.forEach(space -> before.put(space.id(), new Range(space.partFrom(), space.partTo())));
        var division = new Division(before);
        for (Kept part : parts) {
            division = division.with(part.id(), whole, room);
        }
        Map<String, Range> moved = new HashMap<>(division.ranges());
        moved.keySet().retainAll(before.keySet());
        moved.entrySet().removeAll(before.entrySet());
        if (!moved.isEmpty()) {
            spaces.place(moved);
            List<Listed> divided = of(site).stream()
                    .filter(space -> moved.containsKey(space.id()))
                    .toList();
            relying.forEach(each -> each.divided(divided));
        }
        add(parts, site, division);
        tell(site);
    }

    private void add(List<Kept> added, String site, Division division) {
        spaces.addOwned(added.stream()
                .map(each -> new Placed(each, site, division.ranges().get(each.id())))
                .collect(Collectors.toList()));
    }

    /** Changes a space of a site that is locked. */
    public void change(Listed present, Kept wanted) {
        Listed after = present.standing(
                present.partFrom(),
                present.partTo(),
                wanted.stated().capacity(),
                wanted.stated().sharing(),
                wanted.published());
        relying.forEach(each -> each.mustBear(present, after));
        spaces.changeOwned(wanted);
        tell(present.site());
    }

    private void tell(String site) {
        traces.leave(Trace.SPACE, site);
        changed.fire(new SitesChanged(Set.of(site)));
    }
}
