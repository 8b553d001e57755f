package org.evenhall.openings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Mainland China's holidays, which the State Council announces each autumn for the year to come, together with the
 * Saturdays and Sundays that are worked in exchange. A year without a notice is unknown, not ordinary. The tables are
 * those of holiday-cn (MIT), one file a year; a file may name days of the years beside its own, so that the last days
 * of December may still change with the notice for the year after.
 */
final class ChineseHolidays implements HolidayCalendar {

    private static final Pattern DAY =
            Pattern.compile("\"date\"\\s*:\\s*\"(\\d{4}-\\d{2}-\\d{2})\"\\s*,\\s*\"isOffDay\"\\s*:\\s*(true|false)");
    private static final Pattern ANY_DATE = Pattern.compile("\"date\"");

    private final Map<Integer, Map<LocalDate, DayKind>> notices = new ConcurrentHashMap<>();

    @Override
    public DayKind on(LocalDate day) {
        int year = day.getYear();
        for (int notice = year - 1; notice <= year + 1; notice++) {
            var said = notices.computeIfAbsent(notice, ChineseHolidays::notice).get(day);
            if (said != null) {
                return said;
            }
        }
        return notices.get(year).isEmpty() ? DayKind.UNKNOWN : DayKind.ORDINARY;
    }

    /** The days that the notice for the year names; none where it is not published. */
    private static Map<LocalDate, DayKind> notice(int year) {
        String json = table(year);
        var days = new TreeMap<LocalDate, DayKind>();
        var found = DAY.matcher(json);
        int read = 0;
        while (found.find()) {
            boolean off = found.group(2).equals("true");
            days.put(LocalDate.parse(found.group(1)), off ? DayKind.PUBLIC_HOLIDAY : DayKind.MAKE_UP_WORKING_DAY);
            read++;
        }
        if (read != ANY_DATE.matcher(json).results().count()) {
            throw new IllegalStateException("The holiday table of " + year + " is not of the known form");
        }
        return days;
    }

    private static String table(int year) {
        try (var in = ChineseHolidays.class.getResourceAsStream("/holidays/cn/" + year + ".json")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
