package org.evenhall.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.availability.CalendarWorld.SOMEBODY;
import static org.evenhall.availability.CalendarWorld.slot;
import static org.evenhall.availability.CalendarWorld.wish;
import static org.evenhall.spaces.ListedSpaces.aSpace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.TimeRange;
import org.evenhall.platform.persistence.Statements;
import org.evenhall.spaces.Listed;
import org.evenhall.store.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Claims that are made together keep what a claim made by itself keeps. */
class SeveralClaimsTest {

    private static final Instant FROM = Instant.parse("2026-12-01T00:00:00Z");
    private static final Instant UNTIL = FROM.plus(Duration.ofDays(400));

    private static TimeRange hour(int day, int hour) {
        Instant start = FROM.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour));
        return new TimeRange(start, start.plus(Duration.ofHours(1)));
    }

    private static void together(CalendarWorld world, Listed room, Consumer<Calendar.Several> work) {
        world.transactions.run(() -> {
            var several = world.calendar.several(SOMEBODY, room, FROM, UNTIL, null);
            work.accept(several);
            several.claim();
        });
    }

    @ParameterizedTest
    @EnumSource
    void takeTheirTimeAndTellTheDaySheets(Databases database) {
        var world = new CalendarWorld(database);
        var room = world.stored(aSpace(Ids.next()).listed());
        var before = world.claimed(wish(room, hour(0, 8)));
        var one = wish(room, hour(0, 18));
        var overMidnight = wish(room, slot("2026-12-08T23:30:00Z", "2026-12-09T00:30:00Z"));

        together(world, room, several -> {
            several.add(one);
            several.add(overMidnight);
        });

        assertThat(world.sheets.ofSpace(room.id())).hasSize(3);
        assertThat(world.audit(room, List.of(before, one, overMidnight)).differences())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void areRefusedWhereAClaimAClosureOrOneOfThemselvesIs(Databases database) {
        var world = new CalendarWorld(database);
        var room = world.stored(aSpace(Ids.next()).listed());
        world.claim(wish(room, hour(0, 18)));
        world.transactions.run(() -> world.blocking.block(room, hour(1, 18), "painters"));

        together(world, room, several -> {
            assertThat(several.refusal(wish(room, hour(0, 18)))).containsInstanceOf(SlotTaken.class);
            assertThat(several.refusal(wish(room, hour(1, 18))).orElseThrow().violations())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.args()).containsExactly("painters"));
            assertThat(several.refusal(wish(room, hour(2, 18)))).isEmpty();
            several.add(wish(room, hour(2, 18)));
            assertThat(several.refusal(wish(room, hour(2, 18)))).containsInstanceOf(SlotTaken.class);
            assertThat(several.refusal(wish(room, hour(2, 19)))).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void endWhatIsDueWhileALookOnlyPassesOverIt(Databases database) {
        var world = new CalendarWorld(database);
        var room = world.stored(aSpace(Ids.next()).listed());
        var due = wish(room, hour(0, 18)).heldBy(Holder.hold(Ids.next()), CalendarWorld.NOON);
        world.claim(due);

        world.transactions.run(() -> assertThat(world.calendar
                        .outlook(SOMEBODY, room, FROM, UNTIL, null)
                        .refusal(wish(room, hour(0, 18))))
                .isEmpty());
        assertThat(world.claims.of(due.holder())).isPresent();

        var wish = wish(room, hour(0, 18));
        together(world, room, several -> {
            assertThat(several.refusal(wish)).isEmpty();
            several.add(wish);
        });
        assertThat(world.claims.of(due.holder())).isEmpty();
        assertThat(world.audit(room, List.of(wish)).differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void letAHoldGiveWay(Databases database) {
        var world = new CalendarWorld(database);
        var room = world.stored(aSpace(Ids.next()).listed());
        Holder hold = Holder.hold(Ids.next());
        world.claim(wish(room, hour(0, 18)).heldBy(hold, UNTIL));
        var wish = wish(room, hour(0, 18));

        world.transactions.run(() -> assertThat(world.calendar
                        .outlook(SOMEBODY, room, FROM, UNTIL, hold)
                        .refusal(wish))
                .isEmpty());
        world.transactions.run(() -> {
            var several = world.calendar.several(SOMEBODY, room, FROM, UNTIL, hold);
            assertThat(several.refusal(wish)).isEmpty();
            several.add(wish);
            several.claim();
        });

        assertThat(world.claims.of(hold)).isEmpty();
        assertThat(world.audit(room, List.of(wish)).differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void tellWhoeverWaitsWhatIsLeftOfTheClaimThatGaveWay(Databases database) {
        List<TimeRange> freed = new ArrayList<>();
        List<Waiters> waiters = List.of((space, from, until) -> freed.add(new TimeRange(from, until)));
        var world = new CalendarWorld(
                database.shared(), database, List.of(), waiters, Clock.fixed(CalendarWorld.NOON, ZoneOffset.UTC));
        var room = world.stored(aSpace(Ids.next()).listed());
        Holder hold = Holder.hold(Ids.next());
        var twoHours = new TimeRange(hour(0, 18).start(), hour(0, 19).end());
        world.claim(wish(room, twoHours).heldBy(hold, UNTIL));

        world.transactions.run(() -> {
            var several = world.calendar.several(SOMEBODY, room, FROM, UNTIL, hold);
            several.add(wish(room, hour(0, 18)));
            assertThat(freed)
                    .as("nobody is faster than those that are about to be made")
                    .isEmpty();
            several.claim();
        });

        assertThat(freed).containsExactly(twoHours);
    }

    @ParameterizedTest
    @EnumSource
    void areGivenBackTogether(Databases database) {
        var world = new CalendarWorld(database);
        var room = world.stored(aSpace(Ids.next()).listed());
        var stays = world.claimed(wish(room, hour(3, 8)));
        var several = List.of(wish(room, hour(3, 18)), wish(room, hour(90, 18)));
        together(world, room, open -> several.forEach(open::add));

        world.transactions.run(() -> {
            world.calendar.lock(List.of(room));
            world.calendar.release(
                    Holder.Kind.BOOKING,
                    several.stream().map(wish -> wish.holder().id()).toList());
        });

        assertThat(world.audit(room, List.of(stays)).differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void areAsManyStatementsForTwoHundredAsForTwo(Databases database) {
        var world = new CalendarWorld(database);
        assertThat(statements(world, 200)).isEqualTo(statements(world, 2)).isLessThan(15);
    }

    private static long statements(CalendarWorld world, int howMany) {
        var room = world.stored(aSpace(Ids.next()).listed());
        return Statements.during(() -> together(world, room, several -> {
            for (int day = 0; day < howMany; day++) {
                var wish = wish(room, hour(day, 18));
                assertThat(several.refusal(wish)).isEmpty();
                several.add(wish);
            }
        }));
    }
}
