package org.evenhall.bookings.domain.series;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last moment at which a slot of a series may start, itself included. RFC 5545 wants UTC where the start has a zone;
 * people write a date, and mean all of it.
 *
 * @param time null for the whole day
 * @param utc whether date and time are in UTC, else on the venue's clock
 */
public record Until(LocalDate date, LocalTime time, boolean utc) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{8})(?:T(\\d{6})(Z?))?");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HHmmss").withResolverStyle(ResolverStyle.STRICT);

    static Optional<Until> read(String text) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalTime time = parts.group(2) == null ? null : LocalTime.parse(parts.group(2), TIME);
            return Optional.of(new Until(LocalDate.parse(parts.group(1), DATE), time, "Z".equals(parts.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether a slot may start then.
     *
     * @param local what the rule names, on the venue's clock
     * @param start the instant that this comes to
     */
    boolean admits(LocalDateTime local, Instant start) {
        if (time == null) {
            return !local.toLocalDate().isAfter(date);
        }
        return utc ? !start.isAfter(date.atTime(time).toInstant(ZoneOffset.UTC)) : !local.isAfter(date.atTime(time));
    }

    /** The moment on the clock of a zone; the midnight that begins the day where it is a whole day. */
    public ZonedDateTime in(ZoneId zone) {
        LocalDateTime moment = time == null ? date.atStartOfDay() : date.atTime(time);
        return utc ? moment.atZone(ZoneOffset.UTC).withZoneSameInstant(zone) : moment.atZone(zone);
    }

    String text() {
        return DATE.format(date) + (time == null ? "" : "T" + TIME.format(time) + (utc ? "Z" : ""));
    }
}
