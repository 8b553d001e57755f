package org.evenhall.bookings.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.evenhall.bookings.Waitlist.EntryStatus;
import org.evenhall.bookings.Waitlist.WantedFilters;
import org.evenhall.kernel.TimeRange;
import org.evenhall.spaces.CatalogueFilter;
import org.evenhall.spaces.Listed;

/**
 * Somebody who waits for a time: in one space, or in any that passes filters. It waits until it is offered a space, and ends
 * when the offer is taken or not taken, when its person leaves, or when the slot begins.
 *
 * @param seq the order of the queue
 * @param wantedSpace null where any space that passes the filters will do
 * @param filters as they were stated; null where a space is wanted
 * @param filter what they come to; null likewise, or where they can no longer be read
 * @param offeredSpace the space that is or was offered, or null
 * @param offerUntil the deadline of that offer, or null
 * @param bookingId what the offer has become, or null
 */
public record Waiting(
        String id,
        long seq,
        String personId,
        String wantedSpace,
        WantedFilters filters,
        CatalogueFilter filter,
        TimeRange slot,
        int people,
        EntryStatus status,
        String offeredSpace,
        Instant offerUntil,
        String bookingId,
        Instant createdAt) {

    private static final Duration FIRST_LOOK = Duration.ofSeconds(5);
    private static final Duration LONGEST_REST = Duration.ofHours(6);

    /** Whether this space would do. */
    public boolean takes(Listed space) {
        return wantedSpace != null
                ? wantedSpace.equals(space.id())
                : filter != null && space.capacity() >= people && filter.test(space);
    }

    /** Whether both wait for the same: the same slot, and the same space or filters. */
    public boolean isSameWish(Waiting other) {
        return slot.equals(other.slot)
                && Objects.equals(wantedSpace, other.wantedSpace)
                && Objects.equals(filters, other.filters);
    }

    /** What is due has happened, whether or not anybody has written it down yet. */
    public EntryStatus statusAt(Instant now) {
        boolean over =
                switch (status) {
                    case WAITING -> !slot.start().isAfter(now);
                    case OFFERED -> !offerUntil.isAfter(now);
                    case ACCEPTED, LAPSED, LEFT -> false;
                };
        return over ? EntryStatus.LAPSED : status;
    }

    public boolean isOpenAt(Instant now) {
        EntryStatus is = statusAt(now);
        return is == EntryStatus.WAITING || is == EntryStatus.OFFERED;
    }

    /**
     * When to look again by itself whether there is a space: time may have become free without anybody giving it back, as by
     * longer hours. Each rest is as long as all before it together, at most six hours; the last look is the beginning of the
     * slot.
     */
    public Instant nextLook(Instant now) {
        Duration waited = Duration.between(createdAt, now);
        Duration rest = waited.compareTo(FIRST_LOOK) < 0
                ? FIRST_LOOK
                : waited.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : waited;
        Instant next = now.plus(rest);
        return next.isBefore(slot.start()) ? next : slot.start();
    }
}
