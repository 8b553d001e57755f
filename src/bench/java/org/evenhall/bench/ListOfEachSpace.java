package org.evenhall.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.evenhall.kernel.TimeRange;
import org.evenhall.spaces.Listed;

/**
 * The straightforward way to search a city, to compare with: every space has a sorted list of its open ranges and one
 * of its claims, all in memory, and each space is asked in turn by binary search.
 */
final class ListOfEachSpace {

    private final List<Listed> spaces;
    private final List<TimeRange[]> open = new ArrayList<>();
    private final List<TimeRange[]> taken = new ArrayList<>();

    /** A space that is free in a slot. */
    record Hit(Listed space, TimeRange slot) {}

    /** @param spaces filled together with these lists */
    ListOfEachSpace(List<Listed> spaces) {
        this.spaces = spaces;
    }

    void add(List<TimeRange> openRanges, List<TimeRange> claims) {
        open.add(openRanges.toArray(TimeRange[]::new));
        taken.add(claims.toArray(TimeRange[]::new));
    }

    List<Hit> throughout(TimeRange slot, Predicate<Listed> filter) {
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < spaces.size(); i++) {
            if (filter.test(spaces.get(i)) && isOpen(open.get(i), slot) && isFree(taken.get(i), slot)) {
                hits.add(new Hit(spaces.get(i), slot));
            }
        }
        return hits;
    }

    List<Hit> firstRuns(TimeRange within, Duration length, Predicate<Listed> filter) {
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < spaces.size(); i++) {
            if (filter.test(spaces.get(i))) {
                Instant start = firstStart(open.get(i), taken.get(i), within, length);
                if (start != null) {
                    hits.add(new Hit(spaces.get(i), new TimeRange(start, start.plus(length))));
                }
            }
        }
        return hits;
    }

    private static boolean isOpen(TimeRange[] ranges, TimeRange slot) {
        int first = firstEndingAfter(ranges, slot.start());
        return first < ranges.length && ranges[first].encloses(slot);
    }

    private static boolean isFree(TimeRange[] claims, TimeRange slot) {
        int first = firstEndingAfter(claims, slot.start());
        return first == claims.length || !claims[first].overlaps(slot);
    }

    private static Instant firstStart(TimeRange[] ranges, TimeRange[] claims, TimeRange within, Duration length) {
        for (int i = firstEndingAfter(ranges, within.start());
                i < ranges.length && ranges[i].start().isBefore(within.end());
                i++) {
            Instant start = later(ranges[i].start(), within.start());
            Instant end = ranges[i].end().isBefore(within.end()) ? ranges[i].end() : within.end();
            for (int k = firstEndingAfter(claims, start); !start.plus(length).isAfter(end); k++) {
                if (k == claims.length || !claims[k].start().isBefore(start.plus(length))) {
                    return start;
                }
                start = later(start, claims[k].end());
            }
        }
        return null;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static int firstEndingAfter(TimeRange[] ranges, Instant moment) {
        int from = 0;
        int to = ranges.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (ranges[middle].end().isAfter(moment)) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }
}
