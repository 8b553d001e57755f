package org.evenhall.bookings.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.bookings.domain.Wishes.berlin;
import static org.evenhall.bookings.domain.Wishes.slot;
import static org.evenhall.policies.CityPolicy.aPolicy;
import static org.evenhall.spaces.ListedSpaces.BERLIN;

import java.time.LocalDate;
import java.util.List;
import org.evenhall.bookings.Offer;
import org.evenhall.kernel.TimeRange;
import org.evenhall.policies.CityPolicy;
import org.junit.jupiter.api.Test;

class OfferingTest {

    private static final List<TimeRange> OPEN = List.of(slot("2026-11-23T18:15", "2026-11-23T21:30"));

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private static List<Offer> offers(TimeRange... free) {
        return offers(aPolicy(), free);
    }

    private static List<Offer> offers(CityPolicy policy, TimeRange... free) {
        return new Offering(policy.view(), Wishes.NOW, BERLIN).in(MONDAY, OPEN, List.of(free));
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
        assertThat(new Offering(aPolicy().view(), Wishes.NOW, BERLIN).in(LocalDate.of(2026, 11, 22), today, today))
                .extracting(Offer::start)
                .containsExactly(berlin("2026-11-22T12:00"), berlin("2026-11-22T12:30"));
        var late = List.of(slot("2026-12-23T12:00", "2026-12-23T13:00"));
        assertThat(new Offering(aPolicy().view(), Wishes.NOW, BERLIN).in(LocalDate.of(2026, 12, 22), late, late))
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

    @Test
    void offersNothingOnDaysThatCannotBeBooked() {
        assertThat(offers(aPolicy().stating("reservable-until", "2026-11-23"), OPEN.get(0)))
                .isEmpty();
        assertThat(offers(aPolicy().stating("reservable-from", "2026-11-23"), OPEN.get(0)))
                .isNotEmpty();
        assertThat(offers(aPolicy().stating("allocation", "ROUND"), OPEN.get(0)))
                .isEmpty();
        assertThat(offers(aPolicy().stating("releases", "MONDAY 08:00 6"), OPEN.get(0)))
                .isEmpty();
        assertThat(offers(aPolicy().stating("releases", "MONDAY 08:00 7"), OPEN.get(0)))
                .isNotEmpty();
    }

    @Test
    void leavesTimeForTheOwnerToDecide() {
        var decided = aPolicy().stating("approval-needed", "true").stating("decision-before", "PT31H");
        assertThat(offers(decided, OPEN.get(0)).get(0).start()).isEqualTo(berlin("2026-11-23T19:15"));
    }
}
