package org.evenhall.bookings.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.evenhall.kernel.Purpose;
import org.evenhall.kernel.TimeRange;
import org.evenhall.openings.OpenDay;
import org.evenhall.policies.PolicyView;
import org.evenhall.spaces.Listed;

/**
 * All that the rules look at.
 *
 * @param purpose null for a hold, which has none yet
 * @param days the space's opening around the slot
 * @param ledger the bookings that count against the booker's limits; one that is being moved is not among them
 * @param bookedThen how many bookings the day had when it had to have its {@link Minimum}; 0 where there is none, or that
 *     moment is still to come
 */
public record Wish(
        Booker booker,
        Listed space,
        TimeRange slot,
        int people,
        Purpose purpose,
        PolicyView policy,
        List<OpenDay> days,
        Ledger ledger,
        Names names,
        int bookedThen,
        Instant now) {

    /** An opening and the local day that it belongs to. */
    public record Opening(LocalDate day, TimeRange range) {}

    public String bookerId() {
        return booker.id();
    }

    /**
     * The opening in which the slot begins, if the space stays open until its end: a slot may run on from one opening into
     * the next, as over midnight in a house that never shuts.
     */
    public Optional<Opening> opening() {
        Opening first = null;
        Instant openUntil = null;
        for (OpenDay day : days) {
            for (TimeRange range : day.open()) {
                if (first == null && range.contains(slot.start())) {
                    first = new Opening(day.date(), range);
                    openUntil = range.end();
                } else if (first != null
                        && !range.start().isAfter(openUntil)
                        && range.end().isAfter(openUntil)) {
                    openUntil = range.end();
                }
            }
        }
        return first == null || openUntil.isBefore(slot.end()) ? Optional.empty() : Optional.of(first);
    }

    /** The local day that the slot belongs to: that of its opening, or where it lies in none, that of its start. */
    public LocalDate day() {
        return opening().map(Opening::day).orElseGet(() -> LocalDate.ofInstant(slot.start(), space.zone()));
    }
}
