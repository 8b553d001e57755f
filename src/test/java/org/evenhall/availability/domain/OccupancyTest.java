package org.evenhall.availability.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.evenhall.availability.domain.Occupancy.Part;
import org.evenhall.availability.domain.Occupancy.Take;
import org.junit.jupiter.api.Test;

class OccupancyTest {

    /** A reading room of forty seats: the room is [0,40), seat i is [i,i+1). */
    private static final Part ROOM = new Part(0, 40, 40);

    private static final List<Take> NOTHING = List.of();

    private static Take whole(int from, int to, int places) {
        return new Take(from, to, true, places, 10, 20);
    }

    private static Take places(int from, int to, int places) {
        return new Take(from, to, false, places, 10, 20);
    }

    private static Take seat(int number) {
        return whole(number, number + 1, 1);
    }

    private static boolean fits(List<Take> takes, List<Take> closures, Take wish) {
        return new Occupancy(List.of(ROOM), takes, closures).fits(wish);
    }

    @Test
    void givesOutFortyPlacesAndNeverAFortyFirst() {
        List<Take> takes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            assertThat(fits(takes, NOTHING, places(0, 40, 1))).isTrue();
            takes.add(places(0, 40, 1));
        }
        assertThat(fits(takes, NOTHING, places(0, 40, 1))).isFalse();
        assertThat(fits(takes, NOTHING, seat(7))).isFalse();
    }

    @Test
    void placesAreCountedAtTheFullestMoment() {
        var takes = List.of(new Take(0, 40, false, 30, 0, 12), new Take(0, 40, false, 30, 12, 30));
        assertThat(fits(takes, NOTHING, places(0, 40, 10))).isTrue();
        assertThat(fits(takes, NOTHING, places(0, 40, 11))).isFalse();
    }

    @Test
    void whatATakeStoodForCountsAgainWhenItEnds() {
        var table = new Take(0, 4, true, 2, 10, 15);
        var closedCorner = new Take(0, 2, true, 12, 10, 20);
        assertThat(fits(List.of(table), List.of(closedCorner), places(0, 40, 28)))
                .isTrue();
        assertThat(fits(List.of(table), List.of(closedCorner), places(0, 40, 29)))
                .isFalse();
    }

    @Test
    void aSeatIsAPlaceLess() {
        assertThat(fits(List.of(seat(3)), NOTHING, places(0, 40, 39))).isTrue();
        assertThat(fits(List.of(seat(3)), NOTHING, places(0, 40, 40))).isFalse();
        assertThat(fits(List.of(seat(3)), NOTHING, seat(4))).isTrue();
        assertThat(fits(List.of(seat(3)), NOTHING, seat(3))).isFalse();
    }

    @Test
    void theWholeRoomNeedsAllOfItsPlacesAndSeats() {
        assertThat(fits(List.of(places(0, 40, 1)), NOTHING, whole(0, 40, 40))).isFalse();
        assertThat(fits(List.of(seat(3)), NOTHING, whole(0, 40, 40))).isFalse();
        assertThat(fits(List.of(whole(0, 40, 40)), NOTHING, places(0, 40, 1))).isFalse();
        assertThat(fits(List.of(whole(0, 40, 40)), NOTHING, seat(1))).isFalse();
        assertThat(fits(NOTHING, NOTHING, whole(0, 40, 40))).isTrue();
    }

    @Test
    void aClosedSeatIsAPlaceLessAndAClosedRoomIsClosed() {
        var closedSeat = List.of(seat(3));
        var occupancy = new Occupancy(List.of(ROOM), NOTHING, closedSeat);
        assertThat(occupancy.closed(places(0, 40, 39))).isFalse();
        assertThat(occupancy.closed(seat(3))).isTrue();
        assertThat(occupancy.closed(whole(0, 40, 40))).isTrue();
        assertThat(occupancy.fits(places(0, 40, 39))).isTrue();
        assertThat(occupancy.fits(places(0, 40, 40))).isFalse();
        assertThat(new Occupancy(List.of(ROOM), NOTHING, List.of(whole(0, 40, 40))).closed(places(0, 40, 1)))
                .isTrue();
    }

    @Test
    void whatIsTakenAndClosedAtOnceCountsOnce() {
        assertThat(fits(List.of(seat(3)), List.of(seat(3)), places(0, 40, 39))).isTrue();
        assertThat(fits(NOTHING, List.of(seat(3), seat(3)), places(0, 40, 39))).isTrue();
        assertThat(fits(List.of(seat(3)), List.of(whole(0, 10, 10)), places(0, 40, 30)))
                .isTrue();
        assertThat(fits(List.of(seat(3)), List.of(whole(0, 10, 10)), places(0, 40, 31)))
                .isFalse();
    }

    @Test
    void placesOfAnInnerRoomCountInTheOuterOne() {
        var inner = new Part(0, 10, 10);
        var takes = List.of(places(0, 10, 8), places(0, 40, 25));
        var occupancy = new Occupancy(List.of(ROOM, inner), takes, NOTHING);
        assertThat(occupancy.fits(places(0, 10, 2))).isTrue();
        assertThat(occupancy.fits(places(0, 10, 3))).isFalse();
        assertThat(occupancy.fits(places(0, 40, 7))).isTrue();
        assertThat(occupancy.fits(places(0, 40, 8))).isFalse();
    }
}
