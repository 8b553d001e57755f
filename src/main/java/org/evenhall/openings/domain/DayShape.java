package org.evenhall.openings.domain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.evenhall.openings.domain.syntax.HoursRule;

/**
 * What becomes of the minutes of one local day when the rules that hold on it are laid over one another, in the order of
 * the text. Each minute remembers whether it comes from a rule of the day before, so that it can be told which day an
 * opening belongs to.
 */
final class DayShape {

    /** A stretch of minutes in which the place is not closed. */
    record Piece(int from, int to, boolean unknown, String comment, boolean ofDayBefore) {}

    private record Minute(boolean unknown, String comment, boolean ofDayBefore) {}

    private DayShape() {}

    /**
     * The pieces on which all readings agree, and as unknown, for that reason, those on which they do not.
     *
     * @param readings per reading the rules that hold: bit 2n for the n-th rule on the day before, 2n + 1 on the day
     */
    static List<Piece> of(List<HoursRule> rules, List<BitSet> readings, String doubt) {
        var painted = readings.stream().map(layers -> paint(rules, layers)).toArray(Minute[][]::new);
        var pieces = new ArrayList<Piece>();
        Minute before = null;
        int since = 0;
        for (int minute = 0; minute <= Opening.DAY; minute++) {
            if (minute > 0 && minute < Opening.DAY && goesOn(painted, minute)) {
                continue;
            }
            Minute now = minute == Opening.DAY ? null : agreed(painted, minute, doubt);
            if (!Objects.equals(before, now)) {
                if (before != null) {
                    pieces.add(new Piece(since, minute, before.unknown, before.comment, before.ofDayBefore));
                }
                before = now;
                since = minute;
            }
        }
        return pieces;
    }

    /** Whether each reading has painted the minute as the one before it. */
    private static boolean goesOn(Minute[][] painted, int minute) {
        for (Minute[] each : painted) {
            if (each[minute] != each[minute - 1]) {
                return false;
            }
        }
        return true;
    }

    private static Minute[] paint(List<HoursRule> rules, BitSet layers) {
        var minutes = new Minute[Opening.DAY];
        for (int layer = layers.nextSetBit(0); layer >= 0; layer = layers.nextSetBit(layer + 1)) {
            var rule = rules.get(layer / 2);
            var times = rule.times();
            boolean unknown = rule.state() == HoursRule.State.UNKNOWN;
            boolean before = layer % 2 == 0;
            paint(minutes, rule, before ? times.tomorrow() : times.today(), unknown, before);
            paint(minutes, rule, before ? times.perhapsTomorrow() : times.perhapsToday(), true, before);
        }
        return minutes;
    }

    private static void paint(Minute[] minutes, HoursRule rule, BitSet times, boolean unknown, boolean ofDayBefore) {
        boolean closed = rule.state() == HoursRule.State.CLOSED;
        boolean otherwise = rule.join() == HoursRule.Join.OTHERWISE;
        var paint = closed ? null : new Minute(unknown, rule.comment(), ofDayBefore);
        for (int at = times.nextSetBit(0); at >= 0; at = times.nextSetBit(at + 1)) {
            if (!otherwise || minutes[at] == null) {
                minutes[at] = paint;
            }
        }
    }

    private static Minute agreed(Minute[][] painted, int at, String doubt) {
        Minute first = painted[0][at];
        boolean differ = false;
        Minute open = first;
        for (Minute[] other : painted) {
            differ |= (first == null) != (other[at] == null) || (first != null && first.unknown != other[at].unknown);
            open = open == null ? other[at] : open;
        }
        return differ ? new Minute(true, doubt, open.ofDayBefore) : first;
    }
}
