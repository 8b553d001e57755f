package org.evenhall.bookings.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.evenhall.bookings.BookingNews;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.bookings.domain.Waiting;
import org.evenhall.kernel.TimeRange;
import org.evenhall.platform.outbox.Outbox;
import org.evenhall.spaces.Listed;

/** What has happened to a booking goes to whoever hears it, with the transaction that made it happen. */
@ApplicationScoped
public class Telling {

    private Outbox outbox;

    protected Telling() {}

    @Inject
    public Telling(Outbox outbox) {
        this.outbox = outbox;
    }

    public void of(Booking booking, BookingNews.Kind kind, String reason) {
        of(booking, kind, null, null, null, reason);
    }

    /**
     * What has happened to a series as a whole.
     *
     * @param first the first of its bookings that it happened to
     */
    public void ofSeries(Booking first, BookingNews.Kind kind, String reason) {
        outbox.publish(new BookingNews(
                kind,
                first.seriesId(),
                null,
                first.bookerId(),
                first.spaceId(),
                first.organisationId(),
                first.slot().start(),
                first.slot().end(),
                first.people(),
                0,
                null,
                null,
                null,
                null,
                reason));
    }

    /**
     * @param otherSpaceId the space before a move, or the one proposed, with its slot; or null
     * @param until the deadline of what is proposed, or null
     */
    public void of(
            Booking booking,
            BookingNews.Kind kind,
            String otherSpaceId,
            TimeRange otherSlot,
            Instant until,
            String reason) {
        outbox.publish(new BookingNews(
                kind,
                booking.id(),
                booking.number(),
                booking.bookerId(),
                booking.spaceId(),
                booking.organisationId(),
                booking.slot().start(),
                kind == BookingNews.Kind.SHORTENED
                        ? booking.held().end()
                        : booking.slot().end(),
                booking.people(),
                booking.changes(),
                otherSpaceId,
                otherSlot == null ? null : otherSlot.start(),
                otherSlot == null ? null : otherSlot.end(),
                until,
                reason));
    }

    /** What has become of somebody who waits: of an offer and its deadline. */
    public void of(Waiting entry, BookingNews.Kind kind, Listed offered, Instant until) {
        outbox.publish(new BookingNews(
                kind,
                entry.id(),
                null,
                entry.personId(),
                offered.id(),
                offered.organisation().id(),
                entry.slot().start(),
                entry.slot().end(),
                entry.people(),
                0,
                offered.id(),
                entry.slot().start(),
                entry.slot().end(),
                until,
                null));
    }
}
