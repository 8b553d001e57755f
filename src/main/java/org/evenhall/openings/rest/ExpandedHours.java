package org.evenhall.openings.rest;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.evenhall.openings.Expansion;

/** The intervals that hours come to, in the zone that was asked; unknown where nobody can say. */
public record ExpandedHours(List<Interval> intervals) {

    /** Half-open. */
    public record Interval(OffsetDateTime start, OffsetDateTime end, boolean unknown) {}

    static ExpandedHours of(Expansion expansion, ZoneId zone) {
        return new ExpandedHours(expansion.intervals().stream()
                .map(interval -> new Interval(
                        OffsetDateTime.ofInstant(interval.start(), zone),
                        OffsetDateTime.ofInstant(interval.end(), zone),
                        interval.unknown()))
                .toList());
    }
}
