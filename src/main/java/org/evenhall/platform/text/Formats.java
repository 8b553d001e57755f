package org.evenhall.platform.text;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenhall.kernel.GeoPoint;

/**
 * How values are written in requests, in bodies as in parameters. Years run from 1900 to 2999 and durations to a
 * thousand days, so that whatever has been read can be reckoned with.
 */
public final class Formats {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;
    private static final Duration LONGEST = Duration.ofDays(1000);
    private static final DateTimeFormatter INSTANT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .parseLenient()
            .appendOffset("+HH", "Z")
            .parseStrict()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withChronology(IsoChronology.INSTANCE);
    private static final Pattern WALL_CLOCK = Pattern.compile("(\\d{1,2}):([0-5]\\d)");
    private static final int LATEST_MINUTE = 48 * 60;
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?");
    private static final int LONGEST_NUMBER = 40;

    private Formats() {}

    /** ISO 8601 with an offset, with a colon in it or without. */
    public static OffsetDateTime instant(String text) throws Unreadable {
        try {
            var time = OffsetDateTime.parse(text, INSTANT);
            if (isReckonable(time.getYear())) {
                return time;
            }
        } catch (DateTimeException e) {
            throw new Unreadable(text, "malformed.instant");
        }
        throw new Unreadable(text, "malformed.year", FIRST_YEAR + "", LAST_YEAR + "");
    }

    /** A local day, {@code 2026-11-23}. */
    public static LocalDate date(String text) throws Unreadable {
        try {
            var date = LocalDate.parse(text);
            if (isReckonable(date.getYear())) {
                return date;
            }
        } catch (DateTimeException e) {
            throw new Unreadable(text, "malformed.date");
        }
        throw new Unreadable(text, "malformed.year", FIRST_YEAR + "", LAST_YEAR + "");
    }

    /**
     * A wall-clock time as the minute of the day it belongs to: {@code 18:30} is 1110, {@code 24:00} is 1440; past
     * midnight {@code 25:30} is 1530, at most {@code 48:00}.
     */
    public static int minuteOfDay(String text) throws Unreadable {
        Matcher parts = WALL_CLOCK.matcher(text);
        if (parts.matches()) {
            int minute = Integer.parseInt(parts.group(1)) * 60 + Integer.parseInt(parts.group(2));
            if (minute <= LATEST_MINUTE) {
                return minute;
            }
        }
        throw new Unreadable(text, "malformed.wall-clock");
    }

    /** ISO 8601, longer than nothing: {@code PT2H}, {@code PT90M}. */
    public static Duration duration(String text) throws Unreadable {
        try {
            Duration duration = length(text);
            if (!duration.isZero()) {
                return duration;
            }
        } catch (Unreadable e) {
            throw new Unreadable(text, "malformed.duration");
        }
        throw new Unreadable(text, "malformed.duration");
    }

    /** ISO 8601, not negative: {@code PT0S} is no time at all. */
    public static Duration length(String text) throws Unreadable {
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative() && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw new Unreadable(text, "malformed.length");
        }
        throw new Unreadable(text, "malformed.length");
    }

    /** A time within a day, {@code 18:30}, before midnight. */
    public static LocalTime timeOfDay(String text) throws Unreadable {
        Matcher parts = WALL_CLOCK.matcher(text);
        if (parts.matches() && Integer.parseInt(parts.group(1)) < 24) {
            return LocalTime.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
        }
        throw new Unreadable(text, "malformed.time-of-day");
    }

    /** The name of a zone in the time zone database, {@code Europe/Berlin}. */
    public static ZoneId zone(String text) throws Unreadable {
        if (ZoneId.getAvailableZoneIds().contains(text)) {
            return ZoneId.of(text);
        }
        throw new Unreadable(text, "malformed.zone");
    }

    /** The constant of that very name. */
    public static <E extends Enum<E>> E constant(Class<E> type, String text) throws Unreadable {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw new Unreadable(text, "malformed.constant", names(type));
    }

    /** A whole number of that range. What is no whole number at all is told from what is out of range. */
    public static long whole(String text, long least, long most) throws Unreadable {
        BigDecimal number = decimal(text);
        try {
            long whole = number.precision() - (long) number.scale() > 20 ? Long.MAX_VALUE : number.longValueExact();
            if (whole >= least && whole <= most) {
                return whole;
            }
        } catch (ArithmeticException e) {
            throw new Unreadable(text, "malformed.whole", least, most);
        }
        throw new Unreadable(text, "malformed.whole", least, most);
    }

    /** A number that a double can hold. */
    public static double number(String text) throws Unreadable {
        double number = decimal(text).doubleValue();
        if (Double.isInfinite(number)) {
            throw new Unreadable(text, "malformed.number");
        }
        return number;
    }

    /** Latitude and longitude in degrees, {@code 52.52,13.405}. */
    public static GeoPoint point(String text) throws Unreadable {
        String[] parts = text.split(",", -1);
        if (parts.length == 2) {
            try {
                return new GeoPoint(number(parts[0].strip()), number(parts[1].strip()));
            } catch (IllegalArgumentException | Unreadable e) {
                throw new Unreadable(text, "malformed.point");
            }
        }
        throw new Unreadable(text, "malformed.point");
    }

    /** {@code true} or {@code false}. */
    public static boolean truth(String text) throws Unreadable {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Unreadable(text, "malformed.truth");
        };
    }

    /** The names of an enum's constants, as a message lists them. */
    public static String names(Class<? extends Enum<?>> type) {
        return String.join(
                ", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    }

    private static BigDecimal decimal(String text) throws Unreadable {
        if (text.length() <= LONGEST_NUMBER && DECIMAL.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        throw new Unreadable(text, "malformed.number");
    }

    /** Whether a year is one that requests may name. */
    public static boolean isReckonable(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }
}
