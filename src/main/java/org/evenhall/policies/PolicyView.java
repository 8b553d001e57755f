package org.evenhall.policies;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.evenhall.kernel.Purpose;

/**
 * The rules in force for a space, an organisation or the city, each with the level that it comes from. Every value is
 * stated by the city at least; one that restricts nothing is null, or an empty set. Days are local days of the venue;
 * ranges are half-open.
 *
 * @param reservableFrom first day that can be booked
 * @param reservableUntil first day that can no longer be booked
 * @param visibleFrom first day on which the public sees the space
 * @param visibleUntil first day on which the public no longer sees it
 * @param startGrid starts are multiples of this, counted from opening
 * @param noticeAtLeast how long before the start a booking must be made, at the latest
 * @param noticeAtMost how long ahead a booking can be made, at the earliest; does not count where {@code releases} says
 *     something
 * @param releases when the next days can be booked, week by week
 * @param bufferBefore kept free before a booking, in steps of five minutes
 * @param bufferAfter kept free after a booking, likewise
 * @param peopleFrom the fewest people
 * @param peopleTo the most people, where that is fewer than the space holds
 * @param limits all of them hold together, whichever level states them
 * @param noTwoPlaces whether a person may have only one space at a time
 * @param areas ids; residents of these areas, or of those below them
 * @param ageFrom years, on the day of the booking
 * @param ageTo years, likewise; somebody of that age may still book
 * @param members ids of organisations; members of one of these
 * @param approvalNeeded whether the owner decides on each booking
 * @param decisionBefore how long before its start a request lapses that nobody has decided
 * @param minimumBookings the space opens on a day only if it has so many bookings
 * @param minimumBy and has them so long before it opens
 * @param cancelBefore how long before the start a booking can be given back, at the latest
 * @param checkInOpens how long before the start
 * @param checkInCloses how long after the start; then the room goes back to the public
 * @param checkInCode whether the code on the door is asked for
 * @param pricePerHour in the currency of the city
 * @param noShowsToPause so many no-shows within {@code noShowDays} pause a person for {@code pauseDays}
 * @param pauseDays 0 where nobody is ever paused
 * @param reminders how long before the start
 * @param holdFor how long a hold lasts
 * @param offerFor how long an offer from the waitlist stands
 * @param proposalFor how long another space is kept for a booking that a closure displaced
 */
public record PolicyView(
        Stated<LocalDate> reservableFrom,
        Stated<LocalDate> reservableUntil,
        Stated<LocalDate> visibleFrom,
        Stated<LocalDate> visibleUntil,
        Stated<Duration> startGrid,
        Stated<Duration> shortest,
        Stated<Duration> longest,
        Stated<Duration> noticeAtLeast,
        Stated<Duration> noticeAtMost,
        Stated<Release> releases,
        Stated<Duration> bufferBefore,
        Stated<Duration> bufferAfter,
        Stated<Integer> peopleFrom,
        Stated<Integer> peopleTo,
        List<Limit> limits,
        Stated<Boolean> noTwoPlaces,
        Stated<Audience> audience,
        Stated<Set<String>> areas,
        Stated<Integer> ageFrom,
        Stated<Integer> ageTo,
        Stated<Set<String>> members,
        Stated<Boolean> approvalNeeded,
        Stated<Duration> decisionBefore,
        Stated<Integer> minimumBookings,
        Stated<Duration> minimumBy,
        Stated<Duration> cancelBefore,
        Stated<Boolean> checkInNeeded,
        Stated<Duration> checkInOpens,
        Stated<Duration> checkInCloses,
        Stated<Boolean> checkInCode,
        Stated<BigDecimal> pricePerHour,
        Stated<Allocation> allocation,
        Stated<Set<Purpose>> purposes,
        Stated<Integer> noShowsToPause,
        Stated<Integer> noShowDays,
        Stated<Integer> pauseDays,
        Stated<List<Duration>> reminders,
        Stated<Duration> holdFor,
        Stated<Duration> offerFor,
        Stated<Duration> proposalFor) {

    public PolicyView {
        limits = List.copyOf(limits);
    }

    /** A level that can state a rule; the lowest that does counts. A part is a space that lies within another. */
    public enum StatedBy {
        CITY,
        ORGANISATION,
        SPACE,
        PART
    }

    /** A value and the level that states it; the value is null where nothing is restricted. */
    public record Stated<T>(T value, StatedBy from) {}

    /**
     * At most so much, counted within the thing that is named. All limits hold together.
     *
     * @param per whose bookings are counted: the person's, or those of all members of each of the person's groups
     * @param most bookings, or hours
     * @param within what the bookings must lie in to be counted: the city, the organisation of the space, or the space
     * @param from the level that states it
     * @param holder id of the thing that states it, {@code *} for the city. A limit that a space states counts the space
     *     with all its parts; one that a level above states for each space counts only the one that is booked
     */
    public record Limit(Per per, Measure measure, Integer most, StatedBy within, StatedBy from, String holder) {

        /** The name under which a refusal speaks of it, as in {@code group-hours-per-day-in-organisation}. */
        public String rule() {
            return (per == Per.GROUP ? "group-" : "") + hyphened(measure) + "-in-" + hyphened(within);
        }

        private static String hyphened(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whose bookings a limit counts. */
    public enum Per {
        PERSON,
        GROUP
    }

    /** What a limit counts. Hours belong to the local day of the opening; weeks are those of ISO 8601. */
    public enum Measure {
        OPEN_BOOKINGS,
        HOURS_PER_DAY,
        HOURS_PER_WEEK,
        HOURS_PER_MONTH
    }

    /** Who may book; whoever books has signed in, so that {@code EVERYONE} asks for no more than that. */
    public enum Audience {
        EVERYONE,
        SIGNED_IN,
        VERIFIED
    }

    /** How a space is given out: booking by booking, by the rounds of a season, or both. */
    public enum Allocation {
        DIRECT,
        ROUND,
        BOTH
    }

    /**
     * On this day of each week, from this time on, the days up to so many days ahead can be booked, and no later ones.
     *
     * @param days that many days after the day of release is the last that can be booked
     */
    public record Release(DayOfWeek weekday, LocalTime time, int days) {

        /** The last day that can be booked at a moment. */
        public LocalDate lastDay(Instant now, ZoneId zone) {
            var local = now.atZone(zone);
            LocalDate released = local.toLocalDate().with(TemporalAdjusters.previousOrSame(weekday));
            boolean tooEarly =
                    released.equals(local.toLocalDate()) && local.toLocalTime().isBefore(time);
            return (tooEarly ? released.minusWeeks(1) : released).plusDays(days);
        }
    }

    /** Whether the public sees the space on a local day. */
    public boolean visibleOn(LocalDate day) {
        return within(day, visibleFrom.value(), visibleUntil.value());
    }

    /** Whether a local day can be booked at all. */
    public boolean reservableOn(LocalDate day) {
        return within(day, reservableFrom.value(), reservableUntil.value());
    }

    private static boolean within(LocalDate day, LocalDate from, LocalDate until) {
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }
}
