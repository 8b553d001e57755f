package org.evenhall.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.spaces.Listed;
import org.evenhall.store.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PausesTest {

    private Reception reception;
    private Listed room;
    private Caller resident;

    /** Two no-shows within ten days pause for five. */
    private void open(Databases database) {
        reception = new Reception(database)
                .where("check-in-needed", "true")
                .where("no-shows-to-pause", "2")
                .where("no-show-days", "10")
                .where("pause-days", "5");
        room = reception.room();
        resident = reception.resident();
    }

    /** Books an evening and does not come. */
    private void miss(String day) {
        reception.book(resident, room, day + "T18:00", day + "T19:00");
        reception.until(day + "T18:15");
        reception.runTimers();
    }

    private List<String> refusal(Listed space, String day) {
        try {
            reception.book(resident, space, day + "T20:00", day + "T21:00");
            return List.of();
        } catch (Refused refused) {
            return refused.violations().stream().map(Violation::rule).toList();
        }
    }

    private Pauses.PauseView mine() {
        return reception
                .in(() -> reception.get(Pauses.class).list(resident, null, true, 0, 10))
                .items()
                .get(0);
    }

    @ParameterizedTest
    @EnumSource
    void whoStaysAwayTooOftenIsPausedInThatHouseAndNoOther(Databases database) {
        open(database);
        Listed elsewhere = reception.room();
        miss("2026-11-23");
        assertThat(refusal(room, "2026-11-24")).isEmpty();
        miss("2026-11-25");
        assertThat(refusal(room, "2026-11-26")).containsExactly("paused");
        assertThat(refusal(elsewhere, "2026-11-26")).isEmpty();
        assertThat(reception.told(resident.personId())).containsExactly(BookingNews.Kind.PAUSED);
        reception.until("2026-11-30T18:15");
        assertThat(refusal(room, "2026-12-01")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatLedToAPauseDoesNotLeadToTheNext(Databases database) {
        open(database);
        miss("2026-11-23");
        miss("2026-11-24");
        reception.until("2026-11-29T18:15");
        miss("2026-11-30");
        assertThat(refusal(room, "2026-12-01")).isEmpty();
        miss("2026-12-02");
        assertThat(refusal(room, "2026-12-03")).containsExactly("paused");
    }

    @ParameterizedTest
    @EnumSource
    void noShowsOfLongAgoAreForgotten(Databases database) {
        open(database);
        miss("2026-11-23");
        miss("2026-12-04");
        assertThat(refusal(room, "2026-12-05")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theOwnerLiftsAPauseOrAnswersWhyNot(Databases database) {
        open(database);
        miss("2026-11-23");
        miss("2026-11-24");
        var door = reception.get(Pauses.class);
        Caller owner = reception.owner(room);
        String id = mine().id();
        var no = new Pauses.Decision(false, "Please call us next time.");
        assertThatThrownBy(() -> reception.in(() -> door.decide(owner, id, no)))
                .as("nobody has objected yet")
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> reception.in(() -> door.appeal(owner, id, new Pauses.Appeal("It was me"))))
                .as("the pause of somebody else")
                .isInstanceOf(Refused.class);
        reception.in(() -> door.appeal(resident, id, new Pauses.Appeal("The door was locked.")));
        assertThat(mine().awaitsAnswer()).isTrue();
        assertThat(reception.toldAtTheDesk(owner)).containsExactly(BookingNews.Kind.OBJECTED);
        assertThatThrownBy(() -> reception.in(() -> door.appeal(resident, id, new Pauses.Appeal("Once more"))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> reception.in(() -> door.decide(reception.owner(reception.room()), id, no)))
                .as("the owner of another house")
                .isInstanceOf(Refused.class);
        reception.in(() -> door.decide(owner, id, no));
        assertThat(mine().awaitsAnswer()).isFalse();
        assertThat(refusal(room, "2026-11-25")).containsExactly("paused");
        reception.in(() -> door.decide(owner, id, new Pauses.Decision(true, null)));
        assertThat(refusal(room, "2026-11-25")).isEmpty();
        assertThat(reception.told(resident.personId()))
                .containsExactly(BookingNews.Kind.PAUSED, BookingNews.Kind.PAUSE_STAYS, BookingNews.Kind.UNPAUSED);
        assertThatThrownBy(() -> reception.in(() -> door.decide(owner, id, new Pauses.Decision(true, null))))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @EnumSource
    void ownersSeeThePastOfWhoAsks(Databases database) {
        open(database);
        miss("2026-11-23");
        reception.state(room.id(), "approval-needed", "true");
        reception.book(resident, room, "2026-11-25T18:00", "2026-11-25T19:00");
        var asking = reception
                .in(() -> reception
                        .get(Approvals.class)
                        .pending(reception.owner(room), room.organisation().id(), 0, 10))
                .items();
        assertThat(asking).singleElement().satisfies(each -> {
            assertThat(each.missed()).isEqualTo(1);
            assertThat(each.kept()).isZero();
        });
        assertThat(reception
                        .in(() -> reception
                                .get(CheckIns.class)
                                .day(
                                        reception.clerk(room),
                                        room.organisation().id(),
                                        LocalDate.of(2026, 11, 25),
                                        room.zone(),
                                        0,
                                        10))
                        .items())
                .hasSize(1);
    }
}
