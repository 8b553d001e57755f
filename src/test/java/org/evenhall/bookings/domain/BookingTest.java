package org.evenhall.bookings.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenhall.bookings.domain.Wishes.aWish;
import static org.evenhall.bookings.domain.Wishes.berlin;
import static org.evenhall.spaces.ListedSpaces.BERLIN;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.evenhall.bookings.Status;
import org.evenhall.bookings.StatusReason;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.platform.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BookingTest {

    private static final Map<Status, Set<Status>> ALLOWED = Map.of(
            Status.REQUESTED, Set.of(Status.CONFIRMED, Status.DECLINED, Status.CANCELLED),
            Status.CONFIRMED, Set.of(Status.CHECKED_IN, Status.COMPLETED, Status.CANCELLED, Status.NO_SHOW),
            Status.CHECKED_IN, Set.of(Status.COMPLETED));

    private static Booking aConfirmedBooking() {
        return booked(aWish());
    }

    private static Booking aRequest() {
        return booked(aWish().where("approval-needed", "true").where("decision-before", "PT2H"));
    }

    private static Booking aBookingWithCheckIn() {
        return booked(aWish().where("check-in-needed", "true"));
    }

    private static Booking booked(Wishes wishes) {
        return Booking.of(wishes.wish(), "7K3Q9M", null, null);
    }

    @ParameterizedTest
    @EnumSource
    void becomesOnlyWhatTheTableSays(Status from) {
        for (Status to : Status.values()) {
            assertThat(from.mayBecome(to))
                    .as("%s to %s", from, to)
                    .isEqualTo(ALLOWED.getOrDefault(from, Set.of()).contains(to));
        }
    }

    /** What is due is written down by whoever finds it; a closure has a column of its own. */
    @ParameterizedTest
    @EnumSource
    void aClosureMakesOfItOnlyWhatTheTableSays(Status from) {
        Set<Status> open = Set.of(Status.REQUESTED, Status.CONFIRMED, Status.CHECKED_IN);
        assertThat(from.nextWhenClosed())
                .isEqualTo(
                        !open.contains(from)
                                ? Set.of()
                                : Set.of(from == Status.REQUESTED ? from : Status.CONFIRMED, Status.CANCELLED));
    }

    @Test
    void whatIsOverIsNotEndedAgainByAnythingThatComesLate() {
        for (StatusReason by : List.of(StatusReason.BY_BOOKER, StatusReason.BY_OWNER)) {
            var booking = aBookingWithCheckIn();
            booking.cancel(by, null, BERLIN, Wishes.NOW);
            assertThatThrownBy(booking::missed).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(booking::lapse).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> booking.displace("burst pipe", Wishes.NOW))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> booking.proposedUntil(berlin("2026-11-23T12:00")))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(booking.status()).isEqualTo(Status.CANCELLED);
            assertThat(booking.displaced()).isFalse();
        }
    }

    @Test
    void whatCanNoLongerBeGivenBackIsNotMovedAwayEither() {
        var later = aWish().where("cancel-before", "PT4H").from("2026-11-24T18:30", "2026-11-24T20:30");
        var atTheLastMoment = berlin("2026-11-23T14:30");
        var booking = booked(aWish().where("cancel-before", "PT4H"));
        assertThatThrownBy(() -> booking.move(later.at(atTheLastMoment).wish(), false))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.violations())
                        .extracting(violation -> violation.rule())
                        .containsExactly("cancel-before"));
        booking.move(
                aWish().at(atTheLastMoment)
                        .from("2026-11-23T18:00", "2026-11-23T21:00")
                        .wish(),
                false);
        assertThat(booking.slot().start()).isEqualTo(berlin("2026-11-23T18:00"));
        booking.move(later.at(atTheLastMoment).wish(), true);
        assertThat(booking.slot().start()).isEqualTo(berlin("2026-11-24T18:30"));
    }

    @Test
    void aRefusalTellsOnTheClocksOfTheVenueUntilWhenItCouldBeGivenBack() {
        var booking = booked(aWish().where("cancel-before", "PT4H"));
        assertThatThrownBy(() -> booking.cancel(StatusReason.BY_BOOKER, null, BERLIN, berlin("2026-11-23T15:00")))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                                refused.violations().get(0).args())
                        .isEqualTo(List.of(berlin("2026-11-23T14:30").atZone(BERLIN))));
    }

    @Test
    void isCompletedWhenItsTimeHasPassed() {
        var booking = aConfirmedBooking();
        assertThat(booking.statusAt(berlin("2026-11-23T20:29"))).isEqualTo(Status.CONFIRMED);
        assertThat(booking.statusAt(berlin("2026-11-23T20:30"))).isEqualTo(Status.COMPLETED);
    }

    @Test
    void theBookerGivesItBackUntilTheStart() {
        var booking = aConfirmedBooking();
        assertThatThrownBy(() -> booking.cancel(StatusReason.BY_BOOKER, null, BERLIN, berlin("2026-11-23T18:30")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.CONFLICT));
        booking.cancel(StatusReason.BY_BOOKER, "ill", BERLIN, berlin("2026-11-23T18:29"));
        assertThat(booking.statusAt(berlin("2026-11-25T12:00"))).isEqualTo(Status.CANCELLED);
        assertThat(booking.statusReasonAt(Wishes.NOW)).isEqualTo(StatusReason.BY_BOOKER);
    }

    @Test
    void theOwnerTakesItBackUntilTheEnd() {
        var booking = aConfirmedBooking();
        booking.cancel(StatusReason.BY_OWNER, "burst pipe", BERLIN, berlin("2026-11-23T19:00"));
        assertThat(booking.statusReasonAt(Wishes.NOW)).isEqualTo(StatusReason.BY_OWNER);
        var completed = aConfirmedBooking();
        assertThatThrownBy(() -> completed.cancel(StatusReason.BY_OWNER, null, BERLIN, berlin("2026-11-23T20:30")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void nobodyCancelsTwice() {
        var booking = aConfirmedBooking();
        booking.cancel(StatusReason.BY_BOOKER, null, BERLIN, Wishes.NOW);
        assertThatThrownBy(() -> booking.cancel(StatusReason.BY_BOOKER, null, BERLIN, Wishes.NOW))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.CONFLICT));
    }

    @Test
    void numbersAreShortAndHaveNoSignThatIsReadAsAnother() {
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            numbers.add(Numbers.next());
        }
        assertThat(numbers).hasSizeGreaterThan(990).allMatch(number -> number.matches("[2-9A-HJ-NP-RT-Y]{6}"));
    }

    @Test
    void isRequestedWhereTheOwnerApproves() {
        var request = aRequest();
        assertThat(request.statusAt(Wishes.NOW)).isEqualTo(Status.REQUESTED);
        assertThat(request.lastsUntil()).isEqualTo(berlin("2026-11-23T16:30"));
        request.decide(true, "welcome", Wishes.NOW);
        assertThat(request.statusAt(Wishes.NOW)).isEqualTo(Status.CONFIRMED);
        assertThat(request.lastsUntil()).isNull();
        assertThatThrownBy(() -> request.decide(false, null, Wishes.NOW)).isInstanceOf(Refused.class);
    }

    @Test
    void aRequestThatNobodyDecidedHasLapsedWhetherOrNotATimerRan() {
        var request = aRequest();
        assertThat(request.statusAt(berlin("2026-11-23T16:29"))).isEqualTo(Status.REQUESTED);
        assertThat(request.statusAt(berlin("2026-11-23T16:30"))).isEqualTo(Status.DECLINED);
        assertThat(request.statusReasonAt(berlin("2026-11-23T16:30"))).isEqualTo(StatusReason.LAPSED);
        assertThatThrownBy(() -> request.decide(true, null, berlin("2026-11-23T16:30")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theRoomIsLostWhenNobodyComesInTime() {
        var booking = aBookingWithCheckIn();
        assertThat(booking.statusAt(berlin("2026-11-23T18:44"))).isEqualTo(Status.CONFIRMED);
        assertThat(booking.statusAt(berlin("2026-11-23T18:45"))).isEqualTo(Status.NO_SHOW);
        booking.missed();
        assertThat(booking.held().end()).isEqualTo(berlin("2026-11-23T18:45"));
        assertThat(booking.slot().end()).isEqualTo(berlin("2026-11-23T20:30"));
    }

    @Test
    void theRoomIsNotGivenBackBeforeTheFirstFiveMinutesAreOver() {
        var booking = booked(aWish().where("check-in-needed", "true").where("check-in-closes", "PT0S"));
        assertThat(booking.statusAt(berlin("2026-11-23T18:30"))).isEqualTo(Status.NO_SHOW);
        booking.missed();
        assertThat(booking.held().end()).isEqualTo(berlin("2026-11-23T18:35"));
    }

    @Test
    void somebodyWhoComesAtTheStartIsInTimeWhateverTheRulesSay() {
        var booking = booked(aWish().where("check-in-needed", "true")
                .where("check-in-opens", "PT0S")
                .where("check-in-closes", "PT0S"));
        assertThat(booking.checkInFrom()).isEqualTo(berlin("2026-11-23T18:30"));
        assertThat(booking.checkInUntil()).isEqualTo(berlin("2026-11-23T18:35"));
        booking.checkIn(berlin("2026-11-23T18:30"));
        assertThat(booking.status()).isEqualTo(Status.CHECKED_IN);
    }

    @Test
    void whoHasComeKeepsTheRoom() {
        var booking = aBookingWithCheckIn();
        booking.checkIn(berlin("2026-11-23T18:40"));
        assertThat(booking.statusAt(berlin("2026-11-23T19:40"))).isEqualTo(Status.CHECKED_IN);
        assertThat(booking.statusAt(berlin("2026-11-23T20:30"))).isEqualTo(Status.COMPLETED);
        booking.leave(berlin("2026-11-23T20:00"), berlin("2026-11-23T19:58"));
        assertThat(booking.held().end()).isEqualTo(berlin("2026-11-23T20:00"));
    }

    @ParameterizedTest
    @EnumSource
    void isToldByAWordInBothLanguages(Status status) {
        assertThat(Messages.label(Locale.ENGLISH, status)).isNotEqualTo(status.name());
        assertThat(Messages.label(Locale.CHINESE, status)).isNotEqualTo(status.name());
    }

    @Test
    void keepsItsTermsWhenTheRulesChange() {
        var booking = booked(aWish().where("cancel-before", "PT4H"));
        assertThat(booking.cancelUntil()).isEqualTo(berlin("2026-11-23T14:30"));
        assertThatThrownBy(() -> booking.cancel(StatusReason.BY_BOOKER, null, BERLIN, berlin("2026-11-23T14:30")))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.POLICY);
                    assertThat(Messages.told(
                                    Locale.ENGLISH, refused.violations().get(0)))
                            .isEqualTo("It could be given back until Mon 23 Nov 2026, 14:30.");
                });
        booking.cancel(StatusReason.BY_OWNER, null, BERLIN, berlin("2026-11-23T14:30"));
        assertThat(booking.status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void anApprovedTimeIsMovedByTheOwnerOnly() {
        var elsewhen = aWish().from("2026-11-23T18:00", "2026-11-23T19:00").where("approval-needed", "true");
        var approved = aRequest();
        approved.decide(true, null, Wishes.NOW);
        assertThatThrownBy(() -> approved.move(elsewhen.wish(), false))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.violations())
                        .extracting(violation -> violation.rule())
                        .containsExactly("approval-on-move"));
        var byOwner = aRequest();
        byOwner.decide(true, null, Wishes.NOW);
        byOwner.move(elsewhen.wish(), true);
        assertThat(byOwner.statusAt(Wishes.NOW)).isEqualTo(Status.CONFIRMED);
        assertThat(byOwner.slot().start()).isEqualTo(berlin("2026-11-23T18:00"));
        var undecided = aRequest();
        undecided.move(elsewhen.wish(), false);
        assertThat(undecided.statusAt(Wishes.NOW)).isEqualTo(Status.REQUESTED);
    }

    @Test
    void eachChangeRaisesTheSequence() {
        var booking = aConfirmedBooking();
        int before = booking.changes();
        booking.move(aWish().from("2026-11-23T18:00", "2026-11-23T19:00").wish(), false);
        assertThat(booking.changes()).isGreaterThan(before);
    }

    @Test
    void whomAClosureHitEndsWhenNobodyAnswersInTime() {
        for (Booking booking : List.of(aConfirmedBooking(), aRequest(), aBookingWithCheckIn())) {
            booking.proposedUntil(berlin("2026-11-23T12:00"));
            assertThat(booking.lastsUntil()).isNull();
            assertThat(booking.statusAt(berlin("2026-11-23T11:59"))).isEqualTo(booking.status());
            assertThat(booking.statusAt(berlin("2026-11-23T12:00"))).isEqualTo(Status.CANCELLED);
            assertThat(booking.statusReasonAt(berlin("2026-11-24T12:00"))).isEqualTo(StatusReason.CLOSURE);
        }
    }

    @Test
    void whoIsAskedAboutAnotherSpaceCannotCheckInButMayGiveUpLate() {
        var booking = booked(aWish().where("check-in-needed", "true").where("cancel-before", "P1D"));
        booking.proposedUntil(berlin("2026-11-23T18:30"));
        assertThatThrownBy(() -> booking.checkIn(berlin("2026-11-23T18:20")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("booking.refused.displaced"));
        booking.cancel(StatusReason.BY_BOOKER, null, BERLIN, berlin("2026-11-23T18:20"));
        assertThat(booking.status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void takingAnotherSpaceEndsTheQuestionAndConfirmsARequestWhereNobodyApproves() {
        var booking = aRequest();
        booking.proposedUntil(berlin("2026-11-23T12:00"));
        booking.move(aWish().wish(), true);
        assertThat(booking.displaced()).isFalse();
        assertThat(booking.status()).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void aBookingThatAClosureCutsShortIsNotMissedAfterItsEnd() {
        var booking = aBookingWithCheckIn();
        booking.shorten(berlin("2026-11-23T18:35"));
        assertThat(booking.statusAt(berlin("2026-11-23T18:34"))).isEqualTo(Status.CONFIRMED);
        assertThat(booking.lastsUntil()).isEqualTo(booking.slot().end()).isEqualTo(berlin("2026-11-23T18:35"));
    }
}
