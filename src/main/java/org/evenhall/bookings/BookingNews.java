package org.evenhall.bookings;

import java.time.Instant;
import org.evenhall.kernel.DomainEvent;

/**
 * What has happened to a booking, as its booker hears it: in the inbox and by mail; and what waits for an owner, as each
 * owner of the space hears it.
 *
 * @param kind what happened; it says which of the others are stated
 * @param bookingId the booking; the entry of the waiting list for {@link About#WAITING}; the series for
 *     {@link About#SERIES}; null for {@link About#PERSON}; what is to be decided for {@link About#DESK}
 * @param number of the booking, null where there is none
 * @param bookerId whom it is told to
 * @param spaceId the space, the one after a move or an accepted proposal
 * @param organisationId whose space it is
 * @param start of the slot as it is now: after the move, with the extension
 * @param end likewise
 * @param people for how many
 * @param sequence how often the booking was changed so far, from 0, as calendars count (RFC 5545, 3.8.7.4): it rises with
 *     each move, change of length, and cancellation
 * @param otherSpaceId the space before a move, the one proposed, or the one offered; else null
 * @param otherStart the slot that goes with {@code otherSpaceId}
 * @param otherEnd likewise
 * @param until the deadline of a proposal or an offer, the end of a pause; else null
 * @param reason what was said about it, as it was written; or null
 */
public record BookingNews(
        Kind kind,
        String bookingId,
        String number,
        String bookerId,
        String spaceId,
        String organisationId,
        Instant start,
        Instant end,
        int people,
        int sequence,
        String otherSpaceId,
        Instant otherStart,
        Instant otherEnd,
        Instant until,
        String reason)
        implements DomainEvent {

    /** What an id of the news names. */
    public enum About {
        BOOKING,
        SERIES,
        WAITING,
        PERSON,
        /** A booking, series or pause that waits for its owner. */
        DESK
    }

    /** What happened. The texts are {@code news.<NAME>.title} and {@code news.<NAME>.text}. */
    public enum Kind {
        /** The owner has to approve; the time is held. */
        REQUESTED(About.BOOKING),
        CONFIRMED(About.BOOKING),
        DECLINED(About.BOOKING),
        /** Nobody decided in time. */
        LAPSED(About.BOOKING),
        /** By its booker, or because the booker did not want what was proposed. */
        CANCELLED(About.BOOKING),
        /** By the owner. */
        TAKEN_BACK(About.BOOKING),
        MOVED(About.BOOKING),
        /** It takes the same time for more or fewer people. */
        PEOPLE_CHANGED(About.BOOKING),
        /** It was changed, and the owner has yet to approve it. */
        REQUEST_CHANGED(About.BOOKING),
        REMINDER(About.BOOKING),
        CHECKED_IN(About.BOOKING),
        NO_SHOW(About.BOOKING),
        /** A closure hit it: another space or time is held for it until a deadline. */
        PROPOSED(About.BOOKING),
        /** A closure hit it, and nothing equal was to be had. */
        DISPLACED(About.BOOKING),
        /** The proposal was not taken in time. */
        PROPOSAL_LAPSED(About.BOOKING),
        /** The proposal was taken. */
        ACCEPTED(About.BOOKING),
        /** The closure that hit it is lifted: it has its own space again. */
        RESTORED(About.BOOKING),
        SHORTENED(About.BOOKING),
        EXTENDED(About.BOOKING),
        SERIES_BOOKED(About.SERIES),
        /** The owner has to approve its bookings, each by itself; the times are held. */
        SERIES_REQUESTED(About.SERIES),
        SERIES_CANCELLED(About.SERIES),
        /** By the owner. */
        SERIES_TAKEN_BACK(About.SERIES),
        /** What was waited for is free and held until a deadline. */
        OFFERED(About.WAITING),
        OFFER_LAPSED(About.WAITING),
        /** A closure took what was held; its person waits on in the old place. */
        OFFER_WITHDRAWN(About.WAITING),
        /** Missed too often: no new bookings in the spaces of the organisation for a while. */
        PAUSED(About.PERSON),
        UNPAUSED(About.PERSON),
        /** The owner has read what the person says about the pause, and leaves it as it is. */
        PAUSE_STAYS(About.PERSON),
        /** To an owner: somebody asks for a time. */
        ASKED(About.DESK),
        /** To an owner: somebody asks for a series. */
        SERIES_ASKED(About.DESK),
        /** To an owner: somebody says why a pause is not right. */
        OBJECTED(About.DESK);

        private final About about;

        Kind(About about) {
            this.about = about;
        }

        public About about() {
            return about;
        }
    }

    @Override
    public String aggregate() {
        return switch (kind.about()) {
            case BOOKING -> "booking:" + bookingId;
            case SERIES -> "series:" + bookingId;
            case WAITING -> "waiting:" + bookingId;
            case PERSON -> "person:" + bookerId;
            case DESK -> "desk:" + bookingId + ":" + bookerId;
        };
    }
}
