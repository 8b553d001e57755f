package org.evenhall.portal.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.evenhall.availability.FreeDay;
import org.evenhall.kernel.TimeRange;

/** What is open and not free; what has passed counts as neither. */
final class TakenTimes {

    private static final Duration STEP = Duration.ofMinutes(5);

    private TakenTimes() {}

    static List<TimeRange> of(FreeDay day, Instant now) {
        var taken = new ArrayList<TimeRange>();
        Instant present = nextStep(now);
        for (TimeRange open : day.open()) {
            Instant begin = later(present, open.start());
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

    /** Free time begins on full five minutes, so the rest of those that are passing is taken by nobody. */
    private static Instant nextStep(Instant now) {
        long step = STEP.toMillis();
        return Instant.ofEpochMilli((now.toEpochMilli() + step - 1) / step * step);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
