package org.evenhall.platform.text;

import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.evenhall.kernel.Violation;

/**
 * Texts from the bundles {@code messages} (English) and {@code messages_zh}, with values told as people of that
 * language tell them. A pattern is a {@link MessageFormat} when it is given arguments, else plain text, as Faces takes
 * it. Durations, dates, times, enums and lists become words first; numbers keep their formats and choices.
 */
public final class Messages {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Messages() {}

    /** The text of a key; the key itself where there is none. Instants come as date-times in the zone of the venue. */
    public static String text(Locale locale, String key, Object... args) {
        String pattern = find(locale, key);
        if (pattern == null) {
            return key;
        }
        if (args.length == 0) {
            return pattern;
        }
        Object[] told = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            told[i] = args[i] instanceof Number ? args[i] : told(locale, args[i]);
        }
        return new MessageFormat(pattern, locale).format(told);
    }

    /** The name of a constant: key {@code spaceKind.STUDY_ROOM} for {@code SpaceKind.STUDY_ROOM}. */
    public static String label(Locale locale, Enum<?> constant) {
        String type = constant.getDeclaringClass().getSimpleName();
        String key = Character.toLowerCase(type.charAt(0)) + type.substring(1) + "." + constant.name();
        String label = find(locale, key);
        return label == null ? constant.name() : label;
    }

    /** Whether there is a text of that key. */
    public static boolean has(Locale locale, String key) {
        return find(locale, key) != null;
    }

    /** Any value in words. */
    public static String told(Locale locale, Object value) {
        var words = new Words(locale);
        if (value instanceof Duration duration) {
            return words.of(duration);
        } else if (value instanceof OffsetDateTime time) {
            return words.of(time.toZonedDateTime());
        } else if (value instanceof ZonedDateTime time) {
            return words.of(time);
        } else if (value instanceof LocalDate date) {
            return words.of(date);
        } else if (value instanceof LocalTime time) {
            return words.of(time);
        } else if (value instanceof DayOfWeek day) {
            return day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
        } else if (value instanceof Enum<?> constant) {
            return label(locale, constant);
        } else if (value instanceof Violation violation) {
            return text(locale, violation.key(), violation.args().toArray());
        } else if (value instanceof Collection<?> list) {
            return list.stream().map(each -> told(locale, each)).collect(Collectors.joining(words.comma()));
        }
        return String.valueOf(value);
    }

    private static String find(Locale locale, String key) {
        try {
            return ResourceBundle.getBundle("messages", locale, Messages.class.getClassLoader(), NO_FALLBACK)
                    .getString(key);
        } catch (MissingResourceException e) {
            return null;
        }
    }
}
