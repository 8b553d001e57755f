package org.evenhall.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evenhall.availability.FreeDay;
import org.evenhall.bookings.domain.Offering;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.TimeRange;
import org.evenhall.policies.Policies;
import org.evenhall.spaces.Catalogue;

/** The door to what can be booked, before anybody asks for it: free time as the rules of the space cut it. Advice only. */
@ApplicationScoped
public class Offers {

    private Catalogue catalogue;
    private Policies policies;
    private Clock clock;

    protected Offers() {}

    @Inject
    public Offers(Catalogue catalogue, Policies policies, Clock clock) {
        this.catalogue = catalogue;
        this.policies = policies;
        this.clock = clock;
    }

    /** Every start of a day in a space that can be booked now, with the ends that go with it. */
    public List<Offer> on(Caller caller, String spaceId, FreeDay day) {
        return on(caller, spaceId, List.of(day)).get(day.date());
    }

    /** The same of several days, by date; the rules are read once. */
    public Map<LocalDate, List<Offer>> on(Caller caller, String spaceId, List<FreeDay> days) {
        var space = catalogue.published(spaceId);
        var offering = new Offering(policies.of(space), clock.instant(), space.zone());
        return days.stream().collect(Collectors.toMap(FreeDay::date, day -> in(day, offering)));
    }

    private static List<Offer> in(FreeDay day, Offering offering) {
        return offering.in(day.date(), day.open(), day.freeFor(1));
    }

    /** The slot of these offers that covers most of the wanted time, if any covers some of it. */
    public Optional<TimeRange> best(List<Offer> offers, TimeRange wanted) {
        return Offering.best(offers, wanted);
    }
}
