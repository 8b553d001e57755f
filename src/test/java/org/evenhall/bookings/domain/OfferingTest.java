package org.evenhall.bookings.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.bookings.domain.Wishes.berlin;
import static org.evenhall.bookings.domain.Wishes.slot;

import java.time.Duration;
import java.util.List;
import org.evenhall.bookings.Offer;
import org.evenhall.kernel.TimeRange;
import org.junit.jupiter.api.Test;

class OfferingTest {

    private static final List<TimeRange> OPEN = List.of(slot("2026-11-23T18:15", "2026-11-23T21:30"));

    private static List<Offer> offers(TimeRange... free) {
        return new Offering(Wishes.policy(Duration.ZERO), Wishes.NOW).in(OPEN, List.of(free));
    }

    @Test
    void startsAreCountedFromOpeningAndEndsFitTheRules() {
        var offers = offers(OPEN.get(0));
        assertThat(offers)
                .extracting(Offer::start)
                .startsWith(berlin("2026-11-23T18:15"), berlin("2026-11-23T18:45"))
                .endsWith(berlin("2026-11-23T20:45"));
        assertThat(offers.get(0).longestEnd()).isEqualTo(berlin("2026-11-23T21:15"));
        assertThat(offers.get(offers.size() - 1).longestEnd()).isEqualTo(berlin("2026-11-23T21:30"));
    }

    @Test
    void offersOnlyWhatIsFreeLongEnough() {
        assertThat(offers(slot("2026-11-23T18:15", "2026-11-23T18:50"), slot("2026-11-23T20:10", "2026-11-23T20:35")))
                .singleElement()
                .satisfies(offer -> assertThat(offer.start()).isEqualTo(berlin("2026-11-23T18:15")));
    }

    @Test
    void offersNothingThatHasBegunOrLiesTooFarAhead() {
        var today = List.of(slot("2026-11-22T11:00", "2026-11-22T13:00"));
        assertThat(new Offering(Wishes.policy(Duration.ZERO), Wishes.NOW).in(today, today))
                .extracting(Offer::start)
                .containsExactly(berlin("2026-11-22T12:00"), berlin("2026-11-22T12:30"));
        var late = List.of(slot("2026-12-23T12:00", "2026-12-23T13:00"));
        assertThat(new Offering(Wishes.policy(Duration.ZERO), Wishes.NOW).in(late, late))
                .isEmpty();
    }

    @Test
    void theBestOfferCoversMostOfWhatIsWanted() {
        assertThat(Offering.best(offers(OPEN.get(0)), slot("2026-11-23T18:30", "2026-11-23T20:30")))
                .contains(slot("2026-11-23T18:15", "2026-11-23T20:15"));
        assertThat(Offering.best(offers(OPEN.get(0)), slot("2026-11-23T18:15", "2026-11-23T20:15")))
                .contains(slot("2026-11-23T18:15", "2026-11-23T20:15"));
        assertThat(Offering.best(offers(OPEN.get(0)), slot("2026-11-23T18:45", "2026-11-23T20:15")))
                .as("what is wanted, not an hour more because it would be free")
                .contains(slot("2026-11-23T18:45", "2026-11-23T20:15"));
        assertThat(Offering.best(offers(OPEN.get(0)), slot("2026-11-23T22:00", "2026-11-23T23:00")))
                .isEmpty();
    }
}
