package org.evenhall.openings;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.openings.domain.OpeningHours;
import org.evenhall.openings.domain.syntax.UnsupportedHours;

/** What a text of opening hours comes to in a period. */
public record Expansion(List<Interval> intervals) {

    public Expansion {
        intervals = List.copyOf(intervals);
    }

    /**
     * @param to the day after the last one
     * @throws Refused as invalid, with the part of the text that is not taken, or the field that is wrong
     */
    public static Expansion of(
            String openingHours, LocalDate from, LocalDate to, ZoneId zone, HolidayCalendar holidays) {
        if (to.isBefore(from)) {
            throw Refused.invalid(Violation.of("order", "to", "hours.period.order", from, to));
        }
        if (from.plusYears(OpeningHours.MOST_YEARS).isBefore(to)) {
            throw Refused.invalid(
                    Violation.of("longest-period", "to", "hours.period.longest", OpeningHours.MOST_YEARS));
        }
        try {
            return new Expansion(OpeningHours.parse(openingHours).expand(from, to, zone, holidays));
        } catch (UnsupportedHours e) {
            throw Refused.invalid(new Violation(
                    "opening-hours", "openingHours", e.why().key(), e.why().args()));
        }
    }
}
