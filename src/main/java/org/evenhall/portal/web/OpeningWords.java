package org.evenhall.portal.web;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenhall.availability.FreeDay;
import org.evenhall.platform.faces.Say;

/** The opening of the coming seven days in a few lines: "Mon to Fri: 18:00 to 21:30". */
final class OpeningWords {

    private OpeningWords() {}

    /** @param week seven days in a row, from any weekday on */
    static List<String> of(List<FreeDay> week, ZoneId zone, Say say) {
        Map<String, List<DayOfWeek>> daysByTimes = new LinkedHashMap<>();
        week.stream()
                .sorted(Comparator.comparing(day -> day.date().getDayOfWeek()))
                .forEach(day -> daysByTimes
                        .computeIfAbsent(times(day, zone, say), times -> new ArrayList<>())
                        .add(day.date().getDayOfWeek()));
        return daysByTimes.entrySet().stream()
                .map(entry -> say.text("hours.line", days(entry.getValue(), say), entry.getKey()))
                .toList();
    }

    private static String times(FreeDay day, ZoneId zone, Say say) {
        if (day.open().isEmpty()) {
            return say.text("key.closed");
        }
        if (day.open().stream().anyMatch(open -> open.length().compareTo(Duration.ofHours(24)) >= 0)) {
            return say.text("hours.all-day");
        }
        return day.open().stream()
                .map(open -> say.times(open.start(), open.end(), zone))
                .collect(Collectors.joining(say.text("say.comma")));
    }

    /** Days in a row are told by the first and the last of them. */
    private static String days(List<DayOfWeek> days, Say say) {
        var told = new ArrayList<String>();
        for (int i = 0; i < days.size(); ) {
            int last = i;
            while (last + 1 < days.size()
                    && days.get(last + 1).getValue() == days.get(last).getValue() + 1) {
                last++;
            }
            told.add(
                    last - i < 2
                            ? name(days.get(i), say)
                            : say.text("say.times", name(days.get(i), say), name(days.get(last), say)));
            i = last - i < 2 ? i + 1 : last + 1;
        }
        return String.join(say.text("say.comma"), told);
    }

    private static String name(DayOfWeek day, Say say) {
        return day.getDisplayName(TextStyle.SHORT, say.getLocale());
    }
}
