package org.evenhall.bookings.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.bookings.domain.Wishes.aWish;
import static org.evenhall.bookings.domain.Wishes.berlin;
import static org.evenhall.bookings.domain.Wishes.open;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.bookings.domain.Wishes;
import org.evenhall.bookings.rest.RuleNames;
import org.evenhall.kernel.Violation;
import org.evenhall.openings.OpenDay;
import org.evenhall.policies.PolicyView.StatedBy;
import org.evenhall.spaces.ListedSpaces;
import org.junit.jupiter.api.Test;

class BookingRuleTest {

    private static List<String> broken(Wishes wishes) {
        return BookingRules.broken(wishes.wish()).stream().map(Violation::rule).toList();
    }

    @Test
    void aWishThatKeepsAllRulesBreaksNone() {
        assertThat(broken(aWish())).isEmpty();
    }

    @Test
    void namesEveryBrokenRuleAtOnce() {
        assertThat(broken(aWish().from("2026-11-23T18:13", "2026-11-23T22:30")
                        .forPeople(9)
                        .havingOpen(3, "room")
                        .havingOpen(7, "elsewhere")))
                .containsExactly(
                        "five-minutes",
                        "opening-hours",
                        "longest-duration",
                        "people",
                        "open-bookings-in-city",
                        "open-bookings-in-space");
    }

    @Test
    void timesLieOnFullFiveMinutes() {
        assertThat(new FiveMinuteSteps().brokenBy(wish("2026-11-23T18:30", "2026-11-23T19:01")))
                .hasValueSatisfying(violation -> assertThat(violation.field()).isEqualTo("end"));
        assertThat(new FiveMinuteSteps().brokenBy(wish("2026-11-23T18:31", "2026-11-23T19:00")))
                .hasValueSatisfying(violation -> assertThat(violation.field()).isEqualTo("start"));
    }

    @Test
    void theSpaceIsOpenFromStartToEnd() {
        assertThat(broken(aWish().from("2026-11-23T17:30", "2026-11-23T18:30"))).containsExactly("opening-hours");
        assertThat(broken(aWish().from("2026-11-23T20:30", "2026-11-23T22:00"))).containsExactly("opening-hours");
        assertThat(broken(aWish().from("2026-11-23T20:30", "2026-11-23T21:30"))).isEmpty();
    }

    @Test
    void saysWhenTheSpaceIsOpenInstead() {
        assertThat(new WithinOpeningHours().brokenBy(wish("2026-11-23T16:00", "2026-11-23T17:00")))
                .hasValueSatisfying(violation ->
                        assertThat(violation.args()).containsExactly(LocalDate.of(2026, 11, 23), "18:00–21:30"));
    }

    @Test
    void saysWhyTheSpaceIsClosedAllDay() {
        var closed = aWish().onDays(new OpenDay(LocalDate.of(2026, 11, 23), List.of(), "closed.hours-unknown"));
        assertThat(BookingRules.broken(closed.wish()))
                .extracting(Violation::key)
                .containsExactly("closed.hours-unknown");
    }

    @Test
    void aSlotMayRunOnOverMidnightInAHouseThatNeverShuts() {
        var wish = aWish().onDays(
                        open("2026-11-23T00:00", "2026-11-24T00:00"), open("2026-11-24T00:00", "2026-11-25T00:00"))
                .from("2026-11-23T23:00", "2026-11-24T01:00");
        assertThat(broken(wish)).isEmpty();
        assertThat(wish.wish().opening())
                .hasValueSatisfying(opening -> assertThat(opening.day()).isEqualTo("2026-11-23"));
    }

    @Test
    void anEveningPastMidnightBelongsToTheDayItOpensOn() {
        var wish = aWish().onDays(open("2026-11-23T20:00", "2026-11-24T02:00"))
                .from("2026-11-24T00:30", "2026-11-24T01:30");
        assertThat(broken(wish)).isEmpty();
        assertThat(wish.wish().opening())
                .hasValueSatisfying(opening -> assertThat(opening.day()).isEqualTo("2026-11-23"));
    }

    @Test
    void startsLieOnAGridCountedFromOpening() {
        assertThat(broken(aWish().from("2026-11-23T18:15", "2026-11-23T19:15"))).containsExactly("start-grid");
        var fromQuarterPast = aWish().onDays(open("2026-11-23T18:15", "2026-11-23T21:30"));
        assertThat(broken(fromQuarterPast.from("2026-11-23T18:45", "2026-11-23T19:45")))
                .isEmpty();
        assertThat(new OnStartGrid()
                        .brokenBy(fromQuarterPast
                                .from("2026-11-23T19:00", "2026-11-23T20:00")
                                .wish()))
                .hasValueSatisfying(violation ->
                        assertThat(violation.args()).containsExactly(Duration.ofMinutes(30), LocalTime.of(18, 15)));
    }

