package org.evenhall.reports.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.evenhall.kernel.TimeRange;
import org.evenhall.openings.Evening;
import org.evenhall.openings.OpenDay;
import org.evenhall.openings.OpenTime;

/** How much of the open time closures take away. Closures may overlap; a time that is closed twice counts once. */
public final class ClosedTime {

    private ClosedTime() {}

    /** @param closures in any order; what lies outside the opening takes nothing away */
    public static OpenTime of(List<OpenDay> days, List<TimeRange> closures, ZoneId zone) {
        List<TimeRange> apart = apart(closures);
        List<TimeRange> lost = new ArrayList<>();
        for (OpenDay day : days) {
            for (TimeRange open : day.open()) {
                apart.forEach(closed -> open.intersection(closed).ifPresent(lost::add));
            }
        }
        return Evening.measure(lost, zone);
    }

    /** The same time in ranges that do not overlap, in order. */
    private static List<TimeRange> apart(List<TimeRange> ranges) {
        List<TimeRange> apart = new ArrayList<>();
        for (TimeRange next : ranges.stream().sorted().toList()) {
            int last = apart.size() - 1;
            if (last >= 0 && !next.start().isAfter(apart.get(last).end())) {
                TimeRange before = apart.get(last);
                Instant end = before.end().isAfter(next.end()) ? before.end() : next.end();
                apart.set(last, new TimeRange(before.start(), end));
            } else {
                apart.add(next);
            }
        }
        return apart;
    }
}
