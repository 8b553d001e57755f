package org.evenhall.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.bookings.Reception.at;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.evenhall.bookings.Series.OnConflict;
import org.evenhall.bookings.Waitlist.EntryStatus;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Expected;
import org.evenhall.kernel.Purpose;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.proof.Size;
import org.evenhall.spaces.Listed;
import org.evenhall.store.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One person comes to another hour of the same evening in every way that there is, all at once and each in another room, so
 * that no site keeps them apart: as many win as the rules leave room for, and no more.
 */
class LimitsOnEveryPathTest {

    private static final int ROUNDS = Size.rounds(3, 50);
    private static final String DAY = "2026-11-25T";
    private static final String SIX = DAY + "18:00";
    private static final String SEVEN = DAY + "19:00";

    private Reception reception;
    private Caller resident;

    @ParameterizedTest
    @EnumSource
    void hoursOfADay(Databases database) throws Exception {
        reception = new Reception(database).where("hours-per-day-in-city", "3");
        rounds("hours-per-day-in-city", 2);
    }

    @ParameterizedTest
    @EnumSource
    void onePlaceAtATime(Databases database) throws Exception {
        reception = new Reception(database).where("no-two-places", "true");
        rounds("no-two-places", 1);
    }

    private void rounds(String rule, int winners) throws Exception {
        ExecutorService rivals = Executors.newCachedThreadPool();
        try {
            for (int round = 0; round < ROUNDS; round++) {
                resident = reception.resident();
                List<Callable<?>> ways = List.of(
                        single(),
                        heldBefore(),
                        series(),
                        dateOfASeries(),
                        moved(),
                        movedByTheOwner(),
                        longer(),
                        offered());
                assertThat(won(rivals, ways, rule))
                        .as("winners of round %s", round)
                        .isEqualTo(winners);
                assertThat(hoursOfTheDay()).as("hours in round %s", round).isEqualTo(1 + winners);
            }
        } finally {
            rivals.shutdown();
        }
        assertThat(reception.audit().differences()).isEmpty();
    }

    private static int won(ExecutorService rivals, List<Callable<?>> ways, String rule) throws Exception {
        var barrier = new CyclicBarrier(ways.size());
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (Callable<?> way : ways) {
            attempts.add(() -> {
                barrier.await();
                try {
                    way.call();
                    return true;
                } catch (Refused refused) {
                    assertThat(refused.violations()).extracting(Violation::rule).containsExactly(rule);
                    return false;
                }
            });
        }
        int won = 0;
        for (Future<Boolean> attempt : rivals.invokeAll(attempts)) {
            won += attempt.get() ? 1 : 0;
        }
        return won;
    }

    private long hoursOfTheDay() {
        var query = new BookingQuery(
                true,
                null,
                null,
                Status.CONFIRMED,
                at(DAY + "00:00").toInstant(),
                at(DAY + "23:00").toInstant(),
                null,
                false);
        return reception.in(() -> reception.get(Bookings.class).list(resident, query, 0, 50)).items().stream()
                .map(booking -> Duration.between(booking.start(), booking.end()))
                .reduce(Duration.ZERO, Duration::plus)
                .toHours();
    }

    private Callable<?> single() {
        Listed room = reception.room();
        return () -> reception.book(resident, room, SIX, SEVEN);
    }

    private Callable<?> heldBefore() {
        Listed room = reception.room();
        var hold = reception.in(() ->
                reception.get(Holds.class).hold(resident, new Holds.RequestHold(room.id(), at(SIX), at(SEVEN), 2)));
        var wish = new RequestBooking(room.id(), at(SIX), at(SEVEN), 2, Purpose.STUDY, null, hold.id(), null);
        return () -> reception.in(() -> reception.get(Bookings.class).request(resident, wish));
    }

    private Callable<?> series() {
        Listed room = reception.room();
        return () -> booked(room, "FREQ=DAILY;COUNT=2", OnConflict.FAIL);
    }

    private Series.SeriesBooked booked(Listed room, String rule, OnConflict how) {
        var wish = new Series.RequestSeries(room.id(), at(SIX), at(SEVEN), 2, Purpose.STUDY, null, rule, how, null);
        return reception.in(() -> reception.get(Series.class).book(resident, wish));
    }

    private Callable<?> dateOfASeries() {
        Listed room = reception.room();
        var taken = reception.book(reception.resident(), room, SIX, SEVEN);
        var series = booked(room, "FREQ=WEEKLY;COUNT=2", OnConflict.SKIP);
        assertThat(series.skipped()).hasSize(1);
        reception.cancel(Caller.system(), taken);
        return () ->
                reception.in(() -> reception.get(Series.class).add(resident, series.id(), new Series.AddDate(at(SIX))));
    }

    private Callable<?> moved() {
        return change(resident, reception.room(), "2026-11-28", at(SIX), at(SEVEN));
    }

    private Callable<?> movedByTheOwner() {
        Listed room = reception.room();
        return change(reception.owner(room), room, "2026-11-29", at(SIX), at(SEVEN));
    }

    private Callable<?> change(Caller who, Listed room, String day, OffsetDateTime start, OffsetDateTime end) {
        var booking = reception.book(resident, room, day + "T18:00", day + "T19:00");
        var change = new Bookings.ChangeBooking(start, end, null);
        return () -> reception.in(() -> reception.get(Bookings.class).change(who, booking.id(), change, Expected.ANY));
    }

    /** The hour before is theirs already. */
    private Callable<?> longer() {
        var booking = reception.book(resident, reception.room(), DAY + "17:00", SIX);
        var change = new Bookings.ChangeBooking(null, at(SEVEN), null);
        return () ->
                reception.in(() -> reception.get(Bookings.class).change(resident, booking.id(), change, Expected.ANY));
    }

    private Callable<?> offered() {
        Listed room = reception.room();
        var taken = reception.book(reception.resident(), room, SIX, SEVEN);
        var waitlist = reception.get(Waitlist.class);
        var entry = reception.in(() -> waitlist.join(
                resident,
                new Waitlist.JoinWaitlist(
                        room.id(), null, null, null, null, null, null, null, null, null, null, at(SIX), at(SEVEN), 2)));
        reception.cancel(Caller.system(), taken);
        assertThat(reception.in(() -> waitlist.get(resident, entry.id())).status())
                .isEqualTo(EntryStatus.OFFERED);
        return () -> reception.in(() -> waitlist.accept(resident, entry.id(), Waitlist.AcceptOffer.PLAINLY));
    }
}
