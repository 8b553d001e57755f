package org.evenhall.openings.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.spaces.ListedSpaces.aSpace;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.evenhall.kernel.Ids;
import org.evenhall.openings.OpenTime;
import org.evenhall.spaces.Listed;
import org.evenhall.store.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Berlin's midnight is 23:00 UTC in these November days. */
class FreezeDaysTest {

    private static final String EVENINGS = "Mo-Su 18:00-21:30";
    private static final OpenTime AN_EVENING = new OpenTime(12_600, 12_600);

    private static Listed room() {
        return aSpace(Ids.next()).listed();
    }

    @ParameterizedTest
    @EnumSource
    void aRuleRecordedLaterChangesNoPastDay(Databases database) {
        var world = new HoursWorld(database).at("2026-11-20T12:00:00Z");
        var room = world.with(room());
        world.state(room, EVENINGS, "2026-11-20");
        world.at("2026-11-21T00:00:00Z").freeze();
        world.at("2026-11-21T12:00:00Z").state(room, "24/7", "2026-11-01");

        assertThat(world.time(room, "2026-11-20", "2026-11-21")).isEqualTo(AN_EVENING);
        assertThat(world.was(room, "2026-11-20").open()).singleElement().satisfies(open -> assertThat(open.start())
                .isEqualTo("2026-11-20T17:00:00Z"));
        assertThat(world.time(room, "2026-11-21", "2026-11-22")).isEqualTo(new OpenTime(86_400, 14_400));
    }

