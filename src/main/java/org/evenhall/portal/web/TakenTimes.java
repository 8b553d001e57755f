package org.evenhall.portal.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.evenhall.availability.FreeDay;
import org.evenhall.kernel.TimeRange;

/** What is open and not free; what has passed counts as neither. */
final class TakenTimes {

    private TakenTimes() {}

    static List<TimeRange> of(FreeDay day, Instant now) {
        var taken = new ArrayList<TimeRange>();
        for (TimeRange open : day.open()) {
            Instant begin = later(now, open.start());
            for (FreeDay.FreeRange free : day.free()) {
                var inside = free.slot().intersection(open);
                if (inside.isPresent()) {
                    TimeRange.between(begin, inside.get().start()).ifPresent(taken::add);
                    begin = later(begin, inside.get().end());
                }
            }
            TimeRange.between(begin, open.end()).ifPresent(taken::add);
        }
        return List.copyOf(taken);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
