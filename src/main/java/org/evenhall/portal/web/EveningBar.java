package org.evenhall.portal.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.evenhall.availability.FreeDay;
import org.evenhall.kernel.TimeRange;

/**
 * A day or its evening as a bar: stretches of free and of taken time on a ground that is closed. Lengths are minutes
 * from the beginning of the bar.
 *
 * @param hours whole hours from the beginning to the end of the bar
 * @param asked the time that was asked for, null where none was
 */
public record EveningBar(int length, List<Stretch> free, List<Stretch> taken, Stretch asked, List<Integer> hours) {

    private static final int EVENING_FROM = 17;
    private static final int EVENING_TO = 22;
    private static final int DAY_FROM = 8;
    private static final int MOST_HOURS_WRITTEN = 8;

    /** A stretch of the bar. */
    public record Stretch(int x, int width) {

        private static final int STRIPE = 6;

        /** Upright stripes, so that taken time is told from free time without its colour; path data of SVG. */
        public String getStripes() {
            return uprights(x + STRIPE / 2, x + width, STRIPE, 11, 24);
        }
    }

    /** The evening around the time asked for; the whole day where that is earlier. */
    static EveningBar around(FreeDay day, TimeRange asked, RoomQuestion question, Moment moment) {
        int first = question.from() >= EVENING_FROM * 60 ? EVENING_FROM : Math.min(DAY_FROM, question.from() / 60);
        int last = Math.max(EVENING_TO, (question.to() + 59) / 60);
        return of(day, asked, first, last, moment);
    }

    /** The hours that are written below stand equally far apart, and the last of them at the end of the bar. */
    static EveningBar of(FreeDay day, TimeRange asked, int firstHour, int latestHour, Moment moment) {
        int step = 1 + (latestHour - firstHour - 1) / MOST_HOURS_WRITTEN;
        int lastHour = firstHour + (latestHour - firstHour + step - 1) / step * step;
        var begin = day.date().atTime(firstHour, 0).atZone(moment.zone()).toInstant();
        int length = (lastHour - firstHour) * 60;
        var free = stretches(day.freeFor(1), begin, length);
        var taken = stretches(TakenTimes.of(day, moment.now()), begin, length);
        var wish = asked == null ? List.<Stretch>of() : stretches(List.of(asked), begin, length);
        var hours = IntStream.rangeClosed(firstHour, lastHour)
                .filter(hour -> (hour - firstHour) % step == 0)
                .boxed()
                .toList();
        return new EveningBar(length, free, taken, wish.isEmpty() ? null : wish.get(0), hours);
    }

    /** Whole hours inside the bar, where it is cut so that time can be read off; path data of SVG. */
    public String getTicks() {
        return uprights(60, length, 60, 0, 26);
    }

    private static String uprights(int from, int to, int step, int top, int bottom) {
        var path = new StringBuilder();
        for (int x = from; x < to; x += step) {
            path.append('M').append(x).append(' ').append(top).append('V').append(bottom);
        }
        return path.toString();
    }

    private static List<Stretch> stretches(List<TimeRange> ranges, Instant begin, int length) {
        var stretches = new ArrayList<Stretch>();
        for (TimeRange range : ranges) {
            long from = Math.max(0, Duration.between(begin, range.start()).toMinutes());
            long to = Math.min(length, Duration.between(begin, range.end()).toMinutes());
            if (from < to) {
                stretches.add(new Stretch((int) from, (int) (to - from)));
            }
        }
        return List.copyOf(stretches);
    }
}