    @ParameterizedTest
    @EnumSource
    void aRuleCountsForTheDayInWhichItIsRecordedAndNotForTheDayBefore(Databases database) {
        var world = new HoursWorld(database).at("2026-11-20T12:00:00Z");
        var room = world.with(room());
        world.state(room, EVENINGS, "2026-11-01");
        world.at("2026-11-20T22:59:59.999Z").state(room, "Mo-Su 18:00-19:00", "2026-11-01");
        world.at("2026-11-20T23:00:00Z").state(room, "Mo-Su 18:00-20:00", "2026-11-01");
        world.at("2026-11-22T00:00:00Z").freeze();

        assertThat(world.time(room, "2026-11-20", "2026-11-21").seconds()).isEqualTo(3_600);
        assertThat(world.time(room, "2026-11-21", "2026-11-22").seconds()).isEqualTo(7_200);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotFrozenYetIsToldByTheRulesRecordedInTime(Databases database) {
        var world = new HoursWorld(database).at("2026-11-20T12:00:00Z");
        var room = world.with(room());
        world.state(room, EVENINGS, "2026-11-20");
        world.at("2026-11-21T12:00:00Z").state(room, "24/7", "2026-11-20");

        assertThat(world.time(room, "2026-11-20", "2026-11-21")).isEqualTo(AN_EVENING);
        assertThat(world.was(room, "2026-11-20").open()).hasSize(1);
        assertThat(world.is(room, "2026-11-20").open()).singleElement().satisfies(open -> assertThat(open.length())
                .hasHours(24));
    }

    @ParameterizedTest
    @EnumSource
    void catchingUpComesToTheSameAsFreezingEachNight(Databases database) {
        var room = room();
        var nightly = new HoursWorld(database);
        liveThrough(nightly, nightly.with(room), true);
        var rows = nightly.rows();

        var other = room();
        var late = new HoursWorld(database);
        liveThrough(late, late.with(other), false);

        assertThat(rows).hasSize(5);
        assertThat(late.rows())
                .containsExactlyElementsOf(rows.stream()
                        .map(row -> row.replace(room.id(), other.id()))
                        .toList());
    }

    private static void liveThrough(HoursWorld world, Listed room, boolean nightly) {
        world.at("2026-11-20T12:00:00Z").state(room, EVENINGS, "2026-11-20");
        for (int day = 21; day <= 24; day++) {
            if (nightly) {
                world.at("2026-11-" + day + "T00:05:00Z").freeze();
            }
            if (day == 22) {
                world.at("2026-11-22T15:00:00Z").state(room, "Sa-Su 10:00-26:00", "2026-11-21");
            }
        }
        world.restart();
        world.at("2026-11-25T00:05:00Z").freeze();
    }

    @ParameterizedTest
    @EnumSource
    void freezingTwiceChangesNothing(Databases database) {
        var world = new HoursWorld(database).at("2026-11-20T12:00:00Z");
        var room = world.with(room());
        world.state(room, EVENINGS, "2026-11-20");
        world.at("2026-11-23T00:00:00Z").freeze();
        var rows = world.rows();
        world.at("2026-11-23T00:10:00Z").freeze();

        assertThat(world.rows()).isEqualTo(rows).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void aDayThatWasHalfFrozenIsCompleted(Databases database) {
        var world = new HoursWorld(database).at("2026-11-20T12:00:00Z");
        var first = world.with(room());
        var second = world.with(room());
        world.state(first, EVENINGS, "2026-11-20");
        world.state(second, EVENINGS, "2026-11-20");
        world.without(second);
        world.at("2026-11-21T00:00:00Z").freeze();
        world.again(second);
        world.at("2026-11-21T12:00:00Z").state(second, "24/7", "2026-11-20");
        world.freeze();

        assertThat(world.time(second, "2026-11-20", "2026-11-21")).isEqualTo(AN_EVENING);
        assertThat(world.frozen.frozenOn(LocalDate.parse("2026-11-20"))).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void aDayIsFrozenWhenItHasEndedEverywhere(Databases database) {
        var world = new HoursWorld(database).at("2026-11-20T12:00:00Z");
        world.state(world.with(room()), EVENINGS, "2026-11-20");
        world.state(
                world.with(aSpace(Ids.next()).in(ZoneId.of("America/New_York")).listed()), EVENINGS, "2026-11-20");
        world.at("2026-11-21T04:59:59Z").freeze();
        assertThat(world.rows()).isEmpty();
        world.at("2026-11-21T05:00:00Z").freeze();
        assertThat(world.rows()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void hoursThatAreValidForLongAreFrozenFromTheDayTheyWereRecorded(Databases database) {
        var world = new HoursWorld(database).at("2026-11-20T12:00:00Z");
        var room = world.with(room());
        world.state(room, EVENINGS, "1998-01-01");
        world.at("2026-11-21T00:00:00Z").freeze();

        assertThat(world.rows().size()).isLessThanOrEqualTo(3);
        assertThat(world.time(room, "1998-01-01", "2026-11-20")).isEqualTo(OpenTime.NONE);
        assertThat(world.time(room, "1998-01-01", "2026-11-21")).isEqualTo(AN_EVENING);
    }

    @ParameterizedTest
    @EnumSource
    void aDayOfManyShortOpeningsIsFrozenLikeAnyOther(Databases database) {
        var world = new HoursWorld(database).at("2026-11-20T12:00:00Z");
        var room = world.with(room());
        world.state(room, "Mo-Su 00:00-23:58/00:02", "2026-11-20");
        world.at("2026-11-21T00:00:00Z").freeze();

        assertThat(world.was(room, "2026-11-20").open()).hasSize(720);
        assertThat(world.time(room, "2026-11-20", "2026-11-21").seconds()).isEqualTo(720 * 60);
    }

    @ParameterizedTest
    @EnumSource
    void aCorrectionOfAHigherVersionCounts(Databases database) {
        var world = new HoursWorld(database).at("2026-11-20T12:00:00Z");
        var room = world.with(room());
        world.state(room, EVENINGS, "2026-11-20");
        world.at("2026-11-21T00:00:00Z").freeze();
        world.sql.update(
                "INSERT INTO open_day (space_id, day, version, intervals, open_seconds, evening_seconds, frozen_at)"
                        + " VALUES (?, ?, 2, '1080-1140', 3600, 3600, 0)",
                room.id(),
                LocalDate.parse("2026-11-20"));
        world.freeze();

        assertThat(world.time(room, "2026-11-20", "2026-11-21")).isEqualTo(new OpenTime(3_600, 3_600));
        assertThat(world.was(room, "2026-11-20").open()).singleElement().satisfies(open -> assertThat(open.length())
                .hasHours(1));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOpenAddsUpToHowLong(Databases database) {
        var world = new HoursWorld(database).at("2026-11-20T12:00:00Z");
        var room = world.with(room());
        world.state(room, "Mo-Fr 17:00-19:30; Sa 20:00-26:00", "2026-11-20");
        world.at("2026-11-22T12:00:00Z").freeze();
        var from = LocalDate.parse("2026-11-15");
        var to = LocalDate.parse("2026-11-30");

        long seconds = world.openings.asItWas(room, from, to).stream()
                .flatMap(day -> day.open().stream())
                .mapToLong(open -> open.length().toSeconds())
                .sum();
        assertThat(world.openings
                        .openTime(List.of(room), from, to)
                        .get(room.id())
                        .seconds())
                .isEqualTo(seconds)
                .isEqualTo(6 * 9_000 + 2 * 21_600);
    }
}
