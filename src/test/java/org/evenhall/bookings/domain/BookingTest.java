package org.evenhall.bookings.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenhall.bookings.domain.Wishes.aWish;
import static org.evenhall.bookings.domain.Wishes.berlin;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.evenhall.bookings.Status;
import org.evenhall.bookings.StatusReason;
import org.evenhall.kernel.Purpose;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BookingTest {

    private static final Map<Status, Set<Status>> ALLOWED = Map.of(
            Status.REQUESTED, Set.of(Status.CONFIRMED, Status.DECLINED, Status.CANCELLED),
            Status.CONFIRMED, Set.of(Status.CHECKED_IN, Status.COMPLETED, Status.CANCELLED, Status.NO_SHOW),
            Status.CHECKED_IN, Set.of(Status.COMPLETED));

    private static Booking aConfirmedBooking() {
        return Booking.confirmed(aWish().wish(), LocalDate.of(2026, 11, 23), "7K3Q9M", Purpose.STUDY, null);
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

    @Test
    void isCompletedWhenItsTimeHasPassed() {
        var booking = aConfirmedBooking();
        assertThat(booking.statusAt(berlin("2026-11-23T20:29"))).isEqualTo(Status.CONFIRMED);
        assertThat(booking.statusAt(berlin("2026-11-23T20:30"))).isEqualTo(Status.COMPLETED);
    }

    @Test
    void theBookerGivesItBackUntilTheStart() {
        var booking = aConfirmedBooking();
        assertThatThrownBy(() -> booking.cancel(StatusReason.BY_BOOKER, null, berlin("2026-11-23T18:30")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.CONFLICT));
        booking.cancel(StatusReason.BY_BOOKER, "ill", berlin("2026-11-23T18:29"));
        assertThat(booking.statusAt(berlin("2026-11-25T12:00"))).isEqualTo(Status.CANCELLED);
        assertThat(booking.statusReason()).isEqualTo(StatusReason.BY_BOOKER);
    }

    @Test
    void theOwnerTakesItBackUntilTheEnd() {
        var booking = aConfirmedBooking();
        booking.cancel(StatusReason.BY_OWNER, "burst pipe", berlin("2026-11-23T19:00"));
        assertThat(booking.statusReason()).isEqualTo(StatusReason.BY_OWNER);
        var completed = aConfirmedBooking();
        assertThatThrownBy(() -> completed.cancel(StatusReason.BY_OWNER, null, berlin("2026-11-23T20:30")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void nobodyCancelsTwice() {
        var booking = aConfirmedBooking();
        booking.cancel(StatusReason.BY_BOOKER, null, Wishes.NOW);
        assertThatThrownBy(() -> booking.cancel(StatusReason.BY_BOOKER, null, Wishes.NOW))
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
}
