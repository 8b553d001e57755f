package org.evenhall.spaces;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhall.areas.Areas;
import org.evenhall.identity.Caller;
import org.evenhall.identity.Role;
import org.evenhall.identity.Thing;
import org.evenhall.kernel.Expected;
import org.evenhall.kernel.GeoPoint;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.organisations.Organisations;
import org.evenhall.platform.persistence.Retried;
import org.evenhall.spaces.domain.StatedSpace;
import org.evenhall.spaces.store.OwnedSites;
import org.evenhall.spaces.store.SpaceStore;
import org.evenhall.spaces.store.SpaceStore.Kept;
import org.evenhall.spaces.store.Statement;
import org.evenhall.spaces.store.VenueStore;

/**
 * The door for owners: what they open, they publish and change here. Whatever the calendar relies on (parts, capacity,
 * sharing) changes under the lock of the site, so that a booking sees it before or after, and never in between.
 */
@ApplicationScoped
@Transactional
public class Publishing {

    private static final int ALL_SEATS = StatedSpace.MOST_PARTS;

    private OwnedSites sites;
    private SpaceStore store;
    private VenueStore venues;
    private Catalogue catalogue;
    private Spaces spaces;
    private Organisations organisations;
    private Areas areas;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    protected Publishing() {}

    @Inject
    public Publishing(
            OwnedSites sites,
            SpaceStore store,
            VenueStore venues,
            Catalogue catalogue,
            Spaces spaces,
            Organisations organisations,
            Areas areas) {
        this.sites = sites;
        this.store = store;
        this.venues = venues;
        this.catalogue = catalogue;
        this.spaces = spaces;
        this.organisations = organisations;
        this.areas = areas;
    }

    /**
     * A space as whoever asks may see it.
     *
     * @param stated what its owner states, in all languages; null for everybody else
     */
    public record State(Listed listed, SpaceView view, PublishSpace stated) {}

    /** A published space, or one of one's own. */
    public State get(Caller caller, String id) {
        Listed space = seen(caller, id);
        List<Listed> site = catalogue.snapshot().ofSite(space.site());
        return new State(space, spaces.view(caller, space, site), owns(caller, space) ? stated(space, site) : null);
    }

    /** A published space, or one of one's own; anything else is not to be found. */
    public Listed seen(Caller caller, String id) {
        return catalogue
                .snapshot()
                .find(id)
                .filter(space -> catalogue.shows(space) || owns(caller, space))
                .orElseThrow(() -> Refused.notFound("space", id));
    }

    /** Refuses whoever is not the owner of a space that they may see. */
    public void mustOwn(Caller caller, Listed space) {
        caller.mustHave(Role.OWNER, things(space.organisation().id()));
    }

    private boolean owns(Caller caller, Listed space) {
        return caller.administrator()
                || caller.hasAnywhere(Role.OWNER)
                        && caller.has(Role.OWNER, things(space.organisation().id()));
    }

    private List<Thing> things(String organisationId) {
        return organisations.andAbove(organisationId).stream()
                .map(Thing::organisation)
                .toList();
    }

    /** The spaces that one may change: by house and site, the whole before its parts. */
    public Page<Listed> own(Caller caller, int page, int size) {
        caller.mustBeSignedIn();
        Set<String> owned = organisations.andBelow(caller.thingsWith(Role.OWNER, Thing.Kind.ORGANISATION));
        boolean all = caller.administrator() || caller.has(Role.OWNER, Set.of());
        List<Listed> own = catalogue.snapshot().all().stream()
                .filter(space -> all || owned.contains(space.organisation().id()))
                .sorted(Comparator.comparing(
                                (Listed space) -> space.venue().name().name())
                        .thenComparing(space -> space.venue().id())
                        .thenComparing(Listed::site)
                        .thenComparing(Listed::partFrom)
                        .thenComparing(space -> -space.breadth()))
                .toList();
        int from = (int) Math.min((long) page * size, own.size());
        return new Page<>(own.subList(from, Math.min(from + size, own.size())), own.size(), page, size);
    }

    /**
     * Publishes a new space, with the parts that it states.
     *
     * @throws Refused as forbidden where the house is somebody else's; as invalid with one violation per field
     */
    @Retried
    public State publish(Caller caller, PublishSpace wish) {
        caller.mustBeSignedIn();
        return publish(caller, wish, false);
    }

    /** The same, marked as made up for the demo. */
    public State publishForDemo(Caller caller, PublishSpace wish) {
        caller.mustBeAdministrator();
        return publish(caller, wish, true);
    }

    /** What {@link #publish} would answer; nothing is stored. */
    @Retried
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public State preview(Caller caller, PublishSpace wish) {
        caller.mustBeSignedIn();
        transactions.setRollbackOnly();
        return publish(caller, wish, false);
    }

    private State publish(Caller caller, PublishSpace wish, boolean demo) {
        refuse(StatedSpace.faultsOfNew(wish));
        String id = Ids.next();
        int room = wish.units() == null ? 1 : wish.units();
        if (wish.partOf() == null) {
            String venue = wish.venueId() == null ? newHouse(caller, wish.venue()) : house(caller, wish.venueId());
            Kept whole = Statement.of(id, venue, wish, demo);
            sites.found(whole, room, Statement.parts(whole, wish.parts()));
        } else {
            Listed whole = known(caller, wish.partOf(), "partOf");
            mustLieIn(whole.venue().id(), wish.venueId());
            Kept part = Statement.of(id, whole.venue().id(), wish, demo || whole.demo());
            sites.divide(
                    sites.lock(whole.site()),
                    whole.id(),
                    List.of(part),
                    Math.max(room, wish.parts().size()));
            if (!wish.parts().isEmpty()) {
                sites.divide(sites.of(whole.site()), id, Statement.parts(part, wish.parts()), 1);
            }
        }
        return state(caller, id);
    }

