package org.evenhall.spaces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Change;
import org.evenhall.kernel.Ids;
import org.evenhall.spaces.store.SpaceStore;
import org.evenhall.spaces.store.VenueStore;

/**
 * The door to venues and spaces. Reading is answered by the {@link Catalogue}; whoever writes here sees to it that the
 * catalogue is taken anew when all is committed.
 */
@ApplicationScoped
@Transactional
public class Spaces {

    private final VenueStore venues;
    private final SpaceStore spaces;
    private final Catalogue catalogue;

    Spaces() {
        this(null, null, null);
    }

    @Inject
    public Spaces(VenueStore venues, SpaceStore spaces, Catalogue catalogue) {
        this.venues = venues;
        this.spaces = spaces;
        this.catalogue = catalogue;
    }

    /** What became of a venue that was stated, and the ids of its spaces in the order in which they were stated. */
    public record DefinedVenue(Change change, List<String> spaceIds) {

        public DefinedVenue {
            spaceIds = List.copyOf(spaceIds);
        }
    }

    /** A published space with all that its page shows. */
    public SpaceView get(Caller caller, String id) {
        var space = catalogue.published(id);
        return view(caller, space, catalogue.snapshot().ofSite(space.site()));
    }

    /** @param site all spaces of its site */
    SpaceView view(Caller caller, Listed space, List<Listed> site) {
        var card = space.card(caller.locale(), null);
        var contact = venues.contact(space.venue().id());
        var largestFirst = Comparator.comparing(Listed::breadth).reversed();
        String wheelchair = space.venue().wheelchair();
        return new SpaceView(
                card.id(),
                card.name(),
                card.kind(),
                card.capacity(),
                card.sharing(),
                card.venue(),
                card.organisation(),
                card.area(),
                card.amenities(),
                card.stepFree(),
                null,
                card.demo(),
                space.description().in(caller.locale()),
                List.of(),
                Map.of("wheelchair", wheelchair == null ? "unknown" : wheelchair),
                related(caller, site, largestFirst, space::encloses),
                related(caller, site, largestFirst.reversed(), other -> other.encloses(space)),
                contact.website(),
                contact.phone(),
                space.venue().attribution());
    }

    /** All venues, in short, for comparing them with what a file states. */
    public List<KnownVenue> known(Caller caller) {
        caller.mustBeAdministrator();
        return venues.known();
    }

    /** Where most venues are; nothing as long as there are none. */
    public Optional<Place> commonPlace() {
        return venues.commonPlace();
    }

    /**
     * Creates each venue with its spaces, or brings them to what is stated; spaces that are not stated again are
     * hidden, and a venue that was gone is back. Spaces that their owners publish are left alone. Some hundred rows at
     * once, in one transaction.
     *
     * @param stated each external id once
     * @return what became of each, in the same order
     */
    public List<DefinedVenue> defineAll(Caller caller, List<DefineVenue> stated) {
        caller.mustBeAdministrator();
        var present =
                venues.present(stated.stream().map(DefineVenue::externalId).toList());
        Map<String, DefineVenue> created = new LinkedHashMap<>();
        Map<String, DefineVenue> updated = new LinkedHashMap<>();
        List<Change> changes = new ArrayList<>();
        for (var venue : stated) {
            var known = present.get(venue.externalId());
            if (known == null) {
                String id = Ids.next();
                created.put(id, venue);
                changes.add(new Change(id, Change.Kind.CREATED));
            } else if (known.gone() || !known.contentHash().equals(venue.contentHash())) {
                updated.put(known.id(), venue);
                changes.add(new Change(known.id(), Change.Kind.UPDATED));
            } else {
                changes.add(new Change(known.id(), Change.Kind.UNCHANGED));
            }
        }
        venues.add(created);
        venues.change(updated);
        return defineSpaces(stated, changes);
    }

    private List<DefinedVenue> defineSpaces(List<DefineVenue> stated, List<Change> changes) {
        var known = spaces.ofVenues(changes.stream()
                .filter(change -> change.kind() != Change.Kind.CREATED)
                .map(Change::id)
                .toList());
        List<DefinedVenue> defined = new ArrayList<>();
        List<SpaceStore.Kept> created = new ArrayList<>();
        List<SpaceStore.Kept> updated = new ArrayList<>();
        for (int i = 0; i < stated.size(); i++) {
            List<String> ids = new ArrayList<>();
            for (var space : stated.get(i).spaces()) {
                var present = known.remove(space.externalId());
                String id = present == null ? Ids.next() : present.id();
                var kept = new SpaceStore.Kept(id, changes.get(i).id(), true, space, false);
                if (present == null) {
                    created.add(kept);
                } else if (!present.byOwner() && !present.equals(kept)) {
                    updated.add(kept);
                }
                ids.add(id);
            }
            defined.add(new DefinedVenue(changes.get(i), ids));
        }
        spaces.add(created);
        spaces.change(updated);
        spaces.hide(known.values().stream()
                .filter(space -> space.published() && !space.byOwner())
                .map(SpaceStore.Kept::id)
                .toList());
        return defined;
    }

    /** Says which succession of files states these venues from now on. */
    public void assign(Caller caller, Collection<String> externalIds, String lineage) {
        caller.mustBeAdministrator();
        venues.assign(new HashSet<>(externalIds), lineage);
    }

    /** Hides venues that their source no longer states, with all of their spaces. Bookings stay. */
    public void retire(Caller caller, Collection<String> externalIds) {
        caller.mustBeAdministrator();
        venues.retire(new HashSet<>(externalIds));
    }

    private static List<SpaceView.Part> related(
            Caller caller, List<Listed> site, Comparator<Listed> order, Predicate<Listed> relation) {
        return site.stream()
                .filter(other -> other.published() && relation.test(other))
                .sorted(order.thenComparing(Listed::partFrom).thenComparing(Listed::id))
                .map(other -> new SpaceView.Part(other.id(), other.name().in(caller.locale())))
                .toList();
    }
}
