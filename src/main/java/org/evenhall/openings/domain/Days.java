package org.evenhall.openings.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.evenhall.openings.HolidayCalendar;
import org.evenhall.openings.domain.syntax.HoursRule;
import org.evenhall.openings.domain.syntax.Reading;

/** The days of one text under one calendar, for many threads. Days on which the same rules hold are worked out once. */
final class Days {

    /** Ordinary texts make a few dozen; one of many dates can make almost one for each day that is asked. */
    private static final int MOST_KEPT = 800;

    private final List<HoursRule> rules;
    private final Readings readings;
    private final Map<Held, List<DayShape.Piece>> known = new ConcurrentHashMap<>();

    private record Held(List<BitSet> layers, String doubt) {}

    Days(List<HoursRule> rules, Set<Integer> holidayOffsets, HolidayCalendar holidays) {
        this.rules = rules;
        boolean pastMidnight = rules.stream().anyMatch(rule -> rule.times().pastMidnight());
        this.readings = new Readings(holidays, holidayOffsets, pastMidnight);
    }

    /** The openings that begin on that day, in order; none overlaps another, of this day or of the next. */
    List<Opening> openings(LocalDate day) {
        var openings = new ArrayList<Opening>();
        for (var piece : pieces(day)) {
            if (!piece.ofDayBefore()) {
                append(openings, piece, 0);
            }
        }
        for (var piece : pieces(day.plusDays(1))) {
            if (piece.ofDayBefore()) {
                append(openings, piece, Opening.DAY);
            }
        }
        return List.copyOf(openings);
    }

    private static void append(List<Opening> openings, DayShape.Piece piece, int shift) {
        int from = piece.from() + shift;
        int to = piece.to() + shift;
        if (!openings.isEmpty()) {
            var last = openings.get(openings.size() - 1);
            if (last.toMinute() == from
                    && last.unknown() == piece.unknown()
                    && Objects.equals(last.comment(), piece.comment())) {
                openings.remove(openings.size() - 1);
                from = last.fromMinute();
            }
        }
        openings.add(new Opening(from, to, piece.unknown(), piece.comment()));
    }

    /** What is not closed on that day, from its midnight to the next. */
    List<DayShape.Piece> pieces(LocalDate day) {
        boolean[] today = dated(day, false);
        boolean[] before = dated(day.minusDays(1), true);
        var layers = readings.of(day).stream()
                .map(reading -> layers(day, reading, today, before))
                .distinct()
                .toList();
        String doubt = layers.size() == 1
                ? null
                : readings.doubtsHolidays(day) ? Opening.HOLIDAYS_NOT_KNOWN : Opening.MAKE_UP_DAY;
        if (known.size() > MOST_KEPT) {
            known.clear();
        }
        return known.computeIfAbsent(new Held(layers, doubt), held -> DayShape.of(rules, held.layers, held.doubt));
    }

    private boolean[] dated(LocalDate day, boolean pastMidnight) {
        var dated = new boolean[rules.size()];
        for (int i = 0; i < dated.length; i++) {
            dated[i] = (!pastMidnight || rules.get(i).times().pastMidnight())
                    && rules.get(i).picksDate(day);
        }
        return dated;
    }

    /**
     * The rules that hold, in order. A rule of the day before that lasts past midnight stands where it stands in the
     * text: it makes nothing void, but a later rule of the day makes it void too.
     */
    private BitSet layers(LocalDate day, Reading reading, boolean[] today, boolean[] dayBefore) {
        var layers = new BitSet(2 * rules.size());
        var yesterday = day.minusDays(1);
        for (int i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            boolean before = dayBefore[i] && rule.picksWeekday(yesterday, reading);
            if (today[i] && rule.picksWeekday(day, reading)) {
                if (rule.replaces(i == 0 ? null : rules.get(i - 1))) {
                    layers.clear();
                }
                layers.set(2 * i + 1);
            }
            layers.set(2 * i, before);
        }
        return layers;
    }
}