    @Test
    void lengthsHaveALeastAndAMost() {
        assertThat(broken(aWish().from("2026-11-23T18:30", "2026-11-23T18:55"))).containsExactly("shortest-duration");
        assertThat(broken(aWish().from("2026-11-23T18:30", "2026-11-23T19:00"))).isEmpty();
        assertThat(broken(aWish().from("2026-11-23T18:00", "2026-11-23T21:00"))).isEmpty();
        assertThat(broken(aWish().from("2026-11-23T18:00", "2026-11-23T21:05"))).containsExactly("longest-duration");
    }

    @Test
    void nobodyBooksWhatHasBegun() {
        var today = aWish().onDays(open("2026-11-22T11:00", "2026-11-22T15:00"));
        assertThat(broken(today.from("2026-11-22T11:30", "2026-11-22T13:00"))).containsExactly("notice-at-least");
        assertThat(broken(today.from("2026-11-22T12:00", "2026-11-22T13:00"))).isEmpty();
    }

    @Test
    void anOwnerMayAskForNotice() {
        var today = aWish().onDays(open("2026-11-22T11:00", "2026-11-22T20:00")).where("notice-at-least", "PT2H");
        assertThat(broken(today.from("2026-11-22T13:30", "2026-11-22T14:30"))).containsExactly("notice-at-least");
        assertThat(broken(today.from("2026-11-22T14:00", "2026-11-22T15:00"))).isEmpty();
    }

    @Test
    void nobodyBooksLongerAheadThanTheRulesSay() {
        assertThat(broken(aWish().onDays(open("2026-12-22T12:00", "2026-12-22T21:00"))
                        .from("2026-12-22T12:00", "2026-12-22T13:00")))
                .isEmpty();
        assertThat(broken(aWish().onDays(open("2026-12-22T12:00", "2026-12-22T21:00"))
                        .from("2026-12-22T12:30", "2026-12-22T13:00")))
                .containsExactly("notice-at-most");
    }

    @Test
    void noMorePeopleThanTheSpaceHolds() {
        assertThat(broken(aWish().forPeople(8))).isEmpty();
        assertThat(broken(aWish().forPeople(9))).containsExactly("people");
    }

    @Test
    void allLimitsHoldTogether() {
        assertThat(broken(aWish().havingOpen(2, "room").havingOpen(7, "elsewhere")))
                .isEmpty();
        assertThat(broken(aWish().havingOpen(3, "room"))).containsExactly("open-bookings-in-space");
        assertThat(broken(aWish().havingOpen(10, "elsewhere"))).containsExactly("open-bookings-in-city");
    }

    private static Wish wish(String start, String end) {
        return aWish().from(start, end).wish();
    }

    @Test
    void onlyReservableDaysCanBeBooked() {
        assertThat(broken(aWish().where("reservable-from", "2026-11-24"))).containsExactly("reservable-from");
        assertThat(broken(aWish().where("reservable-from", "2026-11-23"))).isEmpty();
        assertThat(broken(aWish().where("reservable-until", "2026-11-23"))).containsExactly("reservable-until");
        assertThat(broken(aWish().where("reservable-until", "2026-11-24"))).isEmpty();
        assertThat(new OnReservableDay()
                        .brokenBy(
                                aWish().where("reservable-until", "2026-11-23").wish()))
                .hasValueSatisfying(
                        violation -> assertThat(violation.args()).containsExactly(LocalDate.of(2026, 11, 22)));
    }

    @Test
    void aReservableDayIsThatOfTheOpeningAlsoPastMidnight() {
        var pastMidnight = aWish().onDays(open("2026-11-23T20:00", "2026-11-24T02:00"))
                .from("2026-11-24T00:30", "2026-11-24T01:30");
        assertThat(broken(pastMidnight.where("reservable-until", "2026-11-24"))).isEmpty();
    }

    @Test
    void daysAreReleasedWeekByWeek() {
        var onMondays = aWish().where("releases", "MONDAY 08:00 7");
        assertThat(broken(onMondays.at(Wishes.berlin("2026-11-22T12:00")))).isEmpty();
        assertThat(new Released()
                        .brokenBy(aWish().where("releases", "MONDAY 08:00 6").wish()))
                .hasValueSatisfying(violation -> assertThat(violation.args())
                        .containsExactly(LocalDate.of(2026, 11, 22), DayOfWeek.MONDAY, LocalTime.of(8, 0)));
        assertThat(broken(aWish().where("releases", "MONDAY 08:00 6").at(Wishes.berlin("2026-11-23T07:59"))))
                .containsExactly("releases");
        assertThat(broken(aWish().where("releases", "MONDAY 08:00 6").at(Wishes.berlin("2026-11-23T08:00"))))
                .isEmpty();
    }

