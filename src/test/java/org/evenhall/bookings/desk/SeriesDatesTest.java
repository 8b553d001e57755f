package org.evenhall.bookings.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.evenhall.bookings.desk.BookersWorld.MONDAY;
import static org.evenhall.bookings.desk.BookersWorld.slot;
import static org.evenhall.spaces.ListedSpaces.BERLIN;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.evenhall.availability.SlotTaken;
import org.evenhall.bookings.desk.series.Reasons;
import org.evenhall.bookings.desk.series.SeriesDates;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.bookings.domain.series.Recurrence;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.Violation;
import org.evenhall.platform.persistence.Statements;
import org.evenhall.platform.text.Messages;
import org.evenhall.spaces.Listed;
import org.evenhall.store.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which dates of a series can be had, what is said of the others, and what is written. */
class SeriesDatesTest {

    private static final int MOST = Recurrence.MOST_DATES;

    private static List<TimeRange> weekly(int count) {
        return IntStream.range(0, count)
                .mapToObj(week -> slot(MONDAY.plusWeeks(week), 18, 1))
                .toList();
    }

    private static SeriesWorld farAhead(Databases database) {
        var world = new SeriesWorld(database);
        world.bookers.where("notice-at-most", "P5000D");
        return world;
    }

    private static Refused refusal(SeriesWorld world, Listed room, List<TimeRange> slots, boolean skip) {
        String person = world.bookers.person();
        return catchThrowableOfType(Refused.class, () -> world.book(person, room, slots, skip));
    }

    @ParameterizedTest
    @EnumSource
    void areBookedAllTogether(Databases database) {
        var world = farAhead(database);
        var room = world.bookers.room();

        List<Booking> booked = world.book(world.bookers.person(), room, weekly(MOST), false);

        assertThat(booked).extracting(Booking::slot).isEqualTo(weekly(MOST));
        assertThat(booked)
                .extracting(Booking::seriesId)
                .doesNotContainNull()
                .containsOnly(booked.get(0).seriesId());
        assertThat(world.booked(room)).isEqualTo(weekly(MOST));
        assertThat(world.audit(room).differences()).isEmpty();
        assertThat(world.timers(Appointments.REMINDER, room)).isEqualTo(MOST);
    }

    @ParameterizedTest
    @EnumSource
    void takeHardlyMoreStatementsForTwoHundredThanForTwo(Databases database) {
        var world = farAhead(database);
        long few = statements(world, 2);
        assertThat(statements(world, MOST)).isLessThanOrEqualTo(few + 4).isLessThan(40);
    }

    private static long statements(SeriesWorld world, int howMany) {
        var person = world.bookers.person();
        var room = world.bookers.room();
        return Statements.during(() -> world.book(person, room, weekly(howMany), false));
    }

    @ParameterizedTest
    @EnumSource
    void areAllRefusedWhereOneIsTakenAndTheTakenOnesAreNamed(Databases database) {
        var world = farAhead(database);
        var room = world.bookers.room();
        world.book(world.bookers.person(), room, weekly(5).get(1));
        world.book(world.bookers.person(), room, weekly(5).get(3));

        Refused refused = refusal(world, room, weekly(5), false);

        assertThat(refused).isInstanceOf(SlotTaken.class);
        assertThat(refused.violations()).extracting(Violation::field).containsExactly("dates[1]", "dates[3]");
        assertThat(Messages.told(Locale.ENGLISH, refused.violations().get(0)))
                .isEqualTo("Mon 30 Nov 2026, 18:00: Somebody else already has this time.");
        assertThat(world.booked(room)).hasSize(2);
        assertThat(world.audit(room).differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void areBookedWithoutThoseThatCannotBeHad(Databases database) {
        var world = farAhead(database);
        var room = world.bookers.room();
        world.book(world.bookers.person(), room, weekly(5).get(1));

        assertThat(world.book(world.bookers.person(), room, weekly(5), true)).hasSize(4);

        assertThat(world.booked(room)).isEqualTo(weekly(5));
        assertThat(world.audit(room).differences()).isEmpty();
        assertThat(refusal(world, room, weekly(5), true)).isInstanceOf(SlotTaken.class);
    }

    @ParameterizedTest
    @EnumSource
    void countAgainstTheLimitsOfTheNext(Databases database) {
        var world = farAhead(database);
        world.bookers.where("open-bookings-in-space", "3");
        var room = world.bookers.room();

        Refused refused = refusal(world, room, weekly(5), false);

        assertThat(refused.reason()).isEqualTo(Reason.POLICY);
        assertThat(refused.violations()).extracting(Violation::field).containsExactly("dates[3]", "dates[4]");
        assertThat(refused.violations()).extracting(Violation::rule).containsOnly("open-bookings-in-space");
        assertThat(world.book(world.bookers.person(), room, weekly(5), true)).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void sayOnceWhatIsWrongWithAllOfThem(Databases database) {
        var world = new SeriesWorld(database);
        var room = world.bookers.room();
        world.bookers.where("longest-duration", "PT30M");
        world.book(world.bookers.person(), room, slot(MONDAY, 9, 0.5));

        Refused refused = refusal(world, room, weekly(7), false);

        assertThat(refused.violations())
                .extracting(Violation::rule)
                .startsWith("longest-duration")
                .endsWith("notice-at-most");
        assertThat(refused.violations()).extracting(Violation::field).containsExactly("end", "dates[5]", "dates[6]");
    }

    @ParameterizedTest
    @EnumSource
    void areOnlyLookedAtInAPreview(Databases database) {
        var world = farAhead(database);
        var room = world.bookers.room();
        String person = world.bookers.person();
        world.book(world.bookers.person(), room, weekly(3).get(2));

        SeriesDates.Examined seen = world.bookers.transactions.run(() -> world.dates.preview(
                SeriesWorld.SOMEBODY, world.order(person, room, weekly(3).get(0)), weekly(3)));

        assertThat(seen.bookings()).hasSize(2);
        assertThat(seen.atFault()).singleElement().satisfies(date -> {
            assertThat(date.slot()).isEqualTo(weekly(3).get(2));
            Reasons kept = Reasons.read(date.reasons().kept());
            assertThat(kept.in(Locale.ENGLISH)).isEqualTo("Somebody else already has this time.");
            assertThat(kept.in(Locale.CHINESE)).isEqualTo("该时段已被他人占用。");
        });
        assertThat(world.booked(room)).hasSize(1);
    }

    /** Half past six stays half past six, over the change to winter time and the one to summer time. */
    @ParameterizedTest
    @EnumSource
    void keepTheClockOnTheWall(Databases database) {
        var world = farAhead(database);
        for (LocalDate first : List.of(LocalDate.of(2027, 3, 25), LocalDate.of(2027, 10, 28))) {
            var room = world.bookers.room();
            TimeRange slot = slot(first, 18, 1.5);
            var slots = Recurrence.parse("FREQ=WEEKLY;COUNT=2").slots(slot, BERLIN);

            world.book(world.bookers.person(), room, slots, false);

            assertThat(world.booked(room))
                    .extracting(
                            each -> each.start().atZone(BERLIN).toLocalTime().toString())
                    .containsExactly("18:00", "18:00");
            assertThat(world.booked(room))
                    .extracting(each -> each.start().atZone(BERLIN).getOffset())
                    .doesNotHaveDuplicates();
            assertThat(world.audit(room).differences()).isEmpty();
        }
    }
}
