package org.evenhall.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenhall.bookings.Reception.at;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.evenhall.availability.SlotTaken;
import org.evenhall.bookings.Approvals.Verdict;
import org.evenhall.bookings.BookingNews.Kind;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Expected;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.proof.Size;
import org.evenhall.spaces.Listed;
import org.evenhall.store.Databases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApprovalsTest {

    private static final int RIVALS = Size.rounds(8, 32);
    private static final int ROUNDS = Size.rounds(10, 200);

    private Reception reception;
    private Listed room;
    private Caller resident;
    private Caller owner;

    @AfterEach
    void theAuditorFindsNothing() {
        assertThat(reception.audit().differences()).isEmpty();
    }

    private void open(Databases database) {
        reception = new Reception(database).where("approval-needed", "true").where("decision-before", "PT2H");
        room = reception.room();
        resident = reception.resident();
        owner = reception.owner(room);
    }

    private BookingView aRequest() {
        return reception.book(resident, room, "2026-11-25T18:00", "2026-11-25T20:00");
    }

    private boolean isFree() {
        try {
            reception.cancel(
                    Caller.system(),
                    reception.book(reception.resident(), room, "2026-11-25T18:30", "2026-11-25T19:30"));
            return true;
        } catch (SlotTaken e) {
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource
    void anApprovedRequestKeepsItsTimeForGood(Databases database) {
        open(database);
        var request = aRequest();
        assertThat(request.status()).isEqualTo(Status.REQUESTED);
        assertThat(reception.decide(owner, request, Verdict.APPROVE).status()).isEqualTo(Status.CONFIRMED);
        assertThatThrownBy(() -> reception.decide(owner, request, Verdict.DECLINE))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.CONFLICT));
        reception.until("2026-11-25T16:30");
        reception.runTimers();
        assertThat(reception.see(request).status()).isEqualTo(Status.CONFIRMED);
        reception.state(room.id(), "approval-needed", "false");
        assertThat(isFree()).isFalse();
        assertThat(reception.told(request.id()))
                .startsWith(Kind.REQUESTED, Kind.CONFIRMED)
                .doesNotContain(Kind.LAPSED);
    }

    @ParameterizedTest
    @EnumSource
    void theOwnerHearsThatSomebodyAsks(Databases database) {
        open(database);
        aRequest();
        reception.book(owner, room, "2026-11-26T18:00", "2026-11-26T20:00");
        assertThat(reception.toldAtTheDesk(owner)).as("not of their own").containsExactly(Kind.ASKED);
        assertThat(reception.toldAtTheDesk(resident)).isEmpty();
        assertThat(reception.toldAtTheDesk(reception.clerk(room))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aRequestThatIsChangedIsStillNoBooking(Databases database) {
        open(database);
        var request = aRequest();
        change(request, new Bookings.ChangeBooking(at("2026-11-25T18:30"), at("2026-11-25T20:00"), null));
        reception.decide(owner, request, Verdict.APPROVE);
        change(request, new Bookings.ChangeBooking(null, null, 1));
        reception.cancel(owner, request);
        assertThat(reception.told(request.id()))
                .containsExactly(
                        Kind.REQUESTED, Kind.REQUEST_CHANGED, Kind.CONFIRMED, Kind.PEOPLE_CHANGED, Kind.TAKEN_BACK);
    }

    private void change(BookingView booking, Bookings.ChangeBooking change) {
        reception.in(() -> reception.get(Bookings.class).change(resident, booking.id(), change, Expected.ANY));
    }

    @ParameterizedTest
    @EnumSource
    void theOwnersWillCountsWhateverTheRulesSayByThen(Databases database) {
        open(database);
        var request = aRequest();
        reception.state(room.id(), "longest-duration", "PT1H");
        assertThat(reception.decide(owner, request, Verdict.APPROVE).status()).isEqualTo(Status.CONFIRMED);
    }

    @ParameterizedTest
    @EnumSource
    void aDeclinedRequestGivesItsTimeBack(Databases database) {
        open(database);
        var request = aRequest();
        assertThat(isFree()).isFalse();
        assertThat(reception.decide(owner, request, Verdict.DECLINE).status()).isEqualTo(Status.DECLINED);
        assertThat(isFree()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aRequestThatNobodyDecidesLapsesByTheTimerOrForWhoeverComesNext(Databases database) {
        open(database);
        var request = aRequest();
        reception.until("2026-11-25T16:00");
        assertThatThrownBy(() -> reception.decide(owner, request, Verdict.APPROVE))
                .isInstanceOf(Refused.class);
        reception.state(room.id(), "approval-needed", "false");
        assertThat(isFree()).isTrue();
        assertThat(reception.see(request).statusReason()).isEqualTo(StatusReason.LAPSED);
        reception.runTimers();
        assertThat(reception.told(request.id())).containsExactly(Kind.REQUESTED, Kind.LAPSED);
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheOwnerDecides(Databases database) {
        open(database);
        var request = aRequest();
        assertThatThrownBy(() -> reception.decide(resident, request, Verdict.APPROVE))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.FORBIDDEN));
        assertThatThrownBy(() -> reception.decide(reception.owner(reception.room()), request, Verdict.APPROVE))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_FOUND));
    }

    @ParameterizedTest
    @EnumSource
    void whoStaysLongerInARoomThatIsApprovedAsksTheOwner(Databases database) {
        open(database);
        var request = aRequest();
        reception.decide(owner, request, Verdict.APPROVE);
        reception.until("2026-11-25T19:00");
        var longer = new Bookings.ChangeBooking(null, Reception.at("2026-11-25T20:30"), null);
        var door = reception.get(Bookings.class);
        assertThatThrownBy(() -> reception.in(() -> door.change(resident, request.id(), longer, Expected.ANY)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.violations())
                        .extracting(violation -> violation.rule())
                        .containsExactly("approval-on-move"));
        assertThat(reception
                        .in(() -> door.change(owner, request.id(), longer, Expected.ANY))
                        .end())
                .isEqualTo(Reception.at("2026-11-25T20:30"));
    }

    /** Owners approve and decline the same request, its booker gives it back, and others want the time. */
    @ParameterizedTest
    @EnumSource
    void amongOwnersTheBookerAndOthersOneOutcomeStands(Databases database) throws Exception {
        open(database);
        ExecutorService rivals = Executors.newFixedThreadPool(RIVALS);
        List<Caller> others = new ArrayList<>();
        for (int i = 0; i < RIVALS; i++) {
            others.add(reception.resident());
        }
        try {
            for (int round = 0; round < ROUNDS; round++) {
                contend(rivals, others, round);
            }
        } finally {
            rivals.shutdown();
        }
    }

    private void contend(ExecutorService rivals, List<Caller> others, int round) throws Exception {
        var request = aRequest();
        var barrier = new CyclicBarrier(RIVALS);
        List<Callable<BookingView>> attempts = new ArrayList<>();
        for (int rival = 0; rival < RIVALS; rival++) {
            int number = rival;
            attempts.add(() -> {
                barrier.await();
                try {
                    return switch (number % 4) {
                        case 0 -> reception.decide(owner, request, Verdict.APPROVE);
                        case 1 -> reception.decide(owner, request, Verdict.DECLINE);
                        case 2 -> reception.cancel(resident, request);
                        default -> reception.book(others.get(number), room, "2026-11-25T18:30", "2026-11-25T19:30");
                    };
                } catch (Refused refused) {
                    assertThat(refused.reason()).isIn(Reason.CONFLICT, Reason.SLOT_TAKEN);
                    return null;
                }
            });
        }
        List<BookingView> done = new ArrayList<>();
        for (Future<BookingView> attempt : rivals.invokeAll(attempts)) {
            if (attempt.get() != null) {
                done.add(attempt.get());
            }
        }
        Status end = reception.see(request).status();
        List<Kind> told = reception.told(request.id());
        assertThat(told).as("what was told in round %s", round).startsWith(Kind.REQUESTED);
        assertThat(told.subList(1, told.size()))
                .as("approved and given back, or one of three")
                .isIn(
                        List.of(Kind.CONFIRMED),
                        List.of(Kind.CONFIRMED, Kind.CANCELLED),
                        List.of(Kind.DECLINED),
                        List.of(Kind.CANCELLED));
        List<BookingView> next =
                done.stream().filter(view -> !view.id().equals(request.id())).toList();
        assertThat(next.size()).as("who came next in round %s", round).isLessThanOrEqualTo(end.holdsTheSlot() ? 0 : 1);
        assertThat(done.size() - next.size()).isEqualTo(told.size() - 1);
        next.forEach(view -> reception.cancel(Caller.system(), view));
        if (end.holdsTheSlot()) {
            reception.cancel(Caller.system(), request);
        }
    }
}
