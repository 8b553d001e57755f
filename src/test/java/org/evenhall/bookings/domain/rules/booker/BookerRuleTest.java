package org.evenhall.bookings.domain.rules.booker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.bookings.domain.Wishes.aWish;
import static org.evenhall.bookings.domain.Wishes.berlin;
import static org.evenhall.bookings.domain.Wishes.booked;
import static org.evenhall.bookings.domain.Wishes.slot;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.evenhall.bookings.domain.Booker;
import org.evenhall.bookings.domain.Ledger;
import org.evenhall.bookings.domain.Rule;
import org.evenhall.bookings.domain.Wishes;
import org.evenhall.bookings.domain.rules.BookingRules;
import org.evenhall.kernel.Violation;
import org.evenhall.policies.PolicyView.StatedBy;
import org.junit.jupiter.api.Test;

class BookerRuleTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private static List<String> broken(Wishes wishes) {
        return BookingRules.broken(wishes.wish()).stream().map(Violation::rule).toList();
    }

    private static List<Object> args(Rule rule, Wishes wishes) {
        return rule.brokenBy(wishes.wish()).orElseThrow().args();
    }

    private static Booker verified(boolean verified) {
        return new Booker("person", verified, null, Set.of(), Set.of(), null);
    }

    private static Booker born(String day) {
        return new Booker("person", false, day == null ? null : LocalDate.parse(day), Set.of(), Set.of(), null);
    }

    private static Booker livingIn(String... areas) {
        return new Booker("person", false, null, Set.of(areas), Set.of(), null);
    }

    private static Booker memberOf(String... organisations) {
        return new Booker("person", false, null, Set.of(), Set.of(organisations), null);
    }

    private static Booker pausedUntil(Instant until) {
        return new Booker("person", false, null, Set.of(), Set.of(), until);
    }

    @Test
    void aSpaceMayBeForVerifiedPeople() {
        assertThat(broken(aWish().where("audience", "VERIFIED"))).containsExactly("audience");
        assertThat(broken(aWish().where("audience", "VERIFIED").by(verified(true))))
                .isEmpty();
        assertThat(broken(aWish().where("audience", "EVERYONE").by(verified(false))))
                .isEmpty();
    }

    @Test
    void aSpaceMayBeForResidentsOfAnAreaAndOfThoseBelow() {
        assertThat(broken(aWish().where("areas", "mitte,pankow"))).containsExactly("areas");
        assertThat(broken(aWish().where("areas", "mitte,pankow").by(livingIn("spandau", "city"))))
                .containsExactly("areas");
        assertThat(broken(aWish().where("areas", "mitte,pankow").by(livingIn("moabit", "mitte", "city"))))
                .isEmpty();
        assertThat(args(new ForResidents(), aWish().where("areas", "mitte"))).containsExactly(List.of("mitte"));
    }

    @Test
    void aSpaceMayBeForMembers() {
        assertThat(broken(aWish().where("members", "choir"))).containsExactly("members");
        assertThat(broken(aWish().where("members", "choir").by(memberOf("club"))))
                .containsExactly("members");
        assertThat(broken(aWish().where("members", "choir").by(memberOf("club", "choir"))))
                .isEmpty();
    }

    @Test
    void agesAreThoseOfTheDayOfTheBooking() {
        assertThat(broken(aWish().where("age-from", "18").by(born("2008-11-23"))))
                .isEmpty();
        assertThat(broken(aWish().where("age-from", "18").by(born("2008-11-24"))))
                .containsExactly("age-from");
        assertThat(broken(aWish().where("age-to", "17").by(born("2008-11-24")))).isEmpty();
        assertThat(broken(aWish().where("age-to", "17").by(born("2008-11-23")))).containsExactly("age-to");
    }

    @Test
    void whoseAgeNobodyKnowsKeepsNoRuleAboutIt() {
        assertThat(broken(aWish().where("age-from", "18").where("age-to", "99").by(born(null))))
                .containsExactly("age-from", "age-to");
        assertThat(broken(aWish().where("age-from", "0").by(born(null))))
                .as("0 asks for no age")
                .isEmpty();
    }

    @Test
    void whoIsPausedWaits() {
        assertThat(broken(aWish().by(pausedUntil(Wishes.NOW.plusSeconds(1))))).containsExactly("paused");
        assertThat(broken(aWish().by(pausedUntil(Wishes.NOW)))).isEmpty();
    }

    @Test
    void nobodyIsInTwoPlacesAtOnce() {
        var elsewhere = booked("person", "other", slot("2026-11-23T17:00", "2026-11-23T18:35"), MONDAY);
        var before = booked("person", "other", slot("2026-11-23T17:00", "2026-11-23T18:30"), MONDAY);
        var here = booked("person", "room", slot("2026-11-23T18:30", "2026-11-23T20:30"), MONDAY);
        var friend = booked("friend", "other", slot("2026-11-23T18:30", "2026-11-23T20:30"), MONDAY);
        assertThat(broken(aWish().where("no-two-places", "true").having(elsewhere)))
                .containsExactly("no-two-places");
        assertThat(broken(aWish().where("no-two-places", "true").having(before, here, friend)))
                .isEmpty();
        assertThat(broken(aWish().having(elsewhere))).isEmpty();
        var left = new Ledger.Entry("person", "other", Set.of("other"), elsewhere.slot(), MONDAY, false);
        assertThat(broken(aWish().where("no-two-places", "true").having(left))).isEmpty();
        assertThat(args(
                        new OnePlaceAtATime(),
                        aWish().where("no-two-places", "true").having(elsewhere)))
                .containsExactly(LocalTime.of(17, 0), LocalTime.of(18, 35));
    }

    @Test
    void hoursOfTheDayWithThoseWantedArePutTogether() {
        var anHour = booked("person", "other", slot("2026-11-23T10:00", "2026-11-23T11:00"), MONDAY);
        var oneMore = booked("person", "other", slot("2026-11-23T12:00", "2026-11-23T12:05"), MONDAY);
        assertThat(broken(aWish().where("hours-per-day-in-city", "3").having(anHour)))
                .isEmpty();
        assertThat(broken(aWish().where("hours-per-day-in-city", "3").having(anHour, oneMore)))
                .containsExactly("hours-per-day-in-city");
        assertThat(WithinLimits.brokenBy(aWish().where("hours-per-day-in-city", "3")
                        .having(anHour, oneMore)
                        .wish()))
                .singleElement()
                .satisfies(violation -> assertThat(violation.args()).containsExactly(3, Duration.ofMinutes(65), ""));
    }

    @Test
    void hoursBelongToTheDayOfTheOpening() {
        var nextDay = booked("person", "other", slot("2026-11-24T10:00", "2026-11-24T12:00"), MONDAY.plusDays(1));
        var pastMidnight = booked("person", "other", slot("2026-11-24T00:30", "2026-11-24T01:30"), MONDAY);
        assertThat(broken(aWish().where("hours-per-day-in-city", "2").having(nextDay)))
                .isEmpty();
        assertThat(broken(aWish().where("hours-per-day-in-city", "2").having(pastMidnight)))
                .containsExactly("hours-per-day-in-city");
    }

    @Test
    void weeksBeginOnMondays() {
        var sundayBefore = booked("person", "other", slot("2026-11-22T08:00", "2026-11-22T11:00"), MONDAY.minusDays(1));
        var sunday = booked("person", "other", slot("2026-11-29T08:00", "2026-11-29T11:00"), MONDAY.plusDays(6));
        var nextMonday = booked("person", "other", slot("2026-11-30T08:00", "2026-11-30T11:00"), MONDAY.plusDays(7));
        assertThat(broken(aWish().where("hours-per-week-in-city", "4").having(sundayBefore, nextMonday)))
                .isEmpty();
        assertThat(broken(aWish().where("hours-per-week-in-city", "4").having(sunday)))
                .containsExactly("hours-per-week-in-city");
    }

    @Test
    void monthsAreThoseOfTheCalendar() {
        var october =
                booked("person", "other", slot("2026-10-31T08:00", "2026-10-31T11:00"), LocalDate.of(2026, 10, 31));
        var first = booked("person", "other", slot("2026-11-01T08:00", "2026-11-01T11:00"), LocalDate.of(2026, 11, 1));
        assertThat(broken(aWish().where("hours-per-month-in-city", "4").having(october)))
                .isEmpty();
        assertThat(broken(aWish().where("hours-per-month-in-city", "4").having(first)))
                .containsExactly("hours-per-month-in-city");
    }

    @Test
    void theFirstDayThatCountsIsThatOfTheWeekOrOfTheMonth() {
        assertThat(WithinLimits.firstDay(LocalDate.of(2026, 11, 25))).isEqualTo("2026-11-01");
        assertThat(WithinLimits.firstDay(LocalDate.of(2026, 12, 2))).isEqualTo("2026-11-30");
    }

    @Test
    void aLimitCountsWithinTheThingThatItNames() {
        var inThisHouse = booked("person", "other", slot("2026-12-01T10:00", "2026-12-01T11:00"), MONDAY);
        var inAnotherHouse = new Ledger.Entry(
                "person",
                "far",
                Set.of("far", "university"),
                slot("2026-12-02T10:00", "2026-12-02T11:00"),
                MONDAY,
                true);
        assertThat(broken(aWish().where("open-bookings-in-organisation", "1").having(inAnotherHouse)))
                .isEmpty();
        assertThat(broken(aWish().where("open-bookings-in-organisation", "1").having(inThisHouse)))
                .containsExactly("open-bookings-in-organisation");
        assertThat(broken(aWish().where("open-bookings-in-space", "1").having(inThisHouse, inAnotherHouse)))
                .isEmpty();
        assertThat(broken(aWish().where("open-bookings-in-city", "2").having(inThisHouse, inAnotherHouse)))
                .containsExactly("open-bookings-in-city");
    }

    @Test
    void aLimitThatASpaceStatesCountsAllOfItsParts() {
        var inAnotherHalf = new Ledger.Entry(
                "person",
                "half",
                Set.of("half", "hall", "organisation"),
                slot("2026-12-01T10:00", "2026-12-01T11:00"),
                MONDAY,
                true);
        assertThat(broken(aWish().where(StatedBy.SPACE, "hall", "open-bookings-in-space", "1")
                        .having(inAnotherHalf)))
                .containsExactly("open-bookings-in-space");
        assertThat(broken(aWish().where("open-bookings-in-space", "1").having(inAnotherHalf)))
                .as("the city's limit is one for each space")
                .isEmpty();
    }

    @Test
    void limitsOfAllLevelsHoldTogether() {
        assertThat(broken(aWish().where("open-bookings-in-space", "2")
                        .where(StatedBy.SPACE, "room", "open-bookings-in-space", "5")
                        .havingOpen(2, "room")))
                .containsExactly("open-bookings-in-space");
    }

    @Test
    void aBookingThatIsOverIsNotOpenAnyMore() {
        var over = booked("person", "room", slot("2026-11-22T10:00", "2026-11-22T12:00"), LocalDate.of(2026, 11, 22));
        var goingOn =
                booked("person", "room", slot("2026-11-22T10:00", "2026-11-22T12:05"), LocalDate.of(2026, 11, 22));
        assertThat(broken(aWish().where("open-bookings-in-city", "1").having(over)))
                .isEmpty();
        assertThat(broken(aWish().where("open-bookings-in-city", "1").having(goingOn)))
                .containsExactly("open-bookings-in-city");
        assertThat(over.slot().end()).isEqualTo(berlin("2026-11-22T12:00")).isEqualTo(Wishes.NOW);
    }

    @Test
    void aGroupsLimitCountsAllItsMembersAndNamesIt() {
        var choir = new Ledger.Group("choir", "Choir", Set.of("person", "friend"));
        var friends = booked("friend", "other", slot("2026-12-01T10:00", "2026-12-01T11:00"), MONDAY);
        var strangers = booked("stranger", "other", slot("2026-12-01T10:00", "2026-12-01T11:00"), MONDAY);
        var limited = aWish().where("group-open-bookings-in-city", "1").having(strangers);
        assertThat(broken(limited)).isEmpty();
        assertThat(broken(limited.inGroup(choir))).isEmpty();
        assertThat(WithinLimits.brokenBy(limited.having(friends).wish()))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.rule()).isEqualTo("group-open-bookings-in-city");
                    assertThat(violation.args()).containsExactly(1, 1L, "Choir");
                });
    }
}
