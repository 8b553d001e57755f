package org.evenhall.openings.domain.syntax;

import java.time.LocalDate;
import java.util.List;

/** The part of a rule that says on which days it holds. */
@FunctionalInterface
public interface DaySelector {

    boolean picks(LocalDate day, Reading reading);

    static DaySelector anyOf(List<DaySelector> selectors) {
        if (selectors.size() == 1) {
            return selectors.get(0);
        }
        var all = selectors.toArray(DaySelector[]::new);
        return (day, reading) -> {
            for (DaySelector selector : all) {
                if (selector.picks(day, reading)) {
                    return true;
                }
            }
            return false;
        };
    }
}
