package org.evenhall.reports.domain;

import org.evenhall.availability.Usage.Claimed;
import org.evenhall.bookings.BookingFigures.Counts;
import org.evenhall.openings.OpenTime;

/**
 * What is counted of a space in a period, or of several of them together. Whole seconds, so that nothing is lost in
 * adding up; they become hours where they are shown.
 *
 * @param open seconds open to the public, less closures
 * @param booked seconds taken; more than {@code open} where a closure came after the booking
 * @param used seconds of those who had checked in; null where check-in was asked of nobody
 */
public record Figures(
        long open,
        long booked,
        long eveningOpen,
        long eveningBooked,
        long bookings,
        long cancelled,
        long noShows,
        long people,
        Long used) {

    public static final Figures NOTHING = new Figures(0, 0, 0, 0, 0, 0, 0, 0);

    /** Where check-in was asked of nobody. */
    public Figures(
            long open,
            long booked,
            long eveningOpen,
            long eveningBooked,
            long bookings,
            long cancelled,
            long noShows,
            long people) {
        this(open, booked, eveningOpen, eveningBooked, bookings, cancelled, noShows, people, null);
    }

    /** @param closed what closures take away of the open time */
    public static Figures of(OpenTime open, OpenTime closed, Claimed claimed, Counts counts) {
        return new Figures(
                open.seconds() - closed.seconds(),
                claimed.seconds(),
                open.eveningSeconds() - closed.eveningSeconds(),
                claimed.eveningSeconds(),
                counts.bookings(),
                counts.cancelled(),
                counts.noShows(),
                counts.people(),
                counts.used());
    }

    public Figures plus(Figures other) {
        return new Figures(
                open + other.open,
                booked + other.booked,
                eveningOpen + other.eveningOpen,
                eveningBooked + other.eveningBooked,
                bookings + other.bookings,
                cancelled + other.cancelled,
                noShows + other.noShows,
                people + other.people,
                sum(used, other.used));
    }

    private static Long sum(Long one, Long other) {
        return one == null ? other : other == null ? one : Long.valueOf(one + other);
    }
}
