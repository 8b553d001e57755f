package org.evenhall.bookings;

import java.time.OffsetDateTime;
import org.evenhall.kernel.Purpose;

/**
 * The wish for a space and a time. Start and end may be of any offset; they are instants.
 *
 * @param note for the owner, at most 1,000 characters, or null
 * @param holdId a hold of the caller's that becomes this booking, or null
 * @param onBehalfOf whom to book for; not offered, so it is refused rather than ignored, or the booking would be the
 *     caller's own
 */
public record RequestBooking(
        String spaceId,
        OffsetDateTime start,
        OffsetDateTime end,
        Integer people,
        Purpose purpose,
        String note,
        String holdId,
        String onBehalfOf) {

    public static RequestBooking of(
            String spaceId, OffsetDateTime start, OffsetDateTime end, Integer people, Purpose purpose, String note) {
        return new RequestBooking(spaceId, start, end, people, purpose, note, null, null);
    }
}
