package org.evenhall.spaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenhall.spaces.ListedSpaces.BERLIN;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.evenhall.areas.Areas;
import org.evenhall.areas.store.AreaStore;
import org.evenhall.identity.Caller;
import org.evenhall.identity.Caller.Right;
import org.evenhall.identity.Role;
import org.evenhall.identity.Thing;
import org.evenhall.kernel.Expected;
import org.evenhall.kernel.GeoPoint;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.Named;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.organisations.Organisations;
import org.evenhall.organisations.store.OrganisationStore;
import org.evenhall.platform.nodes.Node;
import org.evenhall.platform.nodes.Traces;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.spaces.store.CatalogueStore;
import org.evenhall.spaces.store.OwnedSites;
import org.evenhall.spaces.store.SitesChanged;
import org.evenhall.spaces.store.SpaceStore;
import org.evenhall.spaces.store.VenueStore;
import org.evenhall.store.Databases;
import org.evenhall.store.Fired;
import org.evenhall.store.Transactions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublishingTest {

    /** The door over a real database, without a server; every house is new. */
    private static final class World {

        final Transactions transactions;
        final Sql sql;
        final Catalogue catalogue;
        final Publishing publishing;
        final Spaces spaces;
        final Fired<SitesChanged> changed = new Fired<>();
        final String organisation = Ids.next();
        final Caller owner = owning(organisation);

        World(Databases database) {
            transactions = new Transactions(database.shared());
            sql = transactions.sql(database);
            var traces = new Traces(sql, new Node());
            var listing = new CatalogueStore(sql);
            catalogue = new Catalogue(listing);
            var areas = new Areas(new AreaStore(sql), new Fired<>(), traces);
            spaces = new Spaces(new VenueStore(sql), new SpaceStore(sql), catalogue);
            publishing = new Publishing(
                    new OwnedSites(new SpaceStore(sql), listing, List.<ReliesOnSpaces>of(), changed, traces),
                    new SpaceStore(sql),
                    new VenueStore(sql),
                    catalogue,
                    spaces,
                    new Organisations(new OrganisationStore(sql), areas),
                    areas);
            sql.update(
                    "INSERT INTO organisation (id, external_id, kind, name, published, version) VALUES (?, ?,"
                            + " 'SCHOOL', 'School', TRUE, 0)",
                    organisation,
                    organisation);
        }

        static Caller owning(String organisation) {
            return new Caller(
                    "owner", "Owner", Locale.ENGLISH, Set.of(new Right(Role.OWNER, Thing.organisation(organisation))));
        }

        Publishing.State publish(Caller caller, PublishSpace wish) {
            var state = transactions.run(() -> publishing.publish(caller, wish));
            follow();
            return state;
        }

        void follow() {
            changed.take().forEach(each -> catalogue.reload(each.sites()));
        }

        Publishing.State hall() {
            return publish(owner, aRoom("Hall", 60, null, house(organisation)));
        }

        Publishing.State part(String name, Publishing.State whole) {
            return publish(owner, aRoom(name, 30, whole.listed().id(), null));
        }

        Listed now(Publishing.State state) {
            return catalogue.snapshot().find(state.listed().id()).orElseThrow();
        }
    }

    private static PublishSpace.NewVenue house(String organisation) {
        return new PublishSpace.NewVenue(organisation, "House", "楼", "Lindenstraße 1", 52.5, 13.4, BERLIN, "DE", "be");
    }

    private static PublishSpace aRoom(String name, Integer capacity, String partOf, PublishSpace.NewVenue house) {
        return new PublishSpace(
                null,
                house,
                partOf,
                null,
                name,
                "厅",
                "Good for much.",
                null,
                SpaceKind.SPORTS_HALL,
                capacity,
                null,
                Set.of(Amenity.STAGE),
                true,
                null,
                null);
    }

    private static PublishSpace like(PublishSpace stated, String name, Boolean published) {
        return new PublishSpace(
                stated.venueId(),
                null,
                stated.partOf(),
                null,
                name,
                stated.nameZh(),
                stated.description(),
                stated.descriptionZh(),
                stated.kind(),
                stated.capacity(),
                stated.sharing(),
                stated.amenities(),
                stated.stepFree(),
                published,
                null);
    }

    @ParameterizedTest
    @EnumSource
    void whatAnOwnerPublishesIsInTheCatalogueAsStated(Databases database) {
        var world = new World(database);
        var made = world.hall();

        var listed = world.now(made);
        assertThat(listed.name().in(Locale.CHINESE)).isEqualTo("厅");
        assertThat(listed.capacity()).isEqualTo(60);
        assertThat(listed.sharing()).isEqualTo(Sharing.WHOLE);
        assertThat(listed.published()).isTrue();
        assertThat(listed.demo()).isFalse();
        assertThat(listed.venue().name().name()).isEqualTo("House");
        assertThat(made.stated())
                .isEqualTo(world.publishing.get(world.owner, listed.id()).stated());
        assertThat(made.stated().venueId()).isEqualTo(listed.venue().id());
        assertThat(world.publishing
                        .get(Caller.anonymous(Locale.ENGLISH), listed.id())
                        .stated())
                .as("not for everybody")
                .isNull();
    }

    @ParameterizedTest
    @EnumSource
    void halvesAndQuartersTouchTheirWholesAndNotEachOther(Databases database) {
        var world = new World(database);
        var hall = world.hall();
        var left = world.part("Left", hall);
        var right = world.part("Right", hall);
        var front = world.part("Left front", left);
        var back = world.part("Left back", left);

        assertThat(world.now(hall).encloses(world.now(front))).isTrue();
        assertThat(world.now(left).encloses(world.now(back))).isTrue();
        assertThat(world.now(left).touches(world.now(right))).isFalse();
        assertThat(world.now(front).touches(world.now(back))).isFalse();
        assertThat(world.now(right).touches(world.now(back))).isFalse();
        assertThat(world.publishing.get(world.owner, hall.listed().id()).view().parts())
                .extracting(SpaceView.Part::name)
                .containsExactlyInAnyOrder("Left", "Right", "Left front", "Left back");
        assertThat(world.publishing.get(world.owner, back.listed().id()).view().partOf())
                .extracting(SpaceView.Part::name)
                .containsExactly("Left", "Hall");
    }

    @ParameterizedTest
    @EnumSource
    void seatsAreNumberedOn(Databases database) {
        var world = new World(database);
        var hall = world.hall();
        var first = world.transactions.run(
                () -> world.publishing.addSeats(world.owner, hall.listed().id(), 40));
        var more = world.transactions.run(
                () -> world.publishing.addSeats(world.owner, hall.listed().id(), 2));
        world.follow();

        assertThat(first).hasSize(40).last().extracting(SpaceView.Part::name).isEqualTo("Seat 40");
        assertThat(more).extracting(SpaceView.Part::name).containsExactly("Seat 41", "Seat 42");
        assertThat(world.catalogue.snapshot().touching(world.now(hall))).hasSize(43);
        var seat = world.catalogue.snapshot().find(more.get(0).id()).orElseThrow();
        assertThat(world.catalogue.snapshot().touching(seat)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void aChangeNeedsTheVersionThatIsThere(Databases database) {
        var world = new World(database);
        var hall = world.hall();
        String id = hall.listed().id();
        var changed = world.transactions.run(() ->
                world.publishing.change(world.owner, id, like(hall.stated(), "Great hall", true), Expected.version(0)));

        assertThat(changed.listed().version()).isEqualTo(1);
        assertThat(changed.view().name()).isEqualTo("Great hall");
        assertThatThrownBy(() -> world.transactions.run(() -> world.publishing.change(
                        world.owner, id, like(hall.stated(), "Old hall", true), Expected.version(0))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.STALE));
    }

    @ParameterizedTest
    @EnumSource
    void somebodyElseMayNotChangeWhatIsPublishedAndDoesNotFindWhatIsNot(Databases database) {
        var world = new World(database);
        var hall = world.hall();
        String id = hall.listed().id();
        var other = World.owning("another organisation");

        assertThat(reason(world, () -> world.publishing.change(other, id, hall.stated(), Expected.ANY)))
                .isEqualTo(Reason.FORBIDDEN);
        assertThat(reason(world, () -> world.publishing.publish(other, aRoom("Part", 5, id, null))))
                .isEqualTo(Reason.FORBIDDEN);
        assertThat(reason(
                        world,
                        () -> world.publishing.publish(other, aRoom("Hall", 5, null, house(world.organisation)))))
                .isEqualTo(Reason.FORBIDDEN);
        assertThat(reason(
                        world,
                        () -> world.publishing.change(
                                Caller.anonymous(Locale.ENGLISH), id, hall.stated(), Expected.ANY)))
                .isEqualTo(Reason.UNAUTHENTICATED);

        world.transactions.run(
                () -> world.publishing.change(world.owner, id, like(hall.stated(), "Hidden", false), Expected.ANY));
        world.follow();

        assertThat(reason(world, () -> world.publishing.change(other, id, hall.stated(), Expected.ANY)))
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(reason(world, () -> world.publishing.get(other, id))).isEqualTo(Reason.NOT_FOUND);
        assertThat(world.publishing.get(world.owner, id).listed().published()).isFalse();
    }

    private static Reason reason(World world, Runnable work) {
        try {
            world.transactions.run(work);
            return null;
        } catch (Refused refused) {
            return refused.reason();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theOwnerOfAnOrganisationAboveMayPublishToo(Databases database) {
        var world = new World(database);
        String above = Ids.next();
        world.sql.update(
                "INSERT INTO organisation (id, external_id, kind, name, published, version) VALUES (?, ?, 'SCHOOL',"
                        + " 'Board', TRUE, 0)",
                above,
                above);
        world.sql.update("UPDATE organisation SET parent_id = ? WHERE id = ?", above, world.organisation);

        var made = world.publish(World.owning(above), aRoom("Hall", 5, null, house(world.organisation)));

        assertThat(world.now(made).published()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void eachWrongFieldIsNamed(Databases database) {
        var world = new World(database);
        var nowhere = new PublishSpace(
                null,
                null,
                null,
                0,
                " ",
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                null,
                null,
                List.of(new PublishSpace.Part(null, null, null, null)));

        assertThatThrownBy(() -> world.publish(world.owner, nowhere))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.violations())
                        .extracting(Violation::field)
                        .containsExactlyInAnyOrder("name", "kind", "capacity", "venueId", "units", "parts[0].name"));
    }

    @ParameterizedTest
    @EnumSource
    void anImportLeavesAloneWhatAnOwnerStates(Databases database) {
        var world = new World(database);
        String source = "file-" + Ids.next();
        var room = new DefineSpace(
                source + ":room",
                SpaceKind.STUDY_ROOM,
                new Named("As filed", null),
                new Named(null, null),
                8,
                Sharing.WHOLE,
                Set.of(),
                false,
                false);
        var filed = world.transactions
                .run(() -> world.spaces.defineAll(Caller.system(), List.of(venue(world, source, "1", room))))
                .get(0)
                .spaceIds()
                .get(0);
        world.catalogue.reload();
        var stated = world.publishing.get(world.owner, filed).stated();
        world.transactions.run(
                () -> world.publishing.change(world.owner, filed, like(stated, "As owned", true), Expected.ANY));
        var beside = new PublishSpace(
                stated.venueId(),
                null,
                null,
                null,
                "Beside",
                null,
                null,
                null,
                SpaceKind.CLASSROOM,
                5,
                null,
                null,
                null,
                null,
                null);
        var own = world.publish(world.owner, beside);

        world.transactions.run(() -> world.spaces.defineAll(Caller.system(), List.of(venue(world, source, "2", room))));
        world.catalogue.reload();

        assertThat(world.catalogue.snapshot().find(filed).orElseThrow().name().name())
                .isEqualTo("As owned");
        assertThat(world.now(own).published()).isTrue();
    }

    private static DefineVenue venue(World world, String source, String hash, DefineSpace room) {
        return new DefineVenue(
                source + ":house",
                world.organisation,
                null,
                new Named("Filed house", null),
                null,
                new GeoPoint(52.5, 13.4),
                BERLIN,
                "DE",
                "be",
                null,
                null,
                null,
                source,
                source,
                null,
                true,
                hash,
                List.of(room));
    }
}
