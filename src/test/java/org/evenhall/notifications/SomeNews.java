package org.evenhall.notifications;

import java.time.Instant;
import org.evenhall.bookings.BookingNews;

/** News of one booking for tests, each like the last but for what a test says. */
final class SomeNews {

    static final String BOOKING = "0199a0de-0000-7000-8000-000000000001";

    /** 18:30 in Berlin. */
    static final Instant START = Instant.parse("2026-11-25T17:30:00Z");

    private final String booker;
    private int sequence;
    private Instant start = START;
    private String reason;
    private String booking = BOOKING;

    private SomeNews(String booker) {
        this.booker = booker;
    }

    static SomeNews of(String booker) {
        return new SomeNews(booker);
    }

    SomeNews about(String otherBooking) {
        booking = otherBooking;
        return this;
    }

    SomeNews sequence(int number) {
        sequence = number;
        return this;
    }

    SomeNews from(Instant otherStart) {
        start = otherStart;
        return this;
    }

    SomeNews because(String words) {
        reason = words;
        return this;
    }

    BookingNews that(BookingNews.Kind kind) {
        return new BookingNews(
                kind,
                kind.about() == BookingNews.About.PERSON ? null : booking,
                "7K3Q9M",
                booker,
                "a",
                "organisation",
                start,
                start.plusSeconds(9000),
                4,
                sequence,
                "b",
                START.plusSeconds(3600),
                START.plusSeconds(7200),
                START.minusSeconds(7200),
                reason);
    }
}
