package org.evenhall.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenhall.availability.CalendarWorld.SOMEBODY;
import static org.evenhall.availability.CalendarWorld.slot;
import static org.evenhall.availability.CalendarWorld.wish;
import static org.evenhall.spaces.ListedSpaces.aSpace;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.evenhall.availability.store.SpacesInUse;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.Named;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;
import org.evenhall.platform.nodes.Node;
import org.evenhall.platform.nodes.Traces;
import org.evenhall.spaces.DefineSpace;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.Sharing;
import org.evenhall.spaces.SpaceKind;
import org.evenhall.spaces.store.CatalogueStore;
import org.evenhall.spaces.store.OwnedSites;
import org.evenhall.spaces.store.SpaceStore;
import org.evenhall.store.Databases;
import org.evenhall.store.Fired;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpacesInUseTest {

    private static final TimeRange EVENING = slot("2026-11-23T18:00:00Z", "2026-11-23T20:00:00Z");

    private static SpacesInUse uses(CalendarWorld world) {
        return new SpacesInUse(world.sql, Clock.fixed(CalendarWorld.NOON, ZoneOffset.UTC));
    }

    private static OwnedSites sites(CalendarWorld world) {
        return new OwnedSites(
                new SpaceStore(world.sql),
                new CatalogueStore(world.sql),
                List.of(uses(world)),
                new Fired<>(),
                new Traces(world.sql, new Node()));
    }

    /** The part as stored; the rest of the site may have been numbered anew for it. */
    private static Listed part(CalendarWorld world, OwnedSites sites, Listed whole) {
        String id = Ids.next();
        var stated = new DefineSpace(
                id,
                SpaceKind.STUDY_ROOM,
                new Named("Part", null),
                new Named(null, null),
                4,
                Sharing.WHOLE,
                Set.of(),
                false,
                false);
        String venue = sites.of(whole.site()).get(0).venue().id();
        world.transactions.run(() -> sites.divide(
                sites.lock(whole.site()), whole.id(), List.of(new SpaceStore.Kept(id, venue, true, stated, true)), 1));
        return sites.of(whole.site()).stream()
                .filter(space -> space.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void claimsAreNumberedAnewWithTheirSpaces(Databases database) {
        var world = new CalendarWorld(database);
        var sites = sites(world);
        String root = Ids.next();
        Listed hall = world.stored(aSpace(root).listed());
        Listed half = world.known(part(world, sites, hall));
        world.claim(wish(half, EVENING));
        Listed other = half;
        for (int i = 0; i < 20; i++) {
            other = world.known(part(world, sites, hall));
        }

        Listed far = other;
        assertThatThrownBy(() -> world.claim(wish(hall, EVENING)))
                .as("the whole is taken by its half, although the caller knows old numbers")
                .isInstanceOf(SlotTaken.class);
        world.claim(wish(far, EVENING));
        assertThatThrownBy(() -> world.claim(wish(half, EVENING))).isInstanceOf(SlotTaken.class);
    }

    @ParameterizedTest
    @EnumSource
    void capacityIsNotLoweredBelowWhatIsBookedAtOnce(Databases database) {
        var world = new CalendarWorld(database);
        Listed room = world.stored(aSpace(Ids.next()).listed());
        claimPlaces(world, room, 3, EVENING);
        claimPlaces(world, room, 2, slot("2026-11-23T19:00:00Z", "2026-11-23T21:00:00Z"));
        claimPlaces(world, room, 4, slot("2026-11-24T19:00:00Z", "2026-11-24T21:00:00Z"));
        Listed byPlaces = room.standing(0, 1, 8, Sharing.PLACES, true);

        uses(world).mustBear(byPlaces, byPlaces.standing(0, 1, 5, Sharing.PLACES, true));
        assertThatThrownBy(() -> uses(world).mustBear(byPlaces, byPlaces.standing(0, 1, 4, Sharing.PLACES, true)))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.CONFLICT);
                    assertThat(refused.args()).containsExactly(5);
                });
    }

    private static void claimPlaces(CalendarWorld world, Listed room, int places, TimeRange slot) {
        world.sql.update(
                "INSERT INTO claim (id, site_id, space_id, part_from, part_to, start_at, end_at, busy_from, busy_until,"
                        + " whole, places, holder_kind, holder_id, day, evening_seconds, created_at)"
                        + " VALUES (?, ?, ?, 0, 1, ?, ?, ?, ?, FALSE, ?, 'BOOKING', ?, 0, 0, 0)",
                Ids.next(),
                room.site(),
                room.id(),
                slot.start(),
                slot.end(),
                slot.start(),
                slot.end(),
                places,
                Ids.next());
    }

    @ParameterizedTest
    @EnumSource
    void howItIsGivenOutDoesNotChangeUnderBookingsToCome(Databases database) {
        var world = new CalendarWorld(database);
        Listed room = world.stored(aSpace(Ids.next()).listed());
        Listed byPlaces = room.standing(0, 1, 8, Sharing.PLACES, true);
        uses(world).mustBear(room, byPlaces);
        world.transactions.run(() -> world.calendar.claim(SOMEBODY, wish(room, EVENING)));

        assertThatThrownBy(() -> uses(world).mustBear(room, byPlaces))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("publish.sharing-in-use"));
    }
}
