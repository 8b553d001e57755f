package org.evenhall.bookings;

import java.time.OffsetDateTime;
import org.evenhall.kernel.Purpose;
import org.evenhall.spaces.SpaceCard;

/**
 * A booking as its booker, the owner and administrators see it; times in the zone of the venue.
 *
 * @param number short, to be read out on the phone
 * @param cancelReason what was said when it was given or taken back, null where nothing was
 * @param bookedBy shown name of the booker, null for readers who may not see it
 * @param checkIn null where check-in is not asked
 * @param cancelUntil the instant from which the booking can no longer be cancelled
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
        String cancelReason,
        String bookedBy,
        OffsetDateTime createdAt,
        CheckIn checkIn,
        OffsetDateTime cancelUntil) {

    /** When the door code is taken: {@code [opensAt, closesAt)}. */
    public record CheckIn(OffsetDateTime opensAt, OffsetDateTime closesAt) {}
}
