package org.evenhall.openings.domain;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhall.openings.HolidayCalendar;
import org.evenhall.openings.domain.syntax.HoursRule;
import org.evenhall.openings.domain.syntax.Reading;

/** The days of one text under one calendar. Days on which the same rules hold are worked out once. */
final class Days {

    private final List<HoursRule> rules;
    private final Readings readings;
    private final Map<Held, List<DayShape.Piece>> known = new HashMap<>();

    private record Held(List<BitSet> layers, String doubt) {}

    Days(List<HoursRule> rules, Set<Integer> holidayOffsets, HolidayCalendar holidays) {
        this.rules = rules;
        boolean pastMidnight = rules.stream().anyMatch(rule -> rule.times().pastMidnight());
        this.readings = new Readings(holidays, holidayOffsets, pastMidnight);
    }

    /** What is not closed on that day, from its midnight to the next. */
    List<DayShape.Piece> on(LocalDate day) {
        boolean[] today = dated(day, false);
        boolean[] before = dated(day.minusDays(1), true);
        var layers = readings.of(day).stream()
                .map(reading -> layers(day, reading, today, before))
                .distinct()
                .toList();
        String doubt = layers.size() == 1
                ? null
                : readings.doubtsHolidays(day) ? Opening.HOLIDAYS_NOT_KNOWN : Opening.MAKE_UP_DAY;
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
