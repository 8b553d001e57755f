package org.evenhall.bookings.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.bookings.desk.BookersWorld.MONDAY;
import static org.evenhall.bookings.desk.BookersWorld.NOON;
import static org.evenhall.bookings.desk.BookersWorld.slot;
import static org.evenhall.spaces.ListedSpaces.aSpace;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.evenhall.bookings.domain.Ledger.Entry;
import org.evenhall.kernel.Ids;
import org.evenhall.store.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LimitsTest {

    @ParameterizedTest
    @EnumSource
    void countsWhatHoldsOrHeldItsTime(Databases database) {
        var world = new BookersWorld(database);
        var person = world.person();
        var room = world.room();
        for (String status :
                List.of("REQUESTED", "CONFIRMED", "CHECKED_IN", "COMPLETED", "NO_SHOW", "CANCELLED", "DECLINED")) {
            world.booking(person, room, slot(MONDAY, 10, 1), MONDAY, status);
        }
        world.booking(world.person(), room, slot(MONDAY, 10, 1), MONDAY, "CONFIRMED");

        var entries = world.limits.entries(Set.of(person), NOON, null, NOON);

        assertThat(entries).hasSize(5);
        assertThat(entries).filteredOn(Entry::open).hasSize(3);
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.day()).isEqualTo(MONDAY);
            assertThat(entry.slot().length()).isEqualTo(Duration.ofHours(1));
            assertThat(entry.within()).containsExactlyInAnyOrder(room.id(), "organisation");
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDueNoLongerStandsInTheWayWhetherOrNotATimerRan(Databases database) {
        var world = new BookersWorld(database);
        var person = world.person();
        var room = world.room();
        var undecided = world.booking(person, room, slot(MONDAY, 10, 1), MONDAY, "REQUESTED");
        var missed = world.booking(person, room, slot(MONDAY, 12, 1), MONDAY, "CONFIRMED");
        var proposedInVain = world.booking(person, room, slot(MONDAY, 14, 1), MONDAY, "CONFIRMED");
        world.sql.update("UPDATE booking SET decide_until = ? WHERE id = ?", NOON, undecided);
        world.sql.update("UPDATE booking SET proposal_until = ? WHERE id = ?", NOON, proposedInVain);
        world.sql.update("UPDATE booking SET check_in_until = ? WHERE id = ?", NOON, missed);

        assertThat(world.limits.entries(Set.of(person), NOON, null, NOON.minusMillis(1)))
                .hasSize(3)
                .allMatch(Entry::open);
        assertThat(world.limits.entries(Set.of(person), NOON, null, NOON))
                .singleElement()
                .matches(entry -> !entry.open());
    }

    @ParameterizedTest
    @EnumSource
    void looksAsFarBackAsAskedAndLeavesOutWhatIsBeingMoved(Databases database) {
        var world = new BookersWorld(database);
        var person = world.person();
        var room = world.room();
        world.booking(person, room, slot(MONDAY.minusDays(2), 10, 1), MONDAY.minusDays(2), "COMPLETED");
        var moved = world.booking(person, room, slot(MONDAY, 10, 1), MONDAY, "CONFIRMED");

        assertThat(world.limits.entries(Set.of(person), NOON, null, NOON)).hasSize(1);
        assertThat(world.limits.entries(Set.of(person), NOON, moved, NOON)).isEmpty();
        assertThat(world.limits.entries(Set.of(person), NOON.minus(Duration.ofDays(7)), null, NOON))
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void aPartLiesInItsWhole(Databases database) {
        var world = new BookersWorld(database);
        var person = world.person();
        var hall = world.stored(aSpace(Ids.next()).partOf(Ids.next(), 0, 8).listed());
        var half = world.stored(aSpace(Ids.next()).partOf(hall.site(), 0, 4).listed());
        world.booking(person, half, slot(MONDAY, 10, 1), MONDAY, "CONFIRMED");
        world.booking(person, hall, slot(MONDAY, 12, 1), MONDAY, "CONFIRMED");

        assertThat(world.limits.entries(Set.of(person), NOON, null, NOON))
                .extracting(Entry::within)
                .containsExactlyInAnyOrder(
                        Set.of(half.id(), hall.id(), "organisation"), Set.of(hall.id(), "organisation"));
    }

    @ParameterizedTest
    @EnumSource
    void weeksAndMonthsEndWhereTheCalendarEndsThem(Databases database) {
        var world =
                new BookersWorld(database).where("hours-per-week-in-city", "3").where("hours-per-month-in-city", "5");
        var person = world.person();
        var room = world.room();
        assertThat(world.book(person, room, slot(MONDAY, 18, 3))).isEmpty();
        assertThat(world.book(person, room, slot(MONDAY.plusDays(6), 18, 1))).containsExactly("hours-per-week-in-city");
        assertThat(world.book(person, room, slot(MONDAY.plusDays(7), 18, 2))).isEmpty();
        assertThat(world.book(person, room, slot(MONDAY.plusDays(7), 20, 1)))
                .as("30 November: in the next week, but in the same month")
                .containsExactly("hours-per-month-in-city");
        assertThat(world.book(person, room, slot(MONDAY.plusDays(8), 18, 1)))
                .as("1 December")
                .isEmpty();
    }
}
