package org.evenhall.bookings.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.evenhall.availability.Holder;
import org.evenhall.bookings.BookingNews.Kind;
import org.evenhall.bookings.Waitlist.EntryStatus;
import org.evenhall.bookings.Waitlist.WantedFilters;
import org.evenhall.bookings.domain.Waiting;
import org.evenhall.bookings.domain.Wishes;
import org.evenhall.kernel.TimeRange;
import org.evenhall.proof.Size;
import org.evenhall.spaces.Amenity;
import org.evenhall.spaces.Listed;
import org.evenhall.store.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QueueTest {

    private static final TimeRange EVENING = Wishes.slot("2026-11-23T18:30", "2026-11-23T20:30");

    private static WantedFilters within(int metres, double lat, double lon) {
        return new WantedFilters(
                null, null, null, null, null, lat + "," + lon, metres, null, Set.of(Amenity.WIFI), false);
    }

    @ParameterizedTest
    @EnumSource
    void freedTimeIsHeldForTheFirstInLineAndNobodyElseHasIt(Databases database) {
        var world = new QueueWorld(database);
        Listed room = world.room();
        Holder booked = world.book(room, EVENING);
        Waiting first = world.waitsFor(room, EVENING);
        Waiting second = world.waitsFor(room, EVENING);

        world.giveBack(room, booked);

        assertThat(world.status(first)).isEqualTo(EntryStatus.OFFERED);
        assertThat(world.now(first).offerUntil()).isEqualTo(Wishes.NOW.plus(Duration.ofHours(2)));
        assertThat(world.timers).containsEntry(first.id(), Wishes.NOW.plus(Duration.ofHours(2)));
        assertThat(world.status(second)).isEqualTo(EntryStatus.WAITING);
        assertThat(world.canBook(room, EVENING)).isFalse();
        assertThat(world.accept(room, second)).isNull();
        assertThat(world.accept(room, first)).isNotNull();
        assertThat(world.status(first)).isEqualTo(EntryStatus.ACCEPTED);
        assertThat(world.audit(room).differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anOfferThatNobodyTookGoesToTheNextAndNeverToWhoeverComesThen(Databases database) {
        var world = new QueueWorld(database);
        Listed room = world.room();
        Holder booked = world.book(room, EVENING);
        Waiting first = world.waitsFor(room, EVENING);
        Waiting second = world.waitsFor(room, EVENING);
        world.giveBack(room, booked);
        world.clock.pass(Duration.ofHours(2));

        assertThat(world.accept(room, first)).isNull();
        assertThat(world.canBook(room, EVENING)).isFalse();
        world.endOffer(room, first);

        assertThat(world.status(first)).isEqualTo(EntryStatus.LAPSED);
        assertThat(world.status(second)).isEqualTo(EntryStatus.OFFERED);
        assertThat(world.told).endsWith(Kind.OFFER_LAPSED, Kind.OFFERED);
        assertThat(world.timers).containsOnlyKeys(second.id());

        world.clock.pass(Duration.ofHours(2));
        assertThat(world.canBook(room, EVENING)).as("nobody waits any more").isTrue();
        assertThat(world.status(second)).isEqualTo(EntryStatus.LAPSED);
        assertThat(world.audit(room).differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whoeverNeedsMoreThanIsFreeKeepsTheirTurnWhileThoseBehindFit(Databases database) {
        var world = new QueueWorld(database);
        Listed room = world.room();
        Holder early = world.book(room, Wishes.slot("2026-11-23T18:00", "2026-11-23T19:00"));
        Holder late = world.book(room, Wishes.slot("2026-11-23T19:00", "2026-11-23T21:00"));
        Waiting whole = world.waitsFor(room, Wishes.slot("2026-11-23T18:00", "2026-11-23T21:00"));
        Waiting half = world.waitsFor(room, Wishes.slot("2026-11-23T18:15", "2026-11-23T19:00"));

        world.giveBack(room, early);
        assertThat(world.status(whole)).isEqualTo(EntryStatus.WAITING);
        assertThat(world.status(half)).isEqualTo(EntryStatus.OFFERED);

        world.giveBack(room, world.accept(room, half));
        assertThat(world.status(whole)).isEqualTo(EntryStatus.WAITING);
        world.giveBack(room, late);
        assertThat(world.status(whole)).isEqualTo(EntryStatus.OFFERED);
        assertThat(world.audit(room).differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whoeverMayNotBookItIsPassedOver(Databases database) {
        var world = new QueueWorld(database);
        Listed room = world.room();
        Holder booked = world.book(room, EVENING);
        Waiting first = world.waitsFor(room, EVENING);
        Waiting second = world.waitsFor(room, EVENING);
        world.shutOut.add(first.personId());

        world.giveBack(room, booked);

        assertThat(world.status(first)).isEqualTo(EntryStatus.WAITING);
        assertThat(world.status(second)).isEqualTo(EntryStatus.OFFERED);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverLosesAnOfferToAClosureWaitsOnInTheOldPlace(Databases database) {
        var world = new QueueWorld(database);
        Listed room = world.room();
        Holder booked = world.book(room, EVENING);
        Waiting first = world.waitsFor(room, EVENING);
        Waiting second = world.waitsFor(room, EVENING);
        world.giveBack(room, booked);
        assertThat(world.status(first)).isEqualTo(EntryStatus.OFFERED);

        world.close(room, EVENING, first);

        assertThat(world.now(first).status()).isEqualTo(EntryStatus.WAITING);
        assertThat(world.now(first).offeredSpace()).isNull();
        assertThat(world.now(first).seq()).isLessThan(world.now(second).seq());
        assertThat(world.status(second)).isEqualTo(EntryStatus.WAITING);
        assertThat(world.timers).containsKey(first.id());
        assertThat(world.told).endsWith(Kind.OFFERED, Kind.OFFER_WITHDRAWN).doesNotContain(Kind.OFFER_LAPSED);
        assertThat(world.audit(room).differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anOfferEndsAtTheBeginningOfTheSlotAtTheLatest(Databases database) {
        var world = new QueueWorld(database);
        Listed room = world.room();
        Holder booked = world.book(room, EVENING);
        Waiting first = world.waitsFor(room, EVENING);
        world.clock.pass(Duration.between(Wishes.NOW, EVENING.start()).minusMinutes(7));

        world.giveBack(room, booked);

        assertThat(world.now(first).offerUntil()).isEqualTo(EVENING.start());
        world.clock.pass(Duration.ofMinutes(7));
        assertThat(world.now(first).statusAt(world.clock.instant())).isEqualTo(EntryStatus.LAPSED);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverWaitsForAnyRoomHereStandsInOneLineWithThoseWhoWaitForThatRoom(Databases database) {
        var world = new QueueWorld(database);
        Listed room = world.roomAt(48.1, 11.5);
        Holder booked = world.book(room, EVENING);
        Waiting elsewhere = world.waitsForAny(within(500, 48.2, 11.5), EVENING);
        Waiting here = world.waitsForAny(within(500, 48.101, 11.5), EVENING);
        Waiting thisRoom = world.waitsFor(room, EVENING);

        world.giveBack(room, booked);
        assertThat(Stream.of(elsewhere, here, thisRoom).map(world::status))
                .containsExactly(EntryStatus.WAITING, EntryStatus.OFFERED, EntryStatus.WAITING);
        assertThat(world.now(here).offeredSpace()).isEqualTo(room.id());

        world.giveBack(room, world.accept(room, here));
        assertThat(Stream.of(elsewhere, here, thisRoom).map(world::status))
                .containsExactly(EntryStatus.WAITING, EntryStatus.ACCEPTED, EntryStatus.OFFERED);
    }

    @ParameterizedTest
    @EnumSource
    void filtersThatCanNoLongerBeReadStopNobodyElse(Databases database) {
        var world = new QueueWorld(database);
        Listed room = world.roomAt(47.1, 11.5);
        Holder booked = world.book(room, EVENING);
        Waiting strange = world.waitsForAny(within(500, 47.1, 11.5), EVENING);
        world.in(() -> world.sql()
                .update(
                        "UPDATE waiting SET filters = '{\"version\":1,\"filters\":{\"kind\":\"BALLROOM\"}}' WHERE id = ?",
                        strange.id()));
        Waiting second = world.waitsFor(room, EVENING);

        world.giveBack(room, booked);

        assertThat(world.status(strange)).isEqualTo(EntryStatus.WAITING);
        assertThat(world.status(second)).isEqualTo(EntryStatus.OFFERED);
    }

    @ParameterizedTest
    @EnumSource
    void twoRoomsFreedAtOnceMakeOneOfferToEachInLine(Databases database) throws Exception {
        var world = new QueueWorld(database);
        var both = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < Size.rounds(10, 200); round++) {
                double lat = 20 + round / 10.0;
                List<Listed> rooms = List.of(world.roomAt(lat, 5), world.roomAt(lat, 5.001));
                List<Holder> booked =
                        rooms.stream().map(room -> world.book(room, EVENING)).toList();
                Waiting only = world.waitsForAny(within(300, lat, 5), EVENING);
                Waiting next = round % 2 == 0 ? world.waitsForAny(within(300, lat, 5), EVENING) : null;
                var barrier = new CyclicBarrier(2);
                List<Callable<Boolean>> frees = Stream.of(0, 1)
                        .<Callable<Boolean>>map(each -> () -> {
                            barrier.await();
                            world.giveBack(rooms.get(each), booked.get(each));
                            return true;
                        })
                        .toList();
                for (Future<Boolean> freed : both.invokeAll(frees)) {
                    assertThat(freed.get()).isTrue();
                }
                assertThat(world.status(only)).isEqualTo(EntryStatus.OFFERED);
                long free = rooms.stream()
                        .filter(room -> world.canBook(room, EVENING))
                        .count();
                assertThat(free).isEqualTo(next == null ? 1 : 0);
                if (next != null) {
                    assertThat(world.status(next)).isEqualTo(EntryStatus.OFFERED);
                    assertThat(world.now(next).offeredSpace())
                            .isNotEqualTo(world.now(only).offeredSpace());
                }
                rooms.forEach(
                        room -> assertThat(world.audit(room).differences()).isEmpty());
            }
        } finally {
            both.shutdown();
        }
    }
}
