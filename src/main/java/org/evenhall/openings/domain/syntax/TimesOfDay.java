package org.evenhall.openings.domain.syntax;

import ch.poole.openinghoursparser.TimeSpan;
import java.util.BitSet;
import java.util.List;
import org.evenhall.kernel.WallClock;

/**
 * The minutes of a rule: on the day that it picks, and past midnight on the day after.
 *
 * <p>A point in time, as in {@code Mo 12:00}, or each point of {@code 10:00-16:00/01:30}, is the minute that it names,
 * as the reference has it for collection times.
 *
 * <p>Times with an open end ({@code 17:00+}, {@code 10:00-18:00+}) say when it closes at the earliest, not when. What
 * follows is perhaps open. How far that reaches is the reference's convention: eight hours from 22:00, ten from 17:00,
 * otherwise till midnight, and never beyond the next time of the same rule.
 */
public final class TimesOfDay {

    private static final int DAY = WallClock.MINUTES_A_DAY;

    private final BitSet minutes = new BitSet(2 * DAY);
    private final BitSet perhaps = new BitSet(2 * DAY);
    private boolean points;

    private TimesOfDay() {}

    static TimesOfDay allDay() {
        var times = new TimesOfDay();
        times.minutes.set(0, DAY);
        return times;
    }

    static TimesOfDay of(List<TimeSpan> spans) {
        var times = new TimesOfDay();
        for (int i = 0; i < spans.size(); i++) {
            times.add(spans.get(i), i + 1 < spans.size() ? spans.get(i + 1).getStart() : 2 * DAY);
        }
        if (times.perhaps.intersects(times.minutes)) {
            throw UnsupportedHours.because("open-end", spans.get(spans.size() - 1));
        }
        return times;
    }

    private void add(TimeSpan span, int next) {
        if (span.getStartEvent() != null || span.getEndEvent() != null) {
            throw UnsupportedHours.because("sun", span);
        }
        int start = span.getStart();
        boolean noEnd = span.getEnd() == TimeSpan.UNDEFINED_TIME;
        int end = noEnd ? start + (span.isOpenEnded() ? 0 : 1) : span.getEnd();
        if (!noEnd && end <= start) {
            end += DAY;
        }
        if (start < 0 || start >= DAY || end > 2 * DAY) {
            throw UnsupportedHours.because("time", span);
        }
        if (span.isOpenEnded()) {
            addOpenEnd(span, end, next);
        }
        if (span.getInterval() > 0) {
            for (int minute = start; minute <= end; minute += span.getInterval()) {
                minutes.set(minute);
            }
        } else {
            minutes.set(start, end);
        }
        points |= span.getInterval() > 0 || (noEnd && !span.isOpenEnded());
    }

    private void addOpenEnd(TimeSpan span, int from, int next) {
        int length = from >= 22 * 60 ? 8 * 60 : from >= 17 * 60 ? 10 * 60 : DAY - from;
        int to = next > from ? Math.min(from + length, next) : from + length;
        if (from == 0 || to > 2 * DAY || (to == next && from + length > DAY)) {
            throw UnsupportedHours.because("open-end", span);
        }
        perhaps.set(from, to);
    }

    /** The minutes on the day itself. */
    public BitSet today() {
        return minutes.get(0, DAY);
    }

    /** The minutes on the day after, counted from its midnight. */
    public BitSet tomorrow() {
        return minutes.get(DAY, 2 * DAY + 1);
    }

    public BitSet perhapsToday() {
        return perhaps.get(0, DAY);
    }

    public BitSet perhapsTomorrow() {
        return perhaps.get(DAY, 2 * DAY);
    }

    public boolean pastMidnight() {
        return Math.max(minutes.length(), perhaps.length()) > DAY;
    }

    public boolean hasPoints() {
        return points;
    }
}