    @Test
    void releasesReplaceThePlainNotice() {
        var farAhead = aWish().onDays(open("2026-12-22T12:00", "2026-12-22T21:00"))
                .from("2026-12-22T12:30", "2026-12-22T13:00");
        assertThat(broken(farAhead)).containsExactly("notice-at-most");
        assertThat(broken(farAhead.where("releases", "MONDAY 08:00 60"))).isEmpty();
        assertThat(broken(farAhead.where(StatedBy.SPACE, "room", "notice-at-most", "P20D")))
                .as("stated nearer than the releases")
                .containsExactly("notice-at-most");
    }

    @Test
    void whereTheOwnerDecidesThereMustBeTimeForIt() {
        var today = aWish().onDays(open("2026-11-22T11:00", "2026-11-22T20:00")).where("approval-needed", "true");
        assertThat(broken(today.from("2026-11-22T14:00", "2026-11-22T15:00"))).containsExactly("decision-before");
        assertThat(broken(today.from("2026-11-22T14:30", "2026-11-22T15:30"))).isEmpty();
        assertThat(broken(aWish().onDays(open("2026-11-22T11:00", "2026-11-22T20:00"))
                        .from("2026-11-22T13:00", "2026-11-22T14:00")))
                .as("nobody decides")
                .isEmpty();
    }

    @Test
    void aSpaceMayBeForGroupsOfSomeSize() {
        assertThat(broken(aWish().where("people-from", "3").forPeople(2))).containsExactly("people-from");
        assertThat(broken(aWish().where("people-from", "3").forPeople(3))).isEmpty();
        assertThat(broken(aWish().where("people-to", "6").forPeople(6))).isEmpty();
        assertThat(broken(aWish().where("people-to", "6").forPeople(7))).containsExactly("people-to");
    }

    @Test
    void aSpaceMayBeForSomePurposes() {
        assertThat(broken(aWish().where("purposes", "SPORT,CULTURE"))).containsExactly("purposes");
        assertThat(broken(aWish().where("purposes", "SPORT,STUDY"))).isEmpty();
        assertThat(broken(aWish().where("purposes", "SPORT").forPurpose(null)))
                .as("a hold has no purpose yet")
                .isEmpty();
    }

    @Test
    void whatIsGivenOutByRoundsIsNotBooked() {
        assertThat(broken(aWish().where("allocation", "ROUND"))).containsExactly("allocation");
        assertThat(broken(aWish().where("allocation", "BOTH"))).isEmpty();
        assertThat(broken(aWish().where("allocation", "DIRECT"))).isEmpty();
    }

    /** The description of the interface lists the names; this reads the program to see that none is missing. */
    @Test
    void everyNameIsDescribed() throws IOException {
        Pattern name = Pattern.compile("Violation\\s*\\.of\\(\\s*\"([a-z-]+)\"");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/evenhall/bookings/domain/rules"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                name.matcher(Files.readString(source)).results().forEach(found -> assertThat(
                                RuleNames.ALL.split(",? (and for limits )?"))
                        .contains(found.group(1)));
            }
        }
    }

    @Test
    void aDayThatHadNotEnoughBookingsInTimeTakesNoMore() {
        var dayNeedsTwo = aWish().where("minimum-bookings", "2").where("minimum-by", "PT24H");
        assertThat(broken(dayNeedsTwo.at(berlin("2026-11-22T17:59")))).isEmpty();
        assertThat(broken(dayNeedsTwo.at(berlin("2026-11-22T18:00")).onADayWith(2)))
                .isEmpty();
        assertThat(new EnoughBookings().brokenBy(dayNeedsTwo.onADayWith(1).wish()))
                .hasValueSatisfying(violation -> {
                    assertThat(violation.rule()).isEqualTo("minimum-bookings");
                    assertThat(violation.args())
                            .contains(LocalDate.of(2026, 11, 23), 2, 1)
                            .contains(berlin("2026-11-22T18:00").atZone(ListedSpaces.BERLIN));
                });
    }

    @Test
    void whomAClosureHitIsNotAskedAboutNoticeAndLimitsAgain() {
        var late = aWish().where("notice-at-least", "P2D").havingOpen(3, "room");
        assertThat(broken(late)).contains("notice-at-least", "open-bookings-in-space");
        assertThat(BookingRules.brokenElsewhere(late.wish())).isEmpty();
        assertThat(BookingRules.brokenElsewhere(late.forPeople(9).wish()))
                .extracting(Violation::rule)
                .containsExactly("people");
    }
}
