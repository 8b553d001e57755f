package org.evenhall.openings.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * One rule of the text, ready to be asked.
 *
 * @param selectors kinds of day selectors (years, weeks, dates, weekdays); a day must satisfy each; none means every day
 * @param times the minutes on a day that is picked
 * @param comment the owner's words, or null
 */
record HoursRule(List<DaySelector> selectors, TimesOfDay times, State state, String comment, Join join) {

    enum State {
        OPEN,
        CLOSED,
        UNKNOWN
    }

    /** How a rule stands to those before it. */
    enum Join {
        /** After {@code ;}: takes the place of all earlier rules on the days it picks, unless it closes. */
        INSTEAD,
        /** After a comma: adds to what holds. */
        ALSO,
        /** After {@code ||}: holds only where the rules before it leave the place closed. */
        OTHERWISE
    }

    HoursRule {
        selectors = List.copyOf(selectors);
    }

    boolean picks(LocalDate day, Reading reading) {
        for (DaySelector selector : selectors) {
            if (!selector.picks(day, reading)) {
                return false;
            }
        }
        return true;
    }

    boolean everyDay() {
        return selectors.isEmpty();
    }

    /**
     * Whether this rule, on a day that it picks, makes earlier rules void for all of that day. A rule that closes never
     * does: it only takes its own times away. A rule for every day does so only right after another rule for every day,
     * so that in {@code Mo-Fr 10:00-12:00; 14:00-16:00} the mornings stay: that is how the reference reads it.
     */
    boolean replaces(HoursRule before) {
        if (join != Join.INSTEAD || state == State.CLOSED) {
            return false;
        }
        return !everyDay() || (before != null && before.everyDay() && state == State.OPEN);
    }
}
