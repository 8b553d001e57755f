package org.evenhall.bookings.domain.series;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A recurrence rule of RFC 5545 section 3.3.10, taken apart.
 *
 * @param interval every how many days, weeks, months or years; from 1
 * @param count how many dates, or null where {@code until} ends it
 * @param until or null where {@code count} ends it
 * @param days ascending; empty where the rule says nothing about weekdays
 * @param numbers ascending; a part that the rule leaves out is no key
 * @param weekStart on which day a week begins; it matters to every other week and to week numbers
 */
public record Rule(
        Frequency frequency,
        int interval,
        Integer count,
        Until until,
        List<NthDay> days,
        Map<NumberPart, List<Integer>> numbers,
        DayOfWeek weekStart) {

    public Rule {
        days = List.copyOf(days);
        Map<NumberPart, List<Integer>> kept = new EnumMap<>(NumberPart.class);
        kept.putAll(numbers);
        numbers = kept;
    }

    /** The numbers of a part; none where the rule leaves it out. */
    public List<Integer> of(NumberPart part) {
        return numbers.getOrDefault(part, List.of());
    }

    /** The rule in the one way in which all that mean the same are written. */
    String text() {
        return endless() + (count != null ? ";COUNT=" + count : ";UNTIL=" + until.text());
    }

    /** The same without its end. */
    String endless() {
        var text = new StringBuilder("FREQ=").append(frequency);
        if (interval > 1) {
            text.append(";INTERVAL=").append(interval);
        }
        numbers.forEach((part, list) -> text.append(';')
                .append(part)
                .append('=')
                .append(list.stream().map(String::valueOf).collect(Collectors.joining(","))));
        if (!days.isEmpty()) {
            text.append(";BYDAY=").append(days.stream().map(NthDay::text).collect(Collectors.joining(",")));
        }
        if (weekStart != DayOfWeek.MONDAY) {
            text.append(";WKST=").append(NthDay.name(weekStart));
        }
        return text.toString();
    }
}
