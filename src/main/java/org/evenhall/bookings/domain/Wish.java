package org.evenhall.bookings.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.evenhall.kernel.TimeRange;
import org.evenhall.openings.OpenDay;
import org.evenhall.policies.PolicyView;
import org.evenhall.policies.PolicyView.StatedBy;
import org.evenhall.spaces.Listed;

/**
 * All that the rules look at.
 *
 * @param days the space's opening around the slot
 * @param openBookings how many bookings the person has open at once, counted within the city, the organisation, the space
 */
public record Wish(
        String bookerId,
        Listed space,
        TimeRange slot,
        int people,
        PolicyView policy,
        List<OpenDay> days,
        ToIntFunction<StatedBy> openBookings,
        Instant now) {

    /** An opening and the local day that it belongs to. */
    public record Opening(LocalDate day, TimeRange range) {}

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
}
