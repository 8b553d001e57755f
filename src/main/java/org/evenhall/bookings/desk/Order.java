package org.evenhall.bookings.desk;

import org.evenhall.availability.Holder;
import org.evenhall.kernel.Purpose;
import org.evenhall.kernel.TimeRange;
import org.evenhall.spaces.Listed;

/**
 * What somebody wants to book.
 *
 * @param bookerId whose limits and rights count
 * @param note for the owner, or null
 * @param seriesId the series that it belongs to, or null
 * @param instead a hold or an offer that becomes the booking, or null
 */
public record Order(
        String bookerId,
        Listed space,
        TimeRange slot,
        int people,
        Purpose purpose,
        String note,
        String seriesId,
        Holder instead) {

    /** A single booking. */
    public Order(String bookerId, Listed space, TimeRange slot, int people, Purpose purpose, String note) {
        this(bookerId, space, slot, people, purpose, note, null, null);
    }
}
