package org.evenhall.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenhall.bookings.Reception.at;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.evenhall.bookings.Approvals.Verdict;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.spaces.Listed;
import org.evenhall.store.Databases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One has done something and not committed it yet, when another who would be told something else begins. */
class AtTheSameMomentTest {

    private static final Duration TICK = Duration.ofMillis(1);

    private Reception reception;
    private Caller resident;

    @AfterEach
    void theAuditorFindsNothing() {
        assertThat(reception.audit().differences()).isEmpty();
    }

    private void open(Databases database) {
        reception = new Reception(database).where("open-bookings-in-city", "1");
        resident = reception.resident();
    }

    private void tickBefore(String local) {
        reception.until(local);
        reception.clock.pass(TICK.negated());
    }

    private void assertLimited(Callable<?> second, Runnable first) {
        assertThatThrownBy(() -> reception.meanwhile(
                        () -> {
                            first.run();
                            reception.clock.pass(TICK);
                        },
                        second))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.violations())
                        .extracting(Violation::rule)
                        .containsExactly("open-bookings-in-city"));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsApprovedAtTheLastMomentStillCounts(Databases database) {
        open(database);
        Listed other = reception.room();
        Listed room = reception.where("approval-needed", "true").room();
        var request = reception.book(resident, room, "2026-11-25T18:00", "2026-11-25T20:00");
        tickBefore("2026-11-25T16:00");
        assertLimited(() -> reception.book(resident, other, "2026-11-26T18:00", "2026-11-26T20:00"), () -> reception
                .get(Approvals.class)
                .decide(reception.owner(room), request.id(), new Approvals.Decision(Verdict.APPROVE, null)));
        assertThat(reception.see(request).status()).isEqualTo(Status.CONFIRMED);
    }

    @ParameterizedTest
    @EnumSource
    void whereSomebodyArrivesAtTheLastMomentTheBookingIsStillOpen(Databases database) {
        open(database);
        Listed other = reception.room();
        Listed room = reception.where("check-in-needed", "true").room();
        var booking = reception.book(resident, room, "2026-11-25T18:00", "2026-11-25T20:00");
        tickBefore("2026-11-25T18:15");
        assertLimited(
                () -> reception.book(resident, other, "2026-11-26T18:00", "2026-11-26T20:00"),
                () -> reception.get(CheckIns.class).checkIn(resident, booking.id(), null));
        assertThat(reception.see(booking).status()).isEqualTo(Status.CHECKED_IN);
    }

    /** Somebody waits for the hour that is held; it is theirs when it is given up, and not when it becomes two. */
    @ParameterizedTest
    @EnumSource
    void aHoldIsMadeLongerWhoeverWaitsForIt(Databases database) {
        open(database);
        Listed room = reception.room();
        var hour = new Holds.RequestHold(room.id(), at("2026-11-25T18:00"), at("2026-11-25T19:00"), 2);
        var two = new Holds.RequestHold(room.id(), at("2026-11-25T18:00"), at("2026-11-25T20:00"), 2);
        var waits = reception.resident();
        var holds = reception.get(Holds.class);
        var held = reception.in(() -> holds.hold(resident, hour));
        var entry = reception.in(() -> reception
                .get(Waitlist.class)
                .join(
                        waits,
                        new Waitlist.JoinWaitlist(
                                room.id(),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                hour.start(),
                                hour.end(),
                                2)));
        var longer = reception.in(() -> holds.hold(resident, two));
        assertThat(longer.id()).isNotEqualTo(held.id());
        assertThat(reception.in(() -> holds.mine(resident))).contains(longer);
        reception.in(() -> {
            holds.release(resident, longer.id());
            return null;
        });
        assertThat(reception
                        .in(() -> reception.get(Waitlist.class).get(waits, entry.id()))
                        .status())
                .isEqualTo(Waitlist.EntryStatus.OFFERED);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsToldToHoldWhatWasClosedMeanwhile(Databases database) {
        open(database);
        Listed room = reception.room();
        var wish = new Holds.RequestHold(room.id(), at("2026-11-25T18:00"), at("2026-11-25T20:00"), 2);
        reception.in(() -> reception.get(Holds.class).hold(resident, wish));
        var closing = new Closures.CloseSpace(at("2026-11-25T17:00"), at("2026-11-25T22:00"), "Heating");
        assertThatThrownBy(() -> reception.meanwhile(
                        () -> reception.get(Closures.class).close(reception.owner(room), room.id(), closing),
                        () -> reception.in(() -> reception.get(Holds.class).hold(resident, wish))))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.violations())
                        .extracting(Violation::rule)
                        .containsExactly("closed"));
        assertThat(reception.in(() -> reception.get(Holds.class).mine(resident)))
                .isEmpty();
    }
}
