package org.evenhall.bookings.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.evenhall.bookings.BookingNews;
import org.evenhall.bookings.StatusReason;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.bookings.domain.Waiting;
import org.evenhall.identity.People;
import org.evenhall.identity.Role;
import org.evenhall.identity.Thing;
import org.evenhall.kernel.TimeRange;
import org.evenhall.platform.outbox.Outbox;
import org.evenhall.spaces.Listed;

/** What has happened to a booking goes to whoever hears it, with the transaction that made it happen. */
@ApplicationScoped
public class Telling {

    private Outbox outbox;
    private People people;

    protected Telling() {}

    @Inject
    public Telling(Outbox outbox, People people) {
        this.outbox = outbox;
        this.people = people;
    }

    /**
     * Tells the owners that somebody asks for a time, or for a series with its first one, unless they ask themselves.
     *
     * @param aboutId the booking or the series
     */
    public void owners(Booking booking, BookingNews.Kind kind, String aboutId) {
        for (String owner : people.having(Role.OWNER, Thing.organisation(booking.organisationId()))) {
            if (!owner.equals(booking.bookerId())) {
                outbox.publish(new BookingNews(
                        kind,
                        aboutId,
                        booking.number(),
                        owner,
                        booking.spaceId(),
                        booking.organisationId(),
                        booking.slot().start(),
                        booking.slot().end(),
                        booking.people(),
                        0,
                        null,
                        null,
                        null,
                        booking.decideUntil(),
                        null));
            }
        }
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
     * A series was given back. Dates that were told of by themselves before are told of so again, or calendars would keep
     * them.
     */
    public void ofCancelled(Booking first, List<Booking> toldOf, StatusReason by, String reason) {
        boolean byOwner = by == StatusReason.BY_OWNER;
        ofSeries(first, byOwner ? BookingNews.Kind.SERIES_TAKEN_BACK : BookingNews.Kind.SERIES_CANCELLED, reason);
        toldOf.forEach(
                booking -> of(booking, byOwner ? BookingNews.Kind.TAKEN_BACK : BookingNews.Kind.CANCELLED, reason));
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
