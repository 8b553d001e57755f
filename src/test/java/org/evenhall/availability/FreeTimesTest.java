package org.evenhall.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.availability.CalendarWorld.NOON;
import static org.evenhall.availability.CalendarWorld.SOMEBODY;
import static org.evenhall.availability.CalendarWorld.slot;
import static org.evenhall.availability.CalendarWorld.wish;
import static org.evenhall.spaces.ListedSpaces.aSpace;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.evenhall.availability.FreeDay.FreeRange;
import org.evenhall.availability.store.IndexKeeper;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.WallClock;
import org.evenhall.openings.OpenDay;
import org.evenhall.openings.Openings;
import org.evenhall.platform.persistence.Statements;
import org.evenhall.spaces.Listed;
import org.evenhall.store.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FreeTimesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Openings EVENINGS = new Openings(null, null, null, null, null) {
        @Override
        public List<OpenDay> of(Listed space, LocalDate from, LocalDate to) {
            return from.datesUntil(to)
                    .map(day -> new OpenDay(
                            day,
                            List.of(new TimeRange(
                                    WallClock.at(day, 18 * 60, space.zone()),
                                    WallClock.at(day, 22 * 60, space.zone()))),
                            null))
                    .toList();
        }
    };

    private static FreeTimes freeTimes(CalendarWorld world, Margins margins) {
        IndexKeeper keeper = new IndexKeeper() {
            @Override
            public Margins margins() {
                return margins;
            }
        };
        return new FreeTimes(
                world.catalogue(),
                EVENINGS,
                world.sheets,
                null,
                world.blockades,
                keeper,
                Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static void close(CalendarWorld world, Listed space, TimeRange slot, String reason) {
        world.transactions.run(() -> world.blocking.block(space, slot, reason));
    }

    private static FreeDay day(FreeTimes freeTimes, Listed space) {
        return freeTimes.of(SOMEBODY, space.id(), DAY, DAY.plusDays(1)).get(0);
    }

    private static List<FreeRange> free(FreeTimes freeTimes, Listed space) {
        return day(freeTimes, space).free();
    }

    private static ClaimWish wishFor(int people, Listed space, TimeRange slot) {
        return ClaimWish.of(
                space,
                slot,
                DAY,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofMinutes(30),
                Holder.booking(Ids.next()),
                people);
    }

    private static Listed readingRoom(CalendarWorld world) {
        return world.stored(aSpace(Ids.next()).holding(40).byPlaces().listed());
    }

    private static List<Listed> seats(CalendarWorld world, int count) {
        String site = Ids.next();
        Listed room = world.stored(
                aSpace(site).partOf(site, 0, count).holding(count).byPlaces().listed());
        List<Listed> spaces = new ArrayList<>(List.of(room));
        for (int seat = 0; seat < count; seat++) {
            spaces.add(world.stored(
                    aSpace(Ids.next()).partOf(site, seat, seat + 1).holding(1).listed()));
        }
        return spaces;
    }

    @ParameterizedTest
    @EnumSource
    void sayHowManyPlacesAreLeftAndWhereTheNumberChanges(Databases database) {
        var world = new CalendarWorld(database);
        Listed room = readingRoom(world);
        world.claim(wishFor(3, room, slot("2026-11-23T18:00:00Z", "2026-11-23T20:00:00Z")));
        world.claim(wishFor(30, room, slot("2026-11-23T18:00:00Z", "2026-11-23T19:00:00Z")));
        assertThat(free(freeTimes(world, Margins.NONE), room))
                .containsExactly(
                        new FreeRange(slot("2026-11-23T17:00:00Z", "2026-11-23T18:00:00Z"), 40),
                        new FreeRange(slot("2026-11-23T18:00:00Z", "2026-11-23T19:00:00Z"), 7),
                        new FreeRange(slot("2026-11-23T19:00:00Z", "2026-11-23T20:00:00Z"), 37),
                        new FreeRange(slot("2026-11-23T20:00:00Z", "2026-11-23T21:00:00Z"), 40));
    }

    @ParameterizedTest
    @EnumSource
    void aDayThatClosuresTakeWhollySaysWhy(Databases database) {
        var world = new CalendarWorld(database);
        List<Listed> spaces = seats(world, 2);
        Listed room = spaces.get(0);
        var freeTimes = freeTimes(world, Margins.NONE);
        close(world, room, slot("2026-11-23T16:00:00Z", "2026-11-23T19:00:00Z"), "Painting");
        assertThat(day(freeTimes, room).closure()).isNull();
        close(world, spaces.get(1), slot("2026-11-23T19:00:00Z", "2026-11-23T22:00:00Z"), "A broken seat");
        assertThat(day(freeTimes, room).closure()).isNull();
        assertThat(day(freeTimes, spaces.get(1)).closure()).isEqualTo("Painting");
        world.claim(wishFor(1, room, slot("2026-11-23T19:00:00Z", "2026-11-23T21:00:00Z")));
        assertThat(day(freeTimes, room)).satisfies(taken -> {
            assertThat(taken.free()).isEmpty();
            assertThat(taken.closure()).isNull();
        });
        close(world, room, slot("2026-11-23T18:30:00Z", "2026-11-23T23:00:00Z"), "Drying");
        assertThat(day(freeTimes, room).closure()).isEqualTo("Painting");
    }

    @ParameterizedTest
    @EnumSource
    void aRoomFullOfPeopleIsNotFree(Databases database) {
        var world = new CalendarWorld(database);
        Listed room = readingRoom(world);
        world.claim(wishFor(40, room, slot("2026-11-23T17:00:00Z", "2026-11-23T20:00:00Z")));
        assertThat(free(freeTimes(world, Margins.NONE), room))
                .containsExactly(new FreeRange(slot("2026-11-23T20:00:00Z", "2026-11-23T21:00:00Z"), 40));
    }

    @ParameterizedTest
    @EnumSource
    void aSeatThatIsTakenIsAPlaceLessInItsRoomAndAFullRoomHasNoSeats(Databases database) {
        var world = new CalendarWorld(database);
        List<Listed> spaces = seats(world, 3);
        Listed room = spaces.get(0);
        world.claim(wish(spaces.get(1), slot("2026-11-23T17:00:00Z", "2026-11-23T21:00:00Z")));
        var freeTimes = freeTimes(world, Margins.NONE);
        assertThat(free(freeTimes, room)).extracting(FreeRange::places).containsExactly(2);
        world.claim(wishFor(2, room, slot("2026-11-23T18:00:00Z", "2026-11-23T21:00:00Z")));
        assertThat(free(freeTimes, spaces.get(3)))
                .containsExactly(new FreeRange(slot("2026-11-23T17:00:00Z", "2026-11-23T18:00:00Z"), 1));
    }

    @ParameterizedTest
    @EnumSource
    void whatASpaceKeepsFreeAroundItsUsesIsNotFree(Databases database) {
        var world = new CalendarWorld(database);
        Listed room = world.stored(aSpace(Ids.next()).listed());
        world.claim(wish(room, slot("2026-11-23T18:00:00Z", "2026-11-23T19:00:00Z")));
        Margins margins = space -> new Margins.Margin(Duration.ofMinutes(15), Duration.ofMinutes(5));
        assertThat(free(freeTimes(world, margins), room))
                .extracting(FreeRange::slot)
                .containsExactly(
                        slot("2026-11-23T17:00:00Z", "2026-11-23T17:55:00Z"),
                        slot("2026-11-23T19:15:00Z", "2026-11-23T21:00:00Z"));
    }

    @ParameterizedTest
    @EnumSource
    void askTheDatabaseOnceForAnyNumberOfDaysAndSeats(Databases database) {
        var world = new CalendarWorld(database);
        Listed alone = world.stored(aSpace(Ids.next()).listed());
        List<Listed> spaces = seats(world, 40);
        for (int day = 1; day < 30; day++) {
            var start = NOON.plus(Duration.ofDays(day)).plus(Duration.ofHours(6));
            world.claim(wish(spaces.get(day), new TimeRange(start, start.plusSeconds(3600))));
        }
        var freeTimes = freeTimes(world, Margins.NONE);
        for (Listed space : List.of(alone, spaces.get(0), spaces.get(7))) {
            for (int days : new int[] {1, 31, 92}) {
                assertThat(Statements.during(() -> freeTimes.of(SOMEBODY, space.id(), DAY, DAY.plusDays(days))))
                        .as("%d days of %s", days, space.id())
                        .isOne();
            }
        }
    }
}
