package org.evenhall.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenhall.bookings.Reception.at;

import org.evenhall.bookings.Bookings.ChangeBooking;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Expected;
import org.evenhall.kernel.Refused;
import org.evenhall.spaces.Listed;
import org.evenhall.store.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may give or take a booking back, and until when; a page offers just what the door then does. */
class GivingBackTest {

    private Reception reception;
    private Listed room;
    private Caller resident;
    private Caller owner;

    private void open(Databases database, String... rules) {
        reception = new Reception(database).where("cancel-before", "PT4H");
        for (String rule : rules) {
            reception.where(rule, "true");
        }
        room = reception.room();
        resident = reception.resident();
        owner = reception.owner(room);
    }

    private BookingView aBooking() {
        return reception.book(resident, room, "2026-11-23T18:00", "2026-11-23T20:00");
    }

    private boolean mayCancel(Caller caller, BookingView booking) {
        return reception.in(() -> reception.get(Bookings.class).mayCancel(caller, booking.id()));
    }

    private BookingView change(Caller caller, BookingView booking, ChangeBooking change) {
        return reception.in(() -> reception.get(Bookings.class).change(caller, booking.id(), change, Expected.ANY));
    }

    @ParameterizedTest
    @EnumSource
    void isTheBookersUntilTheTimeStatedAndTheOwnersUntilTheEnd(Databases database) {
        open(database);
        var booking = aBooking();
        reception.until("2026-11-23T13:59");
        assertThat(mayCancel(resident, booking)).isTrue();
        reception.until("2026-11-23T14:00");
        assertThat(mayCancel(resident, booking)).isFalse();
        assertThatThrownBy(() -> reception.cancel(resident, booking))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.violations())
                        .singleElement()
                        .satisfies(broken -> {
                            assertThat(broken.rule()).isEqualTo("cancel-before");
                            assertThat(broken.args())
                                    .containsExactly(at("2026-11-23T14:00").atZoneSameInstant(room.zone()));
                        }));
        reception.until("2026-11-23T19:59");
        assertThat(mayCancel(owner, booking)).isTrue();
        assertThat(reception.cancel(owner, booking).statusReason()).isEqualTo(StatusReason.BY_OWNER);
        assertThat(mayCancel(owner, booking)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void whoeverOnlyAskedMayGiveUpLateAndWhoeverHasComeNotAtAll(Databases database) {
        open(database, "approval-needed", "check-in-needed");
        var request = aBooking();
        var used = reception.book(resident, room, "2026-11-23T20:00", "2026-11-23T21:00");
        reception.decide(owner, used, Approvals.Verdict.APPROVE);
        reception.until("2026-11-23T14:00");
        assertThat(mayCancel(resident, request)).isTrue();
        assertThat(reception.cancel(resident, request).status()).isEqualTo(Status.CANCELLED);
        reception.until("2026-11-23T19:50");
        reception.checkIn(resident, used, null);
        assertThat(mayCancel(resident, used)).isFalse();
        assertThat(mayCancel(owner, used)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aMoveIsNoWayRoundTheTimeStated(Databases database) {
        open(database);
        var booking = aBooking();
        var tomorrow = new ChangeBooking(at("2026-11-24T18:00"), null, null);
        reception.until("2026-11-23T14:00");
        assertThatThrownBy(() -> change(resident, booking, tomorrow))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.violations())
                        .extracting(broken -> broken.rule())
                        .containsExactly("cancel-before"));
        var longer = change(resident, booking, new ChangeBooking(null, at("2026-11-23T21:00"), 3));
        assertThat(longer.end()).isEqualTo(at("2026-11-23T21:00"));
        assertThat(change(owner, booking, tomorrow).start()).isEqualTo(at("2026-11-24T18:00"));
        assertThat(reception.audit().differences()).isEmpty();
    }
}
