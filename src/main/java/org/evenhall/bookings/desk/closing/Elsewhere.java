package org.evenhall.bookings.desk.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.evenhall.availability.FreeTimes;
import org.evenhall.bookings.Status;
import org.evenhall.bookings.desk.Examination;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.bookings.domain.rules.BookingRules;
import org.evenhall.identity.Caller;
import org.evenhall.policies.PolicyView;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.Sharing;

/**
 * Where a booking could go whose space is closed: to a space of the same kind, given out in the same way, that holds as
 * many and has all that the lost one has; in the same house, or as near as can be. Advice of the index: the claim decides.
 */
@ApplicationScoped
public class Elsewhere {

    private static final int NEAR_METRES = 2_000;

    private FreeTimes freeTimes;
    private Examination examination;

    protected Elsewhere() {}

    @Inject
    public Elsewhere(FreeTimes freeTimes, Examination examination) {
        this.freeTimes = freeTimes;
        this.examination = examination;
    }

    /** The same house first, then the nearest, then the smallest; ties by id. */
    public List<Listed> near(Caller caller, Booking booking, Listed lost) {
        return freeTimes
                .throughout(
                        caller, booking.slot(), booking.people(), space -> isNear(lost, space) && isLike(lost, space))
                .stream()
                .sorted(Comparator.comparing((Listed space) -> !isSameHouse(lost, space))
                        .thenComparingDouble(space -> metres(lost, space))
                        .thenComparingInt(Listed::capacity)
                        .thenComparing(Listed::id))
                .toList();
    }

    private static boolean isSameHouse(Listed lost, Listed space) {
        return space.venue().id().equals(lost.venue().id());
    }

    private static boolean isNear(Listed lost, Listed space) {
        return !space.touches(lost) && (isSameHouse(lost, space) || metres(lost, space) <= NEAR_METRES);
    }

    private static double metres(Listed lost, Listed space) {
        var there = space.venue().point();
        return lost.venue().point().metresTo(there.lat(), there.lon());
    }

    /** Whoever has a whole room gets one that is as large; whoever has places gets as many. */
    static boolean isLike(Listed lost, Listed space) {
        return space.kind() == lost.kind()
                && space.sharing() == lost.sharing()
                && (lost.sharing() == Sharing.PLACES || space.capacity() >= lost.capacity())
                && space.amenities().containsAll(lost.amenities())
                && (space.stepFree() || !lost.stepFree());
    }

    /**
     * The wish for a space, if the rules there allow the booking. Where an owner approves each booking, only one that the
     * same owner has confirmed already can go there.
     *
     * @param rules those of a space
     */
    public Optional<Wish> allowed(
            Caller caller, Booking booking, Listed lost, Listed space, Function<Listed, PolicyView> rules) {
        PolicyView policy = rules.apply(space);
        boolean sameOwner = space.organisation().id().equals(lost.organisation().id());
        if (policy.approvalNeeded().value() && !(sameOwner && booking.status() == Status.CONFIRMED)) {
            return Optional.empty();
        }
        return Optional.of(examination.elsewhere(caller, booking, space, booking.slot(), policy))
                .filter(wish -> BookingRules.brokenElsewhere(wish).isEmpty());
    }
}
