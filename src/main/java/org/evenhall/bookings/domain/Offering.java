package org.evenhall.bookings.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evenhall.bookings.Offer;
import org.evenhall.kernel.TimeRange;
import org.evenhall.policies.PolicyView;
import org.evenhall.policies.PolicyView.Allocation;
import org.evenhall.policies.PolicyView.Release;

/**
 * Which slots can be had: free time on days that can be booked, cut to the grid, the lengths and the notice that the rules
 * allow.
 */
public final class Offering {

    private final PolicyView policy;
    private final Duration grid;
    private final Duration shortest;
    private final Duration longest;
    private final Instant earliest;
    private final Instant latest;
    private final LocalDate lastDay;

    public Offering(PolicyView policy, Instant now, ZoneId zone) {
        this.policy = policy;
        grid = policy.startGrid().value();
        shortest = policy.shortest().value();
        longest = policy.longest().value();
        earliest = earliest(policy, now);
        Release releases = policy.releases().value();
        latest = releases == null ? now.plus(policy.noticeAtMost().value()) : Instant.MAX;
        lastDay = releases == null ? LocalDate.MAX : releases.lastDay(now, zone);
    }

    /** Where the owner decides, it must be before the request lapses. */
    private static Instant earliest(PolicyView policy, Instant now) {
        Instant noticed = now.plus(policy.noticeAtLeast().value());
        Instant decided = now.plus(policy.decisionBefore().value()).plusMillis(1);
        return policy.approvalNeeded().value() && decided.isAfter(noticed) ? decided : noticed;
    }

    /** Every start on the grid of an opening of a day from which at least the shortest slot is free. */
    public List<Offer> in(LocalDate day, List<TimeRange> open, List<TimeRange> free) {
        List<Offer> offers = new ArrayList<>();
        if (policy.allocation().value() == Allocation.ROUND || !policy.reservableOn(day) || day.isAfter(lastDay)) {
            return offers;
        }
        for (TimeRange opening : open) {
            for (Instant start = opening.start();
                    start.isBefore(opening.end()) && !start.isAfter(latest);
                    start = start.plus(grid)) {
                if (!start.isBefore(earliest)) {
                    offerAt(start, free).ifPresent(offers::add);
                }
            }
        }
        return offers;
    }

    private Optional<Offer> offerAt(Instant start, List<TimeRange> free) {
        return free.stream()
                .filter(range -> range.contains(start))
                .findFirst()
                .filter(range -> !start.plus(shortest).isAfter(range.end()))
                .map(range -> new Offer(start, start.plus(shortest), earlier(range.end(), start.plus(longest)), (int)
                        grid.toMinutes()));
    }

    /** The slot that covers most of the wanted time; of equal ones the shortest, then the earliest. */
    public static Optional<TimeRange> best(List<Offer> offers, TimeRange wanted) {
        return offers.stream()
                .map(offer -> slotFor(offer, wanted))
                .filter(slot -> slot.overlaps(wanted))
                .min(Comparator.comparing((TimeRange slot) -> covered(slot, wanted))
                        .reversed()
                        .thenComparing(TimeRange::length)
                        .thenComparing(TimeRange::start));
    }

    private static Duration covered(TimeRange slot, TimeRange wanted) {
        return slot.intersection(wanted).map(TimeRange::length).orElse(Duration.ZERO);
    }

    private static TimeRange slotFor(Offer offer, TimeRange wanted) {
        Instant end = offer.shortestEnd();
        Duration step = Duration.ofMinutes(offer.stepMinutes());
        while (!end.plus(step).isAfter(offer.longestEnd()) && !end.plus(step).isAfter(wanted.end())) {
            end = end.plus(step);
        }
        return new TimeRange(offer.start(), end);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
