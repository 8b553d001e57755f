package org.evenhall.platform.http;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.evenhall.kernel.GeoPoint;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.platform.json.JsonTree;
import org.evenhall.platform.text.Formats;
import org.evenhall.platform.text.Unreadable;

/**
 * The query parameters of a request, read as what they should be. An absent or empty one is null; one that cannot be
 * read, or is given twice with different values, is refused as malformed, with its name, what came, and what would be
 * right.
 */
public final class Parameters {

    private static final int LONGEST_TEXT = 200;
    private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private final MultivaluedMap<String, String> given;

    private Parameters(MultivaluedMap<String, String> given) {
        this.given = given;
    }

    public static Parameters of(UriInfo uri) {
        try {
            return new Parameters(uri.getQueryParameters());
        } catch (IllegalArgumentException e) {
            throw Refused.malformed(Violation.of("format", null, "malformed.query"));
        }
    }

    static Parameters of(MultivaluedMap<String, String> given) {
        return new Parameters(given);
    }

    /** A way to read a text. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(String text) throws Unreadable;
    }

    /** Number of the page, from 0. */
    public int page() {
        Integer page = whole("page", 0, Integer.MAX_VALUE);
        return page == null ? 0 : page;
    }

    /** How many fit a page: 1 to 200, by default 50. */
    public int size() {
        Integer size = whole("size", 1, Page.LARGEST_SIZE);
        return size == null ? Page.DEFAULT_SIZE : size;
    }

    /** At most 200 characters. */
    public String text(String name) {
        return read(name, text -> {
            if (text.length() > LONGEST_TEXT) {
                throw new Unreadable(text, "malformed.long", LONGEST_TEXT);
            }
            return text;
        });
    }

    public Integer whole(String name, int least, int most) {
        return read(name, text -> (int) Formats.whole(text, least, most));
    }

    public LocalDate date(String name) {
        return read(name, Formats::date);
    }

    /** With any offset. A plus sign that was not encoded, and so came as a space, is taken for what it was. */
    public OffsetDateTime instant(String name) {
        return read(name, text -> Formats.instant(text.replaceFirst(" (\\d\\d(:?\\d\\d)?)$", "+$1")));
    }

    /** {@code 18:30} as minutes of the day it belongs to; {@code 24:00} and {@code 25:30} are allowed, up to 48:00. */
    public Integer minuteOfDay(String name) {
        return read(name, Formats::minuteOfDay);
    }

    public Duration duration(String name) {
        return read(name, Formats::duration);
    }

    public ZoneId zone(String name) {
        return read(name, Formats::zone);
    }

    /** {@code 52.52,13.405}. */
    public GeoPoint point(String name) {
        return read(name, Formats::point);
    }

    /** False where it is not given. */
    public boolean flag(String name) {
        return Boolean.TRUE.equals(read(name, Formats::truth));
    }

    public <E extends Enum<E>> E constant(String name, Class<E> type) {
        return read(name, text -> Formats.constant(type, text));
    }

    /** Repeated or with commas; empty where it is not given. */
    public <E extends Enum<E>> Set<E> constants(String name, Class<E> type) {
        Set<E> constants = EnumSet.noneOf(type);
        each(name).forEach(text -> constants.add(reading(name, text, part -> Formats.constant(type, part))));
        return constants;
    }

    /** {@code MO,TU}, as iCalendar names the days; empty where it is not given. */
    public Set<DayOfWeek> weekdays(String name) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        each(name).forEach(text -> days.add(reading(name, text, Parameters::weekday)));
        return days;
    }

    /** The value itself; refused as malformed where the parameter is missing. */
    public <T> T needed(String name, T value) {
        if (value == null) {
            throw Refused.malformed(Violation.of("required", name, "malformed.needed"));
        }
        return value;
    }

    /** Ends come after beginnings: refused as malformed otherwise. Null on either side says nothing. */
    public <T extends Comparable<? super T>> void inOrder(T from, String toName, T to) {
        if (from != null && to != null && from.compareTo(to) >= 0) {
            throw Refused.malformed(Violation.of("order", toName, "malformed.order"));
        }
    }

    private static DayOfWeek weekday(String text) throws Unreadable {
        int day = WEEKDAYS.indexOf(text);
        if (day < 0) {
            throw new Unreadable(text, "malformed.constant", String.join(", ", WEEKDAYS));
        }
        return DayOfWeek.of(day + 1);
    }

    private Stream<String> each(String name) {
        return values(name).flatMap(value -> Arrays.stream(value.split(","))).filter(part -> !part.isBlank());
    }

    private Stream<String> values(String name) {
        return given.getOrDefault(name, List.of()).stream().filter(value -> !value.isBlank());
    }

    private <T> T read(String name, Reading<T> reading) {
        List<String> values = values(name).distinct().toList();
        if (values.size() > 1) {
            throw Refused.malformed(Violation.of("format", name, "malformed.repeated"));
        }
        return values.isEmpty() ? null : reading(name, values.get(0), reading);
    }

    private static <T> T reading(String name, String text, Reading<T> reading) {
        if (!JsonTree.isText(text)) {
            throw Refused.malformed(Violation.of("format", name, "malformed.encoding"));
        }
        try {
            return reading.of(text);
        } catch (Unreadable e) {
            throw Refused.malformed(e.in(name));
        }
    }
}
