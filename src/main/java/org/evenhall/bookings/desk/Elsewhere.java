package org.evenhall.bookings.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.evenhall.availability.FreeTimes;
import org.evenhall.bookings.Status;
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

    /** A space and how far it is from the lost one. */
    private record Away(Listed space, boolean otherHouse, double metres) {}

    /** The same house first, then the nearest, then the smallest; ties by id. */
    public List<Listed> near(Caller caller, Booking booking, Listed lost) {
        var here = lost.venue().point();
        return freeTimes
                .throughout(
                        caller, booking.slot(), space -> !space.touches(lost) && isLike(lost, space, booking.people()))
                .stream()
                .map(space -> new Away(
                        space,
                        !space.venue().id().equals(lost.venue().id()),
                        here.metresTo(
                                space.venue().point().lat(),
                                space.venue().point().lon())))
                .filter(away -> !away.otherHouse || away.metres <= NEAR_METRES)
                .sorted(Comparator.comparing(Away::otherHouse)
                        .thenComparingDouble(Away::metres)
                        .thenComparingInt(away -> away.space.capacity())
                        .thenComparing(away -> away.space.id()))
                .map(Away::space)
                .toList();
    }

    /** Whoever has a whole room gets one that is as large; whoever has places gets as many. */
    static boolean isLike(Listed lost, Listed space, int people) {
        return space.kind() == lost.kind()
                && space.sharing() == lost.sharing()
                && space.capacity() >= (lost.sharing() == Sharing.WHOLE ? lost.capacity() : people)
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
