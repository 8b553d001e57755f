package org.evenhall.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.evenhall.availability.store.Claim;
import org.evenhall.kernel.TimeRange;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.Sharing;

/**
 * The wish to take a space for a slot.
 *
 * @param day the local day whose opening the slot belongs to
 * @param before kept free before the slot; the gap between two claims is the first's {@code after} plus the second's
 *     {@code before}
 * @param after kept free after the slot
 * @param grid how far apart starts may lie, for alternatives in the same space
 * @param whole whether nobody else comes in; else {@code people} places of the space are taken
 * @param people for how many; an alternative must hold them too
 * @param until when the claim ends by itself, or null
 */
public record ClaimWish(
        Listed space,
        TimeRange slot,
        LocalDate day,
        Duration before,
        Duration after,
        Duration grid,
        Holder holder,
        boolean whole,
        int people,
        Instant until) {

    /** A claim for good, in the way the space is given out. */
    public static ClaimWish of(
            Listed space,
            TimeRange slot,
            LocalDate day,
            Duration before,
            Duration after,
            Duration grid,
            Holder holder,
            int people) {
        boolean whole = space.sharing() == Sharing.WHOLE;
        return new ClaimWish(space, slot, day, before, after, grid, holder, whole, people, null);
    }

    /** The same for somebody else, ending by itself at a moment. */
    public ClaimWish heldBy(Holder other, Instant endsAt) {
        return new ClaimWish(space, slot, day, before, after, grid, other, whole, people, endsAt);
    }

    /** The same in place of a claim, around which an edge that stays where it is keeps free what it kept. */
    ClaimWish instead(Claim claim) {
        boolean sameSpace = space.id().equals(claim.spaceId());
        TimeRange held = claim.slot();
        boolean starts = sameSpace && held.start().equals(slot.start());
        boolean ends = sameSpace && held.end().equals(slot.end());
        return new ClaimWish(
                space,
                slot,
                day,
                starts ? Duration.ofMillis(claim.start() - claim.busyFrom()) : before,
                ends ? Duration.ofMillis(claim.busyUntil() - claim.end()) : after,
                grid,
                holder,
                whole,
                people,
                until);
    }

    public Instant busyFrom() {
        return slot.start().minus(before);
    }

    public Instant busyUntil() {
        return slot.end().plus(after);
    }
}
