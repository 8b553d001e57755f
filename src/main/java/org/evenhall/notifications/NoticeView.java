package org.evenhall.notifications;

import java.time.OffsetDateTime;
import org.evenhall.bookings.BookingNews;

/**
 * Something that a person was told, in the language of whoever reads it.
 *
 * @param subjectId what it is about: a booking, a series, an entry of a waiting list, or null
 * @param link path of the page that shows it
 * @param createdAt in the zone of the venue, where there is one
 */
public record NoticeView(
        String id,
        BookingNews.Kind kind,
        String subjectId,
        String title,
        String text,
        String link,
        OffsetDateTime createdAt,
        boolean read) {}
