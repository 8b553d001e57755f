package org.evenhall.bookings.domain;

import java.time.Duration;
import java.time.Instant;
import org.evenhall.kernel.TimeRange;
import org.evenhall.policies.PolicyView;

/**
 * The moments that the rules attach to a slot when it is booked; changed rules leave them as they were.
 *
 * @param decideUntil when an undecided request lapses; null where nobody has to approve
 * @param cancelUntil from when on the booker can no longer give it back
 * @param checkInFrom null where check-in is not asked
 * @param checkInUntil when nobody has come by then, the room goes back; null likewise
 * @param checkInCode whether the code on the door is asked
 */
public record Deadlines(
        Instant decideUntil, Instant cancelUntil, Instant checkInFrom, Instant checkInUntil, boolean checkInCode) {

    private static final Duration SHORTEST_CHECK_IN = Duration.ofMinutes(5);

    /** Check-in is open for five minutes at least, or nobody could ever come, and closes at the end of the slot at the latest. */
    public static Deadlines of(PolicyView policy, TimeRange slot) {
        boolean checkIn = policy.checkInNeeded().value();
        Instant opens = slot.start().minus(policy.checkInOpens().value());
        Instant closes = slot.start().plus(policy.checkInCloses().value());
        closes = closes.isAfter(opens) ? closes : opens.plus(SHORTEST_CHECK_IN);
        return new Deadlines(
                policy.approvalNeeded().value()
                        ? slot.start().minus(policy.decisionBefore().value())
                        : null,
                slot.start().minus(policy.cancelBefore().value()),
                checkIn ? opens : null,
                checkIn ? closes.isBefore(slot.end()) ? closes : slot.end() : null,
                checkIn && policy.checkInCode().value());
    }
}
