package org.evenhall.bookings.web.series;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.evenhall.bookings.BookingView;
import org.evenhall.bookings.Series.SeriesBooked;
import org.evenhall.bookings.Series.SkippedDate;
import org.evenhall.platform.faces.Say;

/**
 * A date of a series that is not booked yet, as a page tells it.
 *
 * @param when as in "Wed 25 Nov 18:30 to 20:30"
 * @param reason why it cannot be had; null where it can
 */
public record SeriesDate(OffsetDateTime start, String when, String reason) {

    static List<SeriesDate> of(SeriesBooked preview, Say say) {
        return Stream.concat(
                        preview.created().stream().map(date -> free(date, say)),
                        preview.skipped().stream().map(date -> skipped(date, say)))
                .sorted(Comparator.comparing(SeriesDate::start))
                .toList();
    }

    private static SeriesDate free(BookingView date, Say say) {
        String when = say.when(date.start(), date.end(), date.space().venue().zone());
        return new SeriesDate(date.start(), when, null);
    }

    /** Times come in the zone of the venue, so its offset tells the day. */
    public static SeriesDate skipped(SkippedDate date, Say say) {
        return new SeriesDate(
                date.start(), say.when(date.start(), date.end(), date.start().getOffset()), date.reason());
    }

    public boolean isFree() {
        return reason == null;
    }
}
