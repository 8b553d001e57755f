package org.evenhall.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenhall.bookings.ClosingWorld.evening;
import static org.evenhall.spaces.ListedSpaces.aSpace;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.evenhall.bookings.Closures.Outcome;
import org.evenhall.bookings.desk.Appointments;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;
import org.evenhall.store.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClosuresTest {

    private static final TimeRange MONDAY = evening(0);

    @ParameterizedTest
    @EnumSource
    void aBookingIsKeptTheNearestEqualSpaceAndItsBookerTakesIt(Databases database) {
        var world = new ClosingWorld(database);
        var room = world.room();
        world.room(aSpace(Ids.next()).holding(4));
        world.room(aSpace(Ids.next()).at(52.6, 13.5));
        var far = world.room(aSpace(Ids.next()).at(52.53, 13.41));
        var near = world.room(aSpace(Ids.next()).holding(10));
        var booking = world.book(world.person(), room, MONDAY);

        var closure = world.closed(room, MONDAY);

        assertThat(closure.affected()).singleElement().satisfies(hit -> {
            assertThat(hit.outcome()).isEqualTo(Outcome.PROPOSED);
            assertThat(hit.status()).isEqualTo(Status.CONFIRMED);
            assertThat(hit.proposal().space().id()).isEqualTo(near.id());
            assertThat(hit.proposal().until().toInstant()).isEqualTo(ClosingWorld.NOON.plus(Duration.ofHours(24)));
        });
        assertThatThrownBy(() -> world.book(world.person(), near, MONDAY)).isInstanceOf(Refused.class);
        assertThat(world.differences()).isEmpty();

        var taken = world.answered(booking, true);

        assertThat(taken.space().id()).isEqualTo(near.id()).isNotEqualTo(far.id());
        assertThat(taken.status()).isEqualTo(Status.CONFIRMED);
        assertThat(taken.proposal()).isNull();
        assertThat(world.closure(room, closure.id()).affected())
                .singleElement()
                .satisfies(hit -> assertThat(hit.outcome()).isEqualTo(Outcome.ACCEPTED));
        assertThat(world.told(booking))
                .extracting(BookingNews::kind)
                .containsExactly(BookingNews.Kind.CONFIRMED, BookingNews.Kind.PROPOSED, BookingNews.Kind.ACCEPTED);
        assertThat(world.timersSet(Appointments.PROPOSAL_DUE)).isZero();
        assertThat(world.timersSet(Appointments.DISPLACED)).isZero();
        assertThat(world.differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whoDeclinesGivesBothUp(Databases database) {
        var world = new ClosingWorld(database);
        var room = world.room();
        var other = world.room();
        var booking = world.book(world.person(), room, MONDAY);
        world.closed(room, MONDAY);

        var declined = world.answered(booking, false);

        assertThat(declined.status()).isEqualTo(Status.CANCELLED);
        assertThat(declined.statusReason()).isEqualTo(StatusReason.CLOSURE);
        assertThatThrownBy(() -> world.answered(booking, true))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.CONFLICT));
        assertThat(world.book(world.person(), other, MONDAY).status()).isEqualTo(Status.CONFIRMED);
        assertThat(world.differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void endsWhereNothingEqualIsToBeHad(Databases database) {
        var world = new ClosingWorld(database);
        var room = world.room();
        var booking = world.book(world.person(), room, MONDAY);

        var closure = world.closed(room, MONDAY);

        assertThat(closure.affected()).singleElement().satisfies(hit -> {
            assertThat(hit.outcome()).isEqualTo(Outcome.CANCELLED);
            assertThat(hit.statusReason()).isEqualTo(StatusReason.CLOSURE);
        });
        assertThat(world.booking(booking.id()).cancelReason()).isEqualTo("Repairs");
        assertThat(world.told(booking)).last().satisfies(news -> {
            assertThat(news.kind()).isEqualTo(BookingNews.Kind.DISPLACED);
            assertThat(news.reason()).isEqualTo("Repairs");
        });
        assertThat(world.differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void endsWhenNobodyAnswersWhetherOrNotATimerHasRun(Databases database) {
        var world = new ClosingWorld(database);
        var room = world.room();
        var other = world.room();
        var booking = world.book(world.person(), room, MONDAY);
        world.closed(room, MONDAY);
        world.clock.pass(Duration.ofHours(24));

        assertThat(world.booking(booking.id()).status()).isEqualTo(Status.CANCELLED);
        assertThat(world.booking(booking.id()).statusReason()).isEqualTo(StatusReason.CLOSURE);
        assertThat(world.book(world.person(), other, MONDAY).status()).isEqualTo(Status.CONFIRMED);
        assertThat(world.differences()).isEmpty();
        world.runTimers();

        assertThat(world.booking(booking.id()).cancelReason()).isEqualTo("Repairs");
        assertThat(world.told(booking)).last().satisfies(news -> {
            assertThat(news.kind()).isEqualTo(BookingNews.Kind.PROPOSAL_LAPSED);
            assertThat(news.otherSpaceId()).isEqualTo(other.id());
            assertThat(news.reason()).isEqualTo("Repairs");
        });
        assertThat(world.differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatACrashLeftUndoneIsTakenUpByATimer(Databases database) {
        var world = new ClosingWorld(database);
        var room = world.room();
        var other = world.room();
        var booking = world.book(world.person(), room, MONDAY);

        var closure = world.closedOnly(room, MONDAY);

        assertThat(closure.affected()).singleElement().satisfies(hit -> assertThat(hit.outcome())
                .isEqualTo(Outcome.PENDING));
        world.runTimers();
        assertThat(world.booking(booking.id()).proposal()).isNull();
        world.clock.pass(Duration.ofSeconds(30));
        world.runTimers();
        assertThat(world.booking(booking.id()).proposal().space().id()).isEqualTo(other.id());
        assertThat(world.timersSet(Appointments.DISPLACED)).isZero();
        assertThat(world.differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whoHasNotAnsweredGetsTheirOwnSpaceBackWhenItOpensAgain(Databases database) {
        var world = new ClosingWorld(database);
        var room = world.room();
        var other = world.room();
        var booking = world.book(world.person(), room, MONDAY);
        var closure = world.closed(room, MONDAY);

        world.lifted(room, closure.id());

        assertThat(world.booking(booking.id()).status()).isEqualTo(Status.CONFIRMED);
        assertThat(world.booking(booking.id()).proposal()).isNull();
        assertThat(world.told(booking)).last().extracting(BookingNews::kind).isEqualTo(BookingNews.Kind.RESTORED);
        assertThat(world.book(world.person(), other, MONDAY).status()).isEqualTo(Status.CONFIRMED);
        world.clock.pass(Duration.ofHours(24));
        world.runTimers();
        assertThat(world.booking(booking.id()).status()).isEqualTo(Status.CONFIRMED);
        assertThat(world.differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsKeptMayBeClosedTooAndSomethingElseIsKept(Databases database) {
        var world = new ClosingWorld(database);
        var room = world.room();
        world.rooms(2);
        var booking = world.book(world.person(), room, MONDAY);
        world.closed(room, MONDAY);
        String first = world.booking(booking.id()).proposal().space().id();

        var second = world.run(() -> world.closures.close(ClosingWorld.OWNER, first, ClosingWorld.closing(MONDAY)));
        world.closures.rehouse(ClosingWorld.OWNER, first, second.id());

        assertThat(world.booking(booking.id()).proposal().space().id()).isNotEqualTo(first);
        assertThat(world.differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aBookingThatIsGoingOnEndsWhenTheClosureBegins(Databases database) {
        var world = new ClosingWorld(database);
        var room = world.room();
        world.room();
        var booking = world.book(world.person(), room, MONDAY);
        world.clock.pass(Duration.between(ClosingWorld.NOON, MONDAY.start()).plusMinutes(32));

        var closure = world.closed(room, MONDAY);

        assertThat(closure.start().toInstant()).isEqualTo(MONDAY.start().plus(Duration.ofMinutes(30)));
        assertThat(closure.affected()).singleElement().satisfies(hit -> assertThat(hit.outcome())
                .isEqualTo(Outcome.SHORTENED));
        assertThat(world.booking(booking.id()).end().toInstant())
                .isEqualTo(MONDAY.start().plus(Duration.ofMinutes(35)));
        assertThat(world.differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPreviewSaysWhatWouldBecomeOfEachAndStoresNothing(Databases database) {
        var world = new ClosingWorld(database);
        var room = world.room();
        var other = world.room();
        var first = world.book(
                world.person(),
                room,
                new TimeRange(MONDAY.start(), MONDAY.start().plusSeconds(3600)));
        world.book(world.person(), room, new TimeRange(MONDAY.start().plusSeconds(3600), MONDAY.end()));
        world.book(world.person(), world.room(aSpace(Ids.next()).holding(20)), MONDAY);

        var preview =
                world.run(() -> world.closures.preview(ClosingWorld.OWNER, room.id(), ClosingWorld.closing(MONDAY)));

        assertThat(preview.id()).isNull();
        assertThat(preview.affected())
                .extracting(Closures.Affected::outcome)
                .containsExactly(Outcome.WOULD_BE_PROPOSED, Outcome.WOULD_BE_PROPOSED);
        assertThat(preview.affected().get(0).id()).isEqualTo(first.id());
        assertThat(preview.affected().get(0).proposal().space().id()).isEqualTo(other.id());
        assertThat(world.sql.count("SELECT COUNT(*) FROM blockade WHERE space_id = ?", room.id()))
                .isZero();
        assertThat(world.sql.count("SELECT COUNT(*) FROM proposal WHERE space_id = ?", other.id()))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void onlyItsOwnerClosesASpaceAndOnlyItsBookerAnswers(Databases database) {
        var world = new ClosingWorld(database);
        var room = world.room();
        world.room();
        var booking = world.book(world.person(), room, MONDAY);
        var somebody = new Caller("somebody", "Somebody", Locale.ENGLISH, Set.of());

        assertThatThrownBy(
                        () -> world.run(() -> world.closures.close(somebody, room.id(), ClosingWorld.closing(MONDAY))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.FORBIDDEN));
        world.closed(room, MONDAY);
        assertThatThrownBy(() -> world.run(() ->
                        world.displacements.answer(ClosingWorld.OWNER, booking.id(), new Displacements.Answer(true))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.FORBIDDEN));
    }

    @ParameterizedTest
    @EnumSource
    void aDayThatHasNotEnoughBookingsInTimeIsClosed(Databases database) {
        var world = new ClosingWorld(database).where("minimum-bookings", "2").where("minimum-by", "PT12H");
        var room = world.room();
        var wanted = world.room();
        var booking = world.book(world.person(), room, MONDAY);
        world.book(world.person(), wanted, MONDAY);
        world.book(
                world.person(), wanted, new TimeRange(MONDAY.end(), MONDAY.end().plusSeconds(3600)));
        var gone = world.book(
                world.person(), room, new TimeRange(MONDAY.end(), MONDAY.end().plusSeconds(3600)));
        world.run(() -> {
            world.closures.close(ClosingWorld.OWNER, wanted.id(), ClosingWorld.closing(evening(5)));
        });
        world.sql.update(
                "UPDATE booking SET status = 'CANCELLED', cancelled_at = ? WHERE id = ?", ClosingWorld.NOON, gone.id());
        world.sql.update("DELETE FROM claim WHERE holder_id = ?", gone.id());
        world.clock.pass(Duration.ofHours(8));

        assertThatThrownBy(() -> world.book(
                        world.person(),
                        room,
                        new TimeRange(MONDAY.end(), MONDAY.end().plusSeconds(3600))))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.violations())
                        .extracting(violation -> violation.rule())
                        .containsExactly("minimum-bookings"));
        world.runTimers();
        world.clock.pass(Duration.ofMinutes(1));
        world.runTimers();

        assertThat(world.booking(booking.id()).status()).isEqualTo(Status.CANCELLED);
        assertThat(world.booking(booking.id()).cancelReason()).contains("1").contains("2");
        assertThat(world.sql.count("SELECT COUNT(*) FROM blockade WHERE space_id = ?", wanted.id()))
                .isEqualTo(1);
        assertThat(world.timersSet(Appointments.MINIMUM_DUE)).isZero();
    }
}