    /**
     * Makes seats of a room, each a part that can be chosen; they are numbered on from those that are there.
     *
     * @return the new ones, in order
     */
    @Retried
    public List<SpaceView.Part> addSeats(Caller caller, String id, Integer count) {
        caller.mustBeSignedIn();
        Listed room = known(caller, id, null);
        if (count == null || count < 1 || count > ALL_SEATS) {
            throw Refused.invalid(Violation.of("between", "count", "publish.seats", ALL_SEATS));
        }
        List<Listed> site = sites.lock(room.site());
        long present = site.stream()
                .filter(space ->
                        space.kind() == SpaceKind.SEAT && room(site, id).encloses(space))
                .count();
        Kept whole = store.find(id).orElseThrow();
        List<PublishSpace.Part> seats = new ArrayList<>();
        for (long number = present + 1; number <= present + count; number++) {
            seats.add(new PublishSpace.Part("Seat " + number, "座位 " + number, SpaceKind.SEAT, 1));
        }
        List<Kept> parts = Statement.parts(whole, seats);
        sites.divide(site, id, parts, 1);
        return parts.stream()
                .map(part -> new SpaceView.Part(part.id(), part.stated().name().in(caller.locale())))
                .toList();
    }

    /**
     * Changes a space to what is stated.
     *
     * @param expected the version that the caller has seen
     * @throws Refused as a conflict where bookings rely on what would change
     */
    @Retried
    public State change(Caller caller, String id, PublishSpace wish, Expected expected) {
        caller.mustBeSignedIn();
        return changed(caller, id, wish, expected);
    }

    /** What {@link #change} would answer; nothing is stored. */
    @Retried
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public State previewOfChange(Caller caller, String id, PublishSpace wish, Expected expected) {
        caller.mustBeSignedIn();
        transactions.setRollbackOnly();
        return changed(caller, id, wish, expected);
    }

    private State changed(Caller caller, String id, PublishSpace wish, Expected expected) {
        String siteId = known(caller, id, null).site();
        List<Listed> site = sites.lock(siteId);
        Listed present = room(site, id);
        expected.mustBe(present.version());
        refuse(StatedSpace.faultsOfChanged(wish, present.venue().id(), wholeOf(present, site)));
        Kept before = store.find(id).orElseThrow();
        sites.change(present, Statement.changed(before, wish));
        return state(caller, id);
    }

    /** A space that the caller may change, as stored; one that they may not even see is not to be found. */
    private Listed known(Caller caller, String id, String field) {
        Listed space = store.siteOf(id)
                .map(site -> room(sites.of(site), id))
                .filter(found -> found.published() || owns(caller, found))
                .orElseThrow(() -> field == null
                        ? Refused.notFound("space", id)
                        : Refused.invalid(Violation.of("unknown", field, "problem.not-found.space", id)));
        mustOwn(caller, space);
        return space;
    }

    private static Listed room(List<Listed> site, String id) {
        return site.stream().filter(space -> space.id().equals(id)).findFirst().orElseThrow();
    }

    private String house(Caller caller, String venueId) {
        String organisation = venues.organisationOf(venueId)
                .orElseThrow(
                        () -> Refused.invalid(Violation.of("unknown", "venueId", "publish.unknown-venue", venueId)));
        caller.mustHave(Role.OWNER, things(organisation));
        return venueId;
    }

    private String newHouse(Caller caller, PublishSpace.NewVenue venue) {
        if (organisations.andAbove(venue.organisationId()).isEmpty()) {
            throw Refused.invalid(Violation.of(
                    "unknown", "venue.organisationId", "problem.not-found.organisation", venue.organisationId()));
        }
        caller.mustHave(Role.OWNER, things(venue.organisationId()));
        String id = Ids.next();
        String area = areas.at(new GeoPoint(venue.lat(), venue.lon())).orElse(null);
        venues.add(Map.of(id, Statement.house(id, venue, area)));
        return id;
    }

    /** As this transaction leaves it. */
    private State state(Caller caller, String id) {
        List<Listed> site = sites.of(store.siteOf(id).orElseThrow());
        Listed space = room(site, id);
        return new State(space, spaces.view(caller, space, site), stated(space, site));
    }

    private PublishSpace stated(Listed space, List<Listed> site) {
        return new PublishSpace(
                space.venue().id(),
                null,
                wholeOf(space, site),
                null,
                space.name().name(),
                space.name().nameZh(),
                space.description().name(),
                space.description().nameZh(),
                space.kind(),
                space.capacity(),
                space.sharing(),
                space.amenities(),
                space.stepFree(),
                store.find(space.id()).map(Kept::published).orElseThrow(),
                List.of());
    }

    private static void mustLieIn(String present, String said) {
        if (said != null && !said.equals(present)) {
            throw Refused.invalid(Violation.of("one-of", "venueId", "publish.where"));
        }
    }

    private static String wholeOf(Listed part, List<Listed> site) {
        return site.stream()
                .filter(other -> other.encloses(part))
                .min(Comparator.comparing(Listed::breadth))
                .map(Listed::id)
                .orElse(null);
    }

    private static void refuse(List<Violation> faults) {
        if (!faults.isEmpty()) {
            throw Refused.invalid(faults);
        }
    }
}
