package org.evenhall.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenhall.availability.CalendarWorld.slot;
import static org.evenhall.availability.CalendarWorld.wish;
import static org.evenhall.spaces.ListedSpaces.aSpace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.evenhall.availability.domain.Cells;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;
import org.evenhall.platform.persistence.Trouble;
import org.evenhall.spaces.Listed;
import org.evenhall.store.Databases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CalendarTest {

    private static final TimeRange EVENING = slot("2026-11-23T17:30:00Z", "2026-11-23T19:30:00Z");

    private static Listed room() {
        return aSpace(Ids.next()).listed();
    }

    @ParameterizedTest
    @EnumSource
    void aTakenSlotIsRefusedAndOneThatTouchesItIsNot(Databases database) {
        var world = new CalendarWorld(database);
        var room = world.stored(room());
        var evening = wish(room, EVENING);
        world.claim(evening);
        assertThatThrownBy(() -> world.claim(wish(room, slot("2026-11-23T19:25:00Z", "2026-11-23T20:00:00Z"))))
                .isInstanceOf(SlotTaken.class);
        assertThatThrownBy(() -> world.claim(wish(room, slot("2026-11-23T16:00:00Z", "2026-11-23T21:00:00Z"))))
                .isInstanceOf(SlotTaken.class);
        var later = wish(room, slot("2026-11-23T19:30:00Z", "2026-11-23T20:00:00Z"));
        world.claim(later);
        assertThat(world.audit(room, List.of(evening, later))).isEqualTo(new AuditView(2, 1, List.of()));
    }

    @ParameterizedTest
    @EnumSource
    void buffersAddUpBetweenNeighbours(Databases database) {
        var world = new CalendarWorld(database);
        var room = world.stored(room());
        world.claim(wish(room, EVENING, Duration.ZERO, Duration.ofMinutes(10)));
        Duration fifteen = Duration.ofMinutes(15);
        assertThatThrownBy(() -> world.claim(
                        wish(room, slot("2026-11-23T19:50:00Z", "2026-11-23T20:00:00Z"), fifteen, Duration.ZERO)))
                .isInstanceOf(SlotTaken.class);
        world.claim(wish(room, slot("2026-11-23T19:55:00Z", "2026-11-23T20:05:00Z"), fifteen, Duration.ZERO));
    }

    @ParameterizedTest
    @EnumSource
    void timeThatIsGivenBackIsFreeAgain(Databases database) {
        var world = new CalendarWorld(database);
        var room = world.stored(room());
        var first = wish(room, EVENING);
        world.claim(first);
        world.transactions.run(() -> world.calendar.release(room, first.holder()));
        world.transactions.run(() -> world.calendar.release(room, first.holder()));
        var second = wish(room, EVENING);
        world.claim(second);
        assertThat(world.audit(room, List.of(second)).differences()).isEmpty();
        assertThat(world.sheets.ofSpace(room.id())).singleElement().satisfies(sheet -> assertThat(sheet.version())
                .isEqualTo(3));
    }

    @ParameterizedTest
    @EnumSource
    void nothingNewCrossesAClosureButWhatIsThereStays(Databases database) {
        var world = new CalendarWorld(database);
        var room = world.stored(room());
        var before = wish(room, EVENING);
        world.claim(before);
        var closing = world.transactions.run(() -> world.blocking.block(
                room, slot("2026-11-23T19:00:00Z", "2026-11-23T21:00:00Z"), "Heating is being repaired"));
        var after = wish(room, slot("2026-11-23T20:30:00Z", "2026-11-23T21:30:00Z"));
        assertThatThrownBy(() -> world.claim(after)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.POLICY);
            assertThat(refused.violations()).singleElement().satisfies(violation -> assertThat(violation.args())
                    .containsExactly("Heating is being repaired"));
        });
        assertThat(world.audit(room, List.of(before)).differences()).isEmpty();
        world.transactions.run(() -> world.blocking.unblock(room, closing.id()));
        world.claim(after);
        assertThat(world.audit(room, List.of(before, after)).differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void wholeAndPartExcludeEachOtherAndSistersDoNot(Databases database) {
        var world = new CalendarWorld(database);
        String hallId = Ids.next();
        var hall = world.stored(aSpace(hallId).partOf(hallId, 0, 8).listed());
        var east = world.stored(aSpace(Ids.next()).partOf(hallId, 0, 4).listed());
        var west = world.stored(aSpace(Ids.next()).partOf(hallId, 4, 8).listed());
        world.claim(wish(east, EVENING));
        world.claim(wish(west, EVENING));
        assertThatThrownBy(() -> world.claim(wish(hall, EVENING))).isInstanceOf(SlotTaken.class);
        var later = slot("2026-11-24T17:30:00Z", "2026-11-24T19:30:00Z");
        world.claim(wish(hall, later));
        assertThatThrownBy(() -> world.claim(wish(west, later))).isInstanceOf(SlotTaken.class);
    }

    @ParameterizedTest
    @EnumSource
    void aSlotOverMidnightOfUtcHasTwoSheets(Databases database) {
        var world = new CalendarWorld(database);
        var room = world.stored(room());
        var night = wish(room, slot("2026-11-23T23:00:00Z", "2026-11-24T01:00:00Z"));
        world.claim(night);
        assertThat(world.sheets.ofSpace(room.id())).hasSize(2);
        assertThat(world.audit(room, List.of(night)).differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theAuditorSeesWhatSomebodyChangedBehindOurBack(Databases database) {
        var world = new CalendarWorld(database);
        var room = world.stored(room());
        var evening = wish(room, EVENING);
        world.claim(evening);
        world.transactions.run(() -> world.sql.update(
                "UPDATE claim SET end_at = end_at + 3600000, busy_until = busy_until + 3600000 WHERE space_id = ?",
                room.id()));
        assertThat(world.audit(room, List.of(evening)).differences())
                .extracting(AuditView.Difference::what)
                .anySatisfy(what -> assertThat(what).contains("claims another time"))
                .anySatisfy(what -> assertThat(what).contains("day sheet does not say"));
        assertThat(world.audit(room, List.of()).differences())
                .anySatisfy(difference -> assertThat(difference.what()).contains("whose holder is gone"));
        world.transactions.run(() -> world.sql.update("DELETE FROM claim WHERE space_id = ?", room.id()));
        world.transactions.run(() -> world.sql.update("DELETE FROM day_sheet WHERE space_id = ?", room.id()));
        assertThat(world.audit(room, List.of(evening)).differences())
                .extracting(AuditView.Difference::what)
                .singleElement()
                .satisfies(what -> assertThat(what).contains("holds no claim"));
    }

    @ParameterizedTest
    @EnumSource
    void theAuditorSeesClosuresWithoutSheetsAndClaimsThatLieElsewhere(Databases database) {
        var world = new CalendarWorld(database);
        var room = world.stored(room());
        var evening = world.claimed(wish(room, EVENING));
        world.transactions.run(
                () -> world.blocking.block(room, slot("2026-11-24T17:00:00Z", "2026-11-26T17:00:00Z"), "Paint"));
        assertThat(world.audit(room, List.of(evening)).differences()).isEmpty();
        int tuesday = Cells.day(Cells.floor(EVENING.start())) + 1;
        world.transactions.run(
                () -> world.sql.update("DELETE FROM day_sheet WHERE space_id = ? AND day = ?", room.id(), tuesday));
        world.transactions.run(
                () -> world.sql.update("UPDATE claim SET part_to = part_to + 1 WHERE space_id = ?", room.id()));
        assertThat(world.audit(room, List.of(evening)).differences())
                .extracting(difference -> difference.day() + " " + difference.what())
                .containsExactlyInAnyOrder(
                        "2026-11-23 a claim that does not lie where its space does: " + evening.holder(),
                        "2026-11-24 a day with claims or closures has no day sheet");
    }

    @ParameterizedTest
    @EnumSource
    void tellsTheIndexWhatItWrote(Databases database) {
        var world = new CalendarWorld(database);
        var room = world.stored(room());
        world.claim(wish(room, EVENING));
        assertThat(world.written.all()).singleElement().satisfies(written -> assertThat(written.sheets())
                .singleElement()
                .satisfies(sheet -> assertThat(sheet.taken())
                        .isEqualTo(Cells.mask(sheet.day(), Cells.floor(EVENING.start()), Cells.ceil(EVENING.end())))));
    }

    @ParameterizedTest
    @EnumSource
    void fortyPlacesAreGivenOutAndNoFortyFirst(Databases database) {
        var world = new CalendarWorld(database);
        var room = world.stored(aSpace(Ids.next()).holding(40).byPlaces().listed());
        List<ClaimWish> made = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            made.add(world.claimed(places(room, 5)));
        }
        assertThatThrownBy(() -> world.claim(places(room, 1))).isInstanceOf(SlotTaken.class);
        world.transactions.run(() -> world.calendar.release(room, made.remove(0).holder()));
        assertThatThrownBy(() -> world.claim(places(room, 6))).isInstanceOf(SlotTaken.class);
        made.add(world.claimed(places(room, 5)));
        assertThat(world.audit(room, made).differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nobodyClaimsPlacesOfARoomThatIsGivenOutWholeSinceTheCatalogueWasRead(Databases database) {
        var world = new CalendarWorld(database);
        var room = world.stored(aSpace(Ids.next()).holding(40).byPlaces().listed());
        world.transactions.run(() -> world.sql.update("UPDATE spaces SET sharing = 'WHOLE' WHERE id = ?", room.id()));

        assertThatThrownBy(() -> world.claim(places(room, 5)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.BUSY));
        world.transactions.run(() -> assertThat(world.calendar.claimIfFree(CalendarWorld.SOMEBODY, places(room, 5)))
                .isFalse());
        assertThat(world.claims.ofSpace(room.id())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nobodyClaimsARoomThatIsSmallerSinceTheCatalogueWasRead(Databases database) {
        var world = new CalendarWorld(database);
        var room = world.stored(aSpace(Ids.next()).holding(40).listed());
        ClaimWish wish = places(room, 8);
        world.transactions.run(() -> world.sql.update("UPDATE spaces SET capacity = 7 WHERE id = ?", room.id()));

        assertThatThrownBy(() -> world.claim(wish))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.BUSY));
        world.transactions.run(() -> assertThat(world.calendar.claimIfFree(CalendarWorld.SOMEBODY, wish))
                .isFalse());
        assertThat(world.claims.ofSpace(room.id())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theAuditorSeesThatTooManyPlacesAreTaken(Databases database) {
        var world = new CalendarWorld(database);
        var room = world.stored(aSpace(Ids.next()).holding(40).byPlaces().listed());
        var one = world.claimed(places(room, 30));
        world.transactions.run(() -> world.sql.update("UPDATE spaces SET capacity = 20 WHERE id = ?", room.id()));
        assertThat(world.audit(room, List.of(one)).differences())
                .extracting(AuditView.Difference::what)
                .contains("more places are taken than there are");
    }

    @ParameterizedTest
    @EnumSource
    void aHoldBecomesABookingAndNobodyComesInBetween(Databases database) {
        var world = new CalendarWorld(database);
        var room = world.stored(room());
        var booking = wish(room, EVENING);
        var hold = booking.heldBy(Holder.hold(Ids.next()), CalendarWorld.NOON.plusSeconds(600));
        world.claim(hold);
        assertThatThrownBy(() -> world.claim(wish(room, EVENING))).isInstanceOf(SlotTaken.class);
        world.transactions.run(() -> world.calendar.claim(CalendarWorld.SOMEBODY, booking, hold.holder()));
        assertThat(world.audit(room, List.of(booking)).differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aMoveThatIsRefusedKeepsTheOldTime(Databases database) {
        var world = new CalendarWorld(database);
        var room = world.stored(room());
        var mine = world.claimed(wish(room, EVENING));
        var later = slot("2026-11-23T18:30:00Z", "2026-11-23T20:30:00Z");
        var other = world.claimed(wish(room, slot("2026-11-23T19:30:00Z", "2026-11-23T20:30:00Z")));
        var moved = new ClaimWish(
                room, later, mine.day(), mine.before(), mine.after(), mine.grid(), mine.holder(), true, 1, null);
        assertThatThrownBy(() -> world.transactions.run(
                        () -> world.calendar.claim(CalendarWorld.SOMEBODY, moved, mine.holder())))
                .isInstanceOf(SlotTaken.class);
        assertThat(world.audit(room, List.of(mine, other)).differences()).isEmpty();
        world.transactions.run(() -> world.calendar.release(room, other.holder()));
        world.transactions.run(() -> world.calendar.claim(CalendarWorld.SOMEBODY, moved, mine.holder()));
        assertThat(world.audit(room, List.of(moved)).differences()).isEmpty();
    }

    /** What an owner states about buffers is for what comes: a neighbour that was near enough once stays so. */
    @ParameterizedTest
    @EnumSource
    void anEdgeThatStaysKeepsItsBufferWhateverTheRulesSayByNow(Databases database) {
        var world = new CalendarWorld(database);
        var room = world.stored(room());
        Duration quarter = Duration.ofMinutes(15);
        var neighbour = world.claimed(wish(room, slot("2026-11-23T16:30:00Z", "2026-11-23T17:30:00Z")));
        var mine = world.claimed(wish(room, EVENING));
        var longer = changed(mine, slot("2026-11-23T17:30:00Z", "2026-11-23T20:00:00Z"), quarter);
        world.transactions.run(() -> world.calendar.claim(CalendarWorld.SOMEBODY, longer, mine.holder()));
        assertThatThrownBy(() -> world.claim(wish(room, slot("2026-11-23T20:10:00Z", "2026-11-23T20:40:00Z"))))
                .isInstanceOf(SlotTaken.class);
        var later = changed(mine, slot("2026-11-23T17:40:00Z", "2026-11-23T20:00:00Z"), quarter);
        assertThatThrownBy(() -> world.transactions.run(
                        () -> world.calendar.claim(CalendarWorld.SOMEBODY, later, mine.holder())))
                .isInstanceOf(SlotTaken.class);
        assertThat(world.audit(room, List.of(neighbour, longer)).differences()).isEmpty();
    }

    private static ClaimWish changed(ClaimWish wish, TimeRange slot, Duration buffer) {
        return new ClaimWish(wish.space(), slot, wish.day(), buffer, buffer, wish.grid(), wish.holder(), true, 1, null);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDueGivesWayToWhoeverComesNext(Databases database) {
        var world = new CalendarWorld(database);
        var room = world.stored(room());
        var booking = wish(room, EVENING);
        world.claim(booking.heldBy(Holder.hold(Ids.next()), CalendarWorld.NOON));
        world.claim(booking);
        assertThat(world.audit(room, List.of(booking)).differences()).isEmpty();
    }

    /** The lock of the site is gone round here: two claims are written as if nobody had looked. */
    @Test
    void postgresqlRefusesAnOverlapThatWentRoundOurCode() {
        var world = new CalendarWorld(Databases.POSTGRESQL);
        String hallId = Ids.next();
        var hall = world.stored(aSpace(hallId).partOf(hallId, 0, 8).listed());
        var half = world.stored(aSpace(Ids.next()).partOf(hallId, 4, 8).listed());
        var first = wish(hall, EVENING, Duration.ZERO, Duration.ofMinutes(10));
        world.claim(first);
        var second = wish(half, slot("2026-11-23T19:35:00Z", "2026-11-23T20:30:00Z"));
        assertThatThrownBy(() -> world.transactions.run(
                        () -> world.claims.add(second, world.sites.place(half), 0, CalendarWorld.NOON)))
                .satisfies(thrown -> assertThat(Trouble.isExcluded(thrown)).isTrue());
        var after = wish(half, slot("2026-11-23T19:40:00Z", "2026-11-23T20:30:00Z"));
        world.transactions.run(() -> world.claims.add(after, world.sites.place(half), 0, CalendarWorld.NOON));
    }

    private static ClaimWish places(Listed room, int people) {
        var one = wish(room, EVENING);
        return ClaimWish.of(room, EVENING, one.day(), one.before(), one.after(), one.grid(), one.holder(), people);
    }
}
