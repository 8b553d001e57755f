package org.evenhall.openings.domain.syntax;

import java.time.LocalDate;
import java.util.List;

/**
 * One rule of the text, ready to be asked.
 *
 * @param dates years, weeks, dates: what can be told from the day alone; a day must satisfy each
 * @param weekdays weekdays and public holidays, which may be read in several ways; a day must satisfy each
 * @param times the minutes on a day that is picked
 * @param comment the owner's words, or null
 */
public record HoursRule(
        List<DaySelector> dates, List<DaySelector> weekdays, TimesOfDay times, State state, String comment, Join join) {

    /** What a rule says of its times. */
    public enum State {
        OPEN,
        CLOSED,
        UNKNOWN
    }

    /** How a rule stands to those before it. */
    public enum Join {
        /** After {@code ;}: takes the place of all earlier rules on the days it picks, unless it closes. */
        INSTEAD,
        /** After a comma: adds to what holds. */
        ALSO,
        /** After {@code ||}: holds only where the rules before it leave the place closed. */
        OTHERWISE
    }

    public HoursRule {
        dates = List.copyOf(dates);
        weekdays = List.copyOf(weekdays);
    }

    /** Whether its dates hold, however the day is read: worth asking once, since a doubtful day has many readings. */
    public boolean picksDate(LocalDate day) {
        return all(dates, day, null);
    }

    public boolean picksWeekday(LocalDate day, Reading reading) {
        return all(weekdays, day, reading);
    }

    private static boolean all(List<DaySelector> selectors, LocalDate day, Reading reading) {
        for (DaySelector selector : selectors) {
            if (!selector.picks(day, reading)) {
                return false;
            }
        }
        return true;
    }

    boolean everyDay() {
        return dates.isEmpty() && weekdays.isEmpty();
    }

    /**
     * Whether this rule, on a day that it picks, makes earlier rules void for all of that day. A rule that closes never
     * does: it only takes its own times away. A rule for every day does so only right after another rule for every day,
     * so that in {@code Mo-Fr 10:00-12:00; 14:00-16:00} the mornings stay: that is how the reference reads it.
     */
    public boolean replaces(HoursRule before) {
        if (join != Join.INSTEAD || state == State.CLOSED) {
            return false;
        }
        return !everyDay() || (before != null && before.everyDay() && state == State.OPEN);
    }
}
