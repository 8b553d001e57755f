package org.evenhall.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenhall.bookings.Reception.at;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.evenhall.availability.SlotTaken;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Expected;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.spaces.Listed;
import org.evenhall.store.Databases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who comes, who does not, and who leaves; the auditor looks at the calendar after each. */
class ArrivalsTest {

    private Reception reception;
    private Listed room;
    private Caller resident;

    @AfterEach
    void theAuditorFindsNothing() {
        assertThat(reception.audit().differences()).isEmpty();
    }

    private void open(Databases database) {
        reception = new Reception(database).where("check-in-needed", "true").where("buffer-after", "PT15M");
        room = reception.room();
        resident = reception.resident();
    }

    private BookingView aBooking() {
        return reception.book(resident, room, "2026-11-23T18:00", "2026-11-23T20:00");
    }

    private static void assertRefused(Reason reason, String key, ThrowingCallable doing) {
        assertThatThrownBy(doing).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(
                            refused.violations().isEmpty()
                                    ? refused.key()
                                    : refused.violations().get(0).key())
                    .isEqualTo(key);
        });
    }

    @ParameterizedTest
    @EnumSource
    void whoeverComesInTimeKeepsTheRoom(Databases database) {
        open(database);
        var booking = aBooking();
        reception.until("2026-11-23T17:44");
        assertRefused(Reason.CONFLICT, "check-in.refused.early", () -> reception.checkIn(resident, booking, null));
        reception.until("2026-11-23T17:45");
        var arrived = reception.checkIn(resident, booking, null);
        assertThat(arrived.status()).isEqualTo(Status.CHECKED_IN);
        assertThat(arrived.checkIn().checkedInAt()).isEqualTo(at("2026-11-23T17:45"));
        assertRefused(Reason.CONFLICT, "booking.refused.status", () -> reception.checkIn(resident, booking, null));
        reception.until("2026-11-23T18:20");
        reception.runTimers();
        assertThat(reception.see(booking).status()).isEqualTo(Status.CHECKED_IN);
        assertThatThrownBy(() -> reception.book(reception.resident(), room, "2026-11-23T18:30", "2026-11-23T19:30"))
                .isInstanceOf(SlotTaken.class);
    }

    @ParameterizedTest
    @EnumSource
    void theRoomGoesBackToWhoeverComesNextEvenBeforeATimerHasRun(Databases database) {
        open(database);
        var booking = aBooking();
        reception.until("2026-11-23T18:15");
        assertRefused(Reason.CONFLICT, "check-in.refused.late", () -> reception.checkIn(resident, booking, null));
        assertThat(reception.see(booking).status()).isEqualTo(Status.NO_SHOW);
        var next = reception.book(reception.resident(), room, "2026-11-23T18:30", "2026-11-23T19:30");
        assertThat(next.status()).isEqualTo(Status.CONFIRMED);
        assertThat(reception.told(booking.id())).containsExactly(BookingNews.Kind.CONFIRMED, BookingNews.Kind.NO_SHOW);
        reception.runTimers();
        assertThat(reception.told(booking.id())).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void aTimerTakesTheRoomBackWhereNobodyAsks(Databases database) {
        open(database);
        var booking = aBooking();
        reception.until("2026-11-23T18:15");
        reception.runTimers();
        assertThat(reception.told(booking.id())).containsExactly(BookingNews.Kind.CONFIRMED, BookingNews.Kind.NO_SHOW);
    }

    @ParameterizedTest
    @EnumSource
    void theCodeOnTheDoorIsAskedOfTheBookerAndNotOfTheDesk(Databases database) {
        open(database);
        reception.state(room.id(), "check-in-code", "true");
        var owner = reception.owner(room);
        var doors = reception.get(CheckIns.class);
        String code = reception.in(() -> doors.doorCode(owner, room.id())).code();
        var booking = aBooking();
        var second = reception.book(resident, room, "2026-11-23T21:00", "2026-11-23T22:00");
        reception.until("2026-11-23T18:00");
        assertRefused(Reason.POLICY, "check-in.code-missing", () -> reception.checkIn(resident, booking, " "));
        assertRefused(Reason.POLICY, "check-in.code-wrong", () -> reception.checkIn(resident, booking, "ABCDEFGH"));
        String typed = (code.substring(0, 4) + " " + code.substring(4)).toLowerCase(java.util.Locale.ROOT);
        assertThat(reception.checkIn(resident, booking, typed).status()).isEqualTo(Status.CHECKED_IN);
        String renewed =
                reception.in(() -> doors.renewDoorCode(owner, room.id())).code();
        reception.until("2026-11-23T21:00");
        assertRefused(Reason.POLICY, "check-in.code-wrong", () -> reception.checkIn(resident, second, code));
        assertThat(renewed).isNotEqualTo(code);
        assertThat(reception.checkIn(reception.clerk(room), second, null).status())
                .isEqualTo(Status.CHECKED_IN);
    }

    @ParameterizedTest
    @EnumSource
    void theLinkOfTheReminderStandsForSigningInAndForNothingElse(Databases database) {
        open(database);
        var booking = aBooking();
        var other = reception.book(resident, room, "2026-11-23T21:00", "2026-11-23T22:00");
        var door = reception.get(CheckIns.class);
        String key = reception
                .in(() -> door.invitation(Caller.system(), booking.id()))
                .orElseThrow()
                .replaceFirst(".*key=", "");
        Caller nobody = Caller.anonymous(java.util.Locale.ENGLISH);
        reception.until("2026-11-23T18:00");
        assertRefused(
                Reason.NOT_FOUND,
                "problem.not-found.booking",
                () -> reception.in(() -> door.checkInByLink(nobody, other.id(), key, null)));
        assertThat(reception.in(() -> door.invited(nobody, booking.id(), key)).status())
                .isEqualTo(Status.CONFIRMED);
        assertThat(reception
                        .in(() -> door.checkInByLink(nobody, booking.id(), key, null))
                        .status())
                .isEqualTo(Status.CHECKED_IN);
    }

    @ParameterizedTest
    @EnumSource
    void whoLeavesEarlyFreesTheRestFromTheNextFiveMinutesOn(Databases database) {
        open(database);
        var booking = aBooking();
        var door = reception.get(CheckIns.class);
        assertRefused(
                Reason.CONFLICT,
                "departure.refused.not-begun",
                () -> reception.in(() -> door.leave(resident, booking.id())));
        reception.until("2026-11-23T18:01");
        assertRefused(
                Reason.CONFLICT,
                "departure.refused.not-checked-in",
                () -> reception.in(() -> door.leave(resident, booking.id())));
        reception.checkIn(resident, booking, null);
        reception.until("2026-11-23T18:56");
        assertThat(reception.in(() -> door.leave(resident, booking.id())).status())
                .isEqualTo(Status.COMPLETED);
        assertThatThrownBy(() -> reception.book(reception.resident(), room, "2026-11-23T18:30", "2026-11-23T19:30"))
                .isInstanceOf(Refused.class);
        assertThat(reception
                        .book(reception.resident(), room, "2026-11-23T19:00", "2026-11-23T20:00")
                        .status())
                .isEqualTo(Status.CONFIRMED);
        assertRefused(
                Reason.CONFLICT,
                "booking.refused.status",
                () -> reception.in(() -> door.leave(resident, booking.id())));
    }

    @ParameterizedTest
    @EnumSource
    void whoStaysLongerGetsTheTimeOnlyWhereItIsFreeAndOpen(Databases database) {
        open(database);
        var booking = aBooking();
        var next = reception.book(reception.resident(), room, "2026-11-23T21:00", "2026-11-23T22:00");
        reception.until("2026-11-23T18:00");
        reception.checkIn(resident, booking, null);
        var doors = reception.get(Bookings.class);
        var longer = reception.in(() -> doors.change(
                resident, booking.id(), new Bookings.ChangeBooking(null, at("2026-11-23T20:30"), null), Expected.ANY));
        assertThat(longer.end()).isEqualTo(at("2026-11-23T20:30"));
        assertThat(longer.status()).isEqualTo(Status.CHECKED_IN);
        assertThatThrownBy(() -> reception.in(() -> doors.change(
                        resident,
                        booking.id(),
                        new Bookings.ChangeBooking(null, at("2026-11-23T21:00"), null),
                        Expected.ANY)))
                .as("the buffer of the neighbour")
                .isInstanceOf(SlotTaken.class);
        assertThat(reception.see(booking).end()).isEqualTo(at("2026-11-23T20:30"));
        reception.cancel(Caller.system(), next);
        assertThatThrownBy(() -> reception.in(() -> doors.change(
                        resident,
                        booking.id(),
                        new Bookings.ChangeBooking(null, at("2026-11-23T22:30"), null),
                        Expected.ANY)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.violations())
                        .extracting(violation -> violation.rule())
                        .contains("opening-hours"));
        assertThat(reception.told(booking.id()))
                .containsExactly(BookingNews.Kind.CONFIRMED, BookingNews.Kind.CHECKED_IN, BookingNews.Kind.EXTENDED);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOverIsWrittenDownAtNightWithoutBeingChanged(Databases database) {
        open(database);
        var booking = aBooking();
        reception.until("2026-11-23T18:00");
        reception.checkIn(resident, booking, null);
        reception.until("2026-11-24T02:10");
        assertThat(reception.in(() -> reception.get(CheckIns.class).complete(Caller.system())))
                .isTrue();
        assertThat(reception.in(() -> reception.get(CheckIns.class).complete(Caller.system())))
                .isFalse();
        assertThat(reception.sql.count(
                        "SELECT COUNT(*) FROM booking WHERE status = 'COMPLETED' AND id = ?", booking.id()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void whoLostTheRoomToAClosureDoesNotCountAsHavingBeenThere(Databases database) {
        open(database);
        var booking = aBooking();
        reception.until("2026-11-24T02:10");
        reception.in(() -> reception.sql.update(
                "UPDATE booking SET check_in_until = NULL, proposal_until = start_at WHERE id = ?", booking.id()));
        reception.in(() -> reception.get(CheckIns.class).complete(Caller.system()));
        assertThat(reception.sql.count(
                        "SELECT COUNT(*) FROM booking WHERE status = 'CONFIRMED' AND id = ?", booking.id()))
                .isEqualTo(1);
    }
}
