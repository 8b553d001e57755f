package org.evenhall.availability;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.evenhall.kernel.TimeRange;

/**
 * A local day of a space: when it is open and when it is free.
 *
 * @param reason message key that says why nothing is open, null where something is
 * @param closure what the owner says about closures that take all of what would be open, else null
 */
public record FreeDay(LocalDate date, List<TimeRange> open, List<FreeRange> free, String reason, String closure) {

    /**
     * A free stretch and the places left in all of it; for a space that is given as a whole, its capacity. Where the
     * number changes a new stretch begins, though it is free before and after.
     */
    public record FreeRange(TimeRange slot, int places) {}

    /** The stretches in which so many fit all the time, in order and apart from each other. */
    public List<TimeRange> freeFor(int people) {
        List<TimeRange> joined = new ArrayList<>();
        for (FreeRange range : free) {
            int last = joined.size() - 1;
            if (range.places < people) {
                continue;
            }
            if (last >= 0 && joined.get(last).end().equals(range.slot.start())) {
                joined.set(last, new TimeRange(joined.get(last).start(), range.slot.end()));
            } else {
                joined.add(range.slot);
            }
        }
        return joined;
    }

    FreeDay closedBy(String why) {
        return new FreeDay(date, open, free, reason, why);
    }

    /** The same day for whoever has a slot of it already: to them it is free. */
    public FreeDay with(TimeRange own, int places) {
        List<FreeRange> all = new ArrayList<>(free);
        all.removeIf(range -> own.encloses(range.slot));
        all.add(new FreeRange(own, places));
        all.sort(Comparator.comparing(FreeRange::slot));
        return new FreeDay(date, open, all, reason, closure);
    }
}
