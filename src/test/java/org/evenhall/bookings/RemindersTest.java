package org.evenhall.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.bookings.Reception.at;

import org.evenhall.bookings.BookingNews.Kind;
import org.evenhall.bookings.arrivals.Reminding;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Expected;
import org.evenhall.spaces.Listed;
import org.evenhall.store.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemindersTest {

    private Reception reception;
    private Caller resident;
    private BookingView booking;

    private void book(Databases database) {
        reception = new Reception(database).where("reminders", "PT24H,PT1H");
        Listed room = reception.room();
        resident = reception.resident();
        booking = reception.book(resident, room, "2026-11-25T18:00", "2026-11-25T20:00");
    }

    @ParameterizedTest
    @EnumSource
    void remindsADayAndAnHourBeforeAndThenNoMore(Databases database) {
        book(database);
        reception.until("2026-11-24T18:00");
        reception.runTimers();
        assertThat(reception.told(booking.id())).containsExactly(Kind.CONFIRMED, Kind.REMINDER);
        reception.until("2026-11-25T17:00");
        reception.runTimers();
        assertThat(reception.told(booking.id())).containsExactly(Kind.CONFIRMED, Kind.REMINDER, Kind.REMINDER);
        assertThat(reception.reminder(booking)).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void oneReminderStandsForAllThatWereDueDuringAStandstill(Databases database) {
        book(database);
        reception.until("2026-11-25T17:30");
        reception.runTimers();
        assertThat(reception.told(booking.id())).containsExactly(Kind.CONFIRMED, Kind.REMINDER);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsRemindedOfWhatHasBegun(Databases database) {
        book(database);
        reception.until("2026-11-25T18:00");
        reception.runTimers();
        assertThat(reception.told(booking.id())).containsExactly(Kind.CONFIRMED);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasGivenBackOrMovedRemindsOfNothingWrong(Databases database) {
        book(database);
        reception.in(() -> reception
                .get(Bookings.class)
                .change(
                        resident,
                        booking.id(),
                        new Bookings.ChangeBooking(at("2026-11-27T18:00"), null, null),
                        Expected.ANY));
        assertThat(reception.reminder(booking)).isEqualTo(at("2026-11-26T18:00").toInstant());
        reception.until("2026-11-25T17:00");
        remindAsIfATimerWereLate();
        assertThat(reception.told(booking.id())).containsExactly(Kind.CONFIRMED, Kind.MOVED);
        assertThat(reception.reminder(booking)).isEqualTo(at("2026-11-26T18:00").toInstant());
        reception.cancel(resident, booking);
        reception.until("2026-11-27T17:00");
        remindAsIfATimerWereLate();
        assertThat(reception.told(booking.id())).containsExactly(Kind.CONFIRMED, Kind.MOVED, Kind.CANCELLED);
    }

    private void remindAsIfATimerWereLate() {
        reception.in(() -> {
            reception.get(Reminding.class).of(booking.id());
            return booking;
        });
    }
}
