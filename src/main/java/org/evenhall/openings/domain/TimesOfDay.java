package org.evenhall.openings.domain;

import ch.poole.openinghoursparser.TimeSpan;
import java.util.BitSet;
import java.util.List;

/**
 * The minutes of a rule: on the day that it picks, and past midnight on the day after.
 *
 * <p>A point in time, as in {@code Mo 12:00}, or each point of {@code 10:00-16:00/01:30}, is the minute that it names,
 * as the reference has it for collection times.
 */
final class TimesOfDay {

    private static final int DAY = Opening.DAY;

    private final BitSet today = new BitSet(DAY);
    private final BitSet tomorrow = new BitSet(DAY);
    private boolean points;

    private TimesOfDay() {}

    static TimesOfDay allDay() {
        var times = new TimesOfDay();
        times.add(0, DAY);
        return times;
    }

    static TimesOfDay of(List<TimeSpan> spans) {
        var times = new TimesOfDay();
        spans.forEach(times::add);
        return times;
    }

    private void add(TimeSpan span) {
        if (span.getStartEvent() != null || span.getEndEvent() != null) {
            throw UnsupportedHours.because("sun", span);
        }
        if (span.isOpenEnded()) {
            throw UnsupportedHours.because("open-end", span);
        }
        int start = span.getStart();
        boolean point = span.getEnd() == TimeSpan.UNDEFINED_TIME;
        int end = point ? start + 1 : span.getEnd();
        if (end <= start) {
            end += DAY;
        }
        if (start < 0 || start >= DAY || end > 2 * DAY) {
            throw UnsupportedHours.because("time", span);
        }
        points |= point || span.getInterval() > 0;
        if (span.getInterval() > 0) {
            for (int minute = start; minute <= end; minute += span.getInterval()) {
                add(minute, minute + 1);
            }
        } else {
            add(start, end);
        }
    }

    private void add(int from, int to) {
        today.set(Math.min(from, DAY), Math.min(to, DAY));
        tomorrow.set(Math.max(from, DAY) - DAY, Math.max(to, DAY) - DAY);
    }

    BitSet today() {
        return today;
    }

    BitSet tomorrow() {
        return tomorrow;
    }

    boolean pastMidnight() {
        return !tomorrow.isEmpty();
    }

    boolean hasPoints() {
        return points;
    }
}
