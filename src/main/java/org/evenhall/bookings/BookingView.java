package org.evenhall.bookings;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.evenhall.kernel.Purpose;
import org.evenhall.spaces.SpaceCard;

/**
 * A booking as its booker, the owner and administrators see it; times in the zone of the venue.
 *
 * @param number short, to be read out on the phone
 * @param seriesId the series that it belongs to, or null
 * @param cancelReason what was said when it was given or taken back, null where nothing was
 * @param decisionReason what the owner said when deciding, null where nothing was
 * @param bookedBy shown name of the booker, null for readers who may not see it
 * @param decisionUntil when the request lapses if nobody has decided; null where nobody has to
 * @param checkIn null where check-in is not asked
 * @param cancelUntil the instant from which the booker can no longer cancel
 * @param proposal what is reserved instead, where a closure hit the booking; else null
 * @param version how often it was changed, which is its {@code ETag}
 */
public record BookingView(
        String id,
        String number,
        Status status,
        StatusReason statusReason,
        SpaceCard space,
        OffsetDateTime start,
        OffsetDateTime end,
        int people,
        Purpose purpose,
        String note,
        String seriesId,
        String cancelReason,
        String decisionReason,
        String bookedBy,
        OffsetDateTime createdAt,
        OffsetDateTime decisionUntil,
        CheckIn checkIn,
        OffsetDateTime cancelUntil,
        Proposal proposal,
        int version) {

    /**
     * Whether its booker may give it back at a moment: before it begins, and in time; whoever only asked, or lost the space
     * to a closure, may do so late.
     */
    public boolean mayBeGivenBack(Instant now) {
        boolean inTime = now.isBefore(cancelUntil.toInstant()) || status == Status.REQUESTED || proposal != null;
        return inTime && mayBeMoved(now);
    }

    /** Whether it is to come: it can be moved, as far as the rules of the space allow. */
    public boolean mayBeMoved(Instant now) {
        return isExpected() && now.isBefore(start.toInstant());
    }

    boolean isExpected() {
        return status == Status.REQUESTED || status == Status.CONFIRMED;
    }

    /** The same as long as it is only a proposal: without what it has once it is stored. */
    BookingView asProposed() {
        return new BookingView(
                null,
                null,
                status,
                statusReason,
                space,
                start,
                end,
                people,
                purpose,
                note,
                null,
                cancelReason,
                decisionReason,
                bookedBy,
                null,
                decisionUntil,
                checkIn,
                cancelUntil,
                proposal,
                version);
    }

    /**
     * When somebody must say that they have come: {@code [opensAt, closesAt)}.
     *
     * @param code whether the code on the door is asked
     * @param checkedInAt null as long as nobody has
     */
    public record CheckIn(OffsetDateTime opensAt, OffsetDateTime closesAt, boolean code, OffsetDateTime checkedInAt) {}

    /** Another space, or another time, that is reserved for the booking until a moment. */
    public record Proposal(SpaceCard space, OffsetDateTime start, OffsetDateTime end, OffsetDateTime until) {}
}
