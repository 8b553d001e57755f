package org.evenhall.openings;

import java.time.LocalDate;
import java.util.List;
import org.evenhall.kernel.TimeRange;

/**
 * The opening of a space on one local day. A range past midnight belongs to the day it opens on.
 *
 * @param open the ranges in which the space is certainly open, in order, apart from each other
 * @param reason message key that says why nothing is open ({@code closed.hours-unknown}, {@code closed.that-day},
 *     {@code closed.not-recorded}, {@code closed.calendar-unknown} …), null where something is
 */
public record OpenDay(LocalDate date, List<TimeRange> open, String reason) {

    public OpenDay {
        open = List.copyOf(open);
    }
}
