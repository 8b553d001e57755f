package org.evenhall.bookings.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenhall.spaces.ListedSpaces.aSpace;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.evenhall.bookings.Waitlist.EntryStatus;
import org.evenhall.bookings.Waitlist.WantedFilters;
import org.evenhall.bookings.store.Asked;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;
import org.evenhall.spaces.Amenity;
import org.evenhall.spaces.SpaceKind;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private static final Instant JOINED = Wishes.NOW;
    private static final TimeRange EVENING = Wishes.slot("2026-11-23T18:30", "2026-11-23T20:30");
    private static final WantedFilters ANY_STUDY_ROOM = new WantedFilters(
            null, SpaceKind.STUDY_ROOM, null, null, null, null, null, null, Set.of(Amenity.WIFI), null);

    private static Waiting entry(String space, WantedFilters filters, EntryStatus status, Instant offerUntil) {
        return new Waiting(
                "entry",
                1,
                "person",
                space,
                filters,
                filters == null ? null : Asked.of(filters),
                EVENING,
                6,
                status,
                null,
                offerUntil,
                null,
                JOINED);
    }

    @Test
    void looksAgainWheneverItHasWaitedTwiceAsLongButAtLeastEverySixHours() {
        Waiting entry = entry("room", null, EntryStatus.WAITING, null);
        assertThat(entry.nextLook(JOINED)).isEqualTo(JOINED.plusSeconds(5));
        assertThat(entry.nextLook(JOINED.plusSeconds(60))).isEqualTo(JOINED.plusSeconds(120));
        assertThat(entry.nextLook(JOINED.plus(Duration.ofHours(10)))).isEqualTo(JOINED.plus(Duration.ofHours(16)));
        assertThat(entry.nextLook(EVENING.start().minusSeconds(60))).isEqualTo(EVENING.start());
    }

    @Test
    void isOverWhenItsSlotBeginsOrItsOfferEnds() {
        Waiting waiting = entry("room", null, EntryStatus.WAITING, null);
        assertThat(waiting.statusAt(EVENING.start().minusMillis(1))).isEqualTo(EntryStatus.WAITING);
        assertThat(waiting.statusAt(EVENING.start())).isEqualTo(EntryStatus.LAPSED);
        Instant until = JOINED.plusSeconds(60);
        Waiting offered = entry("room", null, EntryStatus.OFFERED, until);
        assertThat(offered.isOpenAt(until.minusMillis(1))).isTrue();
        assertThat(offered.statusAt(until)).isEqualTo(EntryStatus.LAPSED);
        assertThat(entry("room", null, EntryStatus.ACCEPTED, until).statusAt(EVENING.end()))
                .isEqualTo(EntryStatus.ACCEPTED);
    }

    @Test
    void takesTheSpaceItWaitsForOrAnyThatPassesItsFiltersAndHoldsItsPeople() {
        assertThat(entry("room", null, EntryStatus.WAITING, null)
                        .takes(aSpace("room").listed()))
                .isTrue();
        assertThat(entry("room", null, EntryStatus.WAITING, null)
                        .takes(aSpace("other").listed()))
                .isFalse();
        Waiting any = entry(null, ANY_STUDY_ROOM, EntryStatus.WAITING, null);
        assertThat(any.takes(aSpace("other").holding(6).listed())).isTrue();
        assertThat(any.takes(aSpace("other").holding(5).listed())).isFalse();
    }

    @Test
    void isTheSameWishOnlyWithTheSameSlotAndTheSameSpaceOrFilters() {
        Waiting any = entry(null, ANY_STUDY_ROOM, EntryStatus.WAITING, null);
        assertThat(any.isSameWish(entry(null, ANY_STUDY_ROOM, EntryStatus.OFFERED, JOINED)))
                .isTrue();
        assertThat(any.isSameWish(entry("room", null, EntryStatus.WAITING, null)))
                .isFalse();
    }

    @Test
    void filtersThatMakeNoSenseAreNamed() {
        assertThatThrownBy(() -> Asked.of(filters(null, 500, null))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.MALFORMED);
            assertThat(refused.violations().get(0).field()).isEqualTo("near");
        });
        assertThatThrownBy(() -> Asked.of(filters("here", null, null)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                                refused.violations().get(0).field())
                        .isEqualTo("near"));
        assertThatThrownBy(() -> Asked.of(filters(null, null, -1)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                                refused.violations().get(0).field())
                        .isEqualTo("minCapacity"));
    }

    private static WantedFilters filters(String near, Integer radius, Integer minCapacity) {
        return new WantedFilters(null, null, null, null, null, near, radius, minCapacity, null, null);
    }
}
