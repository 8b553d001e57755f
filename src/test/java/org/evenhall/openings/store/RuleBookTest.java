package org.evenhall.openings.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.spaces.ListedSpaces.aSpace;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.TimeRange;
import org.evenhall.openings.Holidays;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;
import org.evenhall.store.Databases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleBookTest {

    private static Listed room() {
        return aSpace(Ids.next()).listed();
    }

    @ParameterizedTest
    @EnumSource
    void hoursThatCannotBeReadAreKeptAsTheyWereGiven(Databases database) {
        var world = new HoursWorld(database).at("2026-11-20T12:00:00Z");
        var room = world.with(room());
        world.state(room, "nach Vereinbarung, außer montags", "2026-11-20");
        world.restart();

        var stated = world.openings.stated(room, LocalDate.parse("2026-11-20"));
        assertThat(stated.hours()).isEqualTo("nach Vereinbarung, außer montags");
        assertThat(stated.readable()).isFalse();
        assertThat(stated.problem().key()).startsWith("hours.unsupported.");
        assertThat(world.is(room, "2026-11-23").reason()).isEqualTo("closed.hours-unknown");
        assertThat(world.is(room, "2026-11-23").open()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aDayBeforeTheFirstStatementHasNoHoursOnRecord(Databases database) {
        var world = new HoursWorld(database).at("2026-11-20T12:00:00Z");
        var room = world.with(room());
        world.state(room, "24/7", "2026-11-24");

        assertThat(world.is(room, "2026-11-23").reason()).isEqualTo("closed.not-recorded");
        assertThat(world.is(room, "2026-11-24").reason()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void inAYearWhoseHolidaysAreNotPublishedHoursThatDependOnThemAreUnknown(Databases database) {
        var world = new HoursWorld(database).at("2026-11-20T12:00:00Z");
        var room = world.with(aSpace(Ids.next()).of("CN", null).listed());
        world.state(room, "Mo-Fr 18:00-21:30; PH off", "2026-11-20");

        assertThat(world.is(room, "2026-11-23").open()).hasSize(1);
        assertThat(world.is(room, "2027-06-16").open()).isEmpty();
        assertThat(world.is(room, "2027-06-16").reason()).isEqualTo("closed.calendar-unknown");
        world.state(room, "Mo-Fr 18:00-21:30", "2026-11-20");
        assertThat(world.is(room, "2027-06-16").open()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aDayThatIsOpenByArrangementIsNotOpen(Databases database) {
        var world = new HoursWorld(database).at("2026-11-20T12:00:00Z");
        var room = world.with(room());
        world.state(room, "Mo-Fr 18:00-21:30 \"by arrangement\"", "2026-11-20");

        assertThat(world.is(room, "2026-11-23").reason()).isEqualTo("closed.by-arrangement");
        assertThat(world.is(room, "2026-11-22").reason()).isEqualTo("closed.that-day");
    }

    @ParameterizedTest
    @EnumSource
    void theRuleRecordedLastHoldsAlsoAfterARestart(Databases database) {
        var world = new HoursWorld(database).at("2026-11-20T12:00:00Z");
        var room = world.with(room());
        world.state(room, "Mo-Su 18:00-19:00", "2026-11-20");
        world.at("2026-11-20T12:00:01Z").state(room, "Mo-Su 18:00-20:00", "2026-11-20");
        var before = world.is(room, "2026-11-23");
        world.restart();

        assertThat(world.is(room, "2026-11-23")).isEqualTo(before);
        assertThat(before.open()).singleElement().satisfies(open -> assertThat(open.length())
                .hasHours(2));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsStatedAgainIsNotRecordedAgain(Databases database) {
        var world = new HoursWorld(database).at("2026-11-20T12:00:00Z");
        var room = world.with(room());
        world.state(room, "24/7", "2026-11-20");
        world.at("2026-11-21T12:00:00Z").state(room, "24/7", "2026-11-21");

        assertThat(world.sql.count("SELECT COUNT(*) FROM opening_rule")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aStatementThatWasNotCommittedIsNone(Databases database) {
        var world = new HoursWorld(database).at("2026-11-20T12:00:00Z");
        var room = world.with(room());
        world.stateInVain(room, "24/7", "2026-11-20");

        assertThat(world.is(room, "2026-11-20").reason()).isEqualTo("closed.not-recorded");
        assertThat(world.sql.count("SELECT COUNT(*) FROM opening_rule")).isZero();
    }

    @Test
    void theOrderOfRecordingCountsAndNotThatOfCommitting() {
        var book = new RuleBook(null, new Holidays(), new Catalogue(null));
        book.takeOver(new RulesRecorded(List.of(recorded("second", "2026-11-20T12:00:02Z"))));
        book.takeOver(new RulesRecorded(List.of(recorded("first", "2026-11-20T12:00:01Z"))));

        assertThat(book.rule("space", LocalDate.parse("2026-11-20"), Instant.MAX))
                .map(StatedRule::hours)
                .contains("second");
    }

    private static StatedRule recorded(String hours, String at) {
        return new StatedRule("space", hours, false, LocalDate.parse("2026-11-20"), Instant.parse(at), false);
    }

    @Test
    void timesThatTheClockPushesIntoOneAnotherAreOpenOnce() {
        var book = new RuleBook(null, new Holidays(), new Catalogue(null));
        book.takeOver(new RulesRecorded(List.of(new StatedRule(
                "room",
                "Mo-Su 02:00-02:45,03:15-04:00",
                true,
                LocalDate.parse("2026-01-01"),
                Instant.parse("2026-01-01T00:00:00Z"),
                false))));

        var day = book.day(aSpace("room").listed(), LocalDate.parse("2026-03-29"), Instant.MAX);

        assertThat(day.open())
                .containsExactly(
                        new TimeRange(Instant.parse("2026-03-29T01:00:00Z"), Instant.parse("2026-03-29T01:45:00Z")),
                        new TimeRange(Instant.parse("2026-03-29T01:45:00Z"), Instant.parse("2026-03-29T02:00:00Z")));
    }
}
