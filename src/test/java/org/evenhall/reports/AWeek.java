package org.evenhall.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.evenhall.kernel.TimeRange;
import org.evenhall.openings.Expansion;
import org.evenhall.openings.Holidays;
import org.evenhall.openings.OpenDay;
import org.evenhall.spaces.ListedSpaces;

/**
 * A week in Berlin that has it all: from Saturday 28 March 2026 to Friday 3 April, with the clocks going forward in the
 * night to Sunday, the end of a month on Tuesday, and Good Friday.
 *
 * <pre>
 *            open                                  closed                  booked
 * classroom  Mo-Fr 18:00-21:30, not on holidays    Tu 17:00-20:00,         Mo 18:00-19:30 for 4, Mo 20:00-20:20 for 1,
 *                                                  Tu 19:00-24:00          We 18:30-20:00 for 6; Th cancelled, for 5
 * hall       Sa-Su 10:00-19:00                     Su 17:00-20:00
 * half hall  Sa-Su 10:00-19:00                     with the hall           Sa 17:30-18:30 for 20
 * night room Fr-Sa 20:00 to 3:00 of the next day                           Sa 21:00-22:30 for 3, who do not come;
 *                                                                          Sa 23:00-25:30 for 2; Fr 24:30-26:00 for 1;
 *                                                                          and Fr 27 24:30-25:30 for 9
 * </pre>
 *
 * The last booking begins on Saturday 28 by the clock, but belongs to the Friday before and so to another week.
 */
final class AWeek {

    static final LocalDate SATURDAY = LocalDate.of(2026, 3, 28);
    static final LocalDate END = LocalDate.of(2026, 4, 4);

    static final String CLASSROOM = "Mo-Fr 18:00-21:30; PH off";
    static final String HALL = "Sa-Su 10:00-19:00";
    static final String NIGHT_ROOM = "Fr-Sa 20:00-03:00";

    static final List<TimeRange> CLASSROOM_CLOSED =
            List.of(at("03-31T17:00", "03-31T20:00"), at("03-31T19:00", "04-01T00:00"));
    static final List<TimeRange> HALL_CLOSED = List.of(at("03-29T17:00", "03-29T20:00"));

    private AWeek() {}

    /** The days of the week by a text of opening hours. */
    static List<OpenDay> days(String hours) {
        return days(hours, SATURDAY, END);
    }

    static List<OpenDay> days(String hours, LocalDate from, LocalDate to) {
        var intervals = Expansion.of(hours, from, to, ListedSpaces.BERLIN, new Holidays().in("DE", "be"))
                .intervals();
        return from.datesUntil(to)
                .map(day -> new OpenDay(
                        day,
                        intervals.stream()
                                .map(interval -> new TimeRange(interval.start(), interval.end()))
                                .filter(open -> LocalDate.ofInstant(open.start(), ListedSpaces.BERLIN)
                                        .equals(day))
                                .toList(),
                        null))
                .toList();
    }

    /** A slot of 2026 by Berlin's clocks, as in {@code 03-31T17:00}. */
    static TimeRange at(String start, String end) {
        return new TimeRange(instant(start), instant(end));
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse("2026-" + local).atZone(ListedSpaces.BERLIN).toInstant();
    }
}
