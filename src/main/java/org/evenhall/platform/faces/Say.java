package org.evenhall.platform.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.evenhall.platform.language.Language;
import org.evenhall.platform.text.Messages;

/**
 * What pages say, in the reader's language: texts with values in them, and times as people tell them ("today 18:30 to
 * 21:00"). Midnight at the end of a day is 24:00, so that an evening reads as one.
 */
@Named
@RequestScoped
public class Say {

    private static final int WALK_METRES_A_MINUTE = 75;
    private static final int FURTHEST_WALK = 2_000;

    private Locale locale;
    private Clock clock;

    protected Say() {}

    @Inject
    public Say(Language language, Clock clock) {
        this(language.getLocale(), clock);
    }

    public Say(Locale locale, Clock clock) {
        this.locale = locale;
        this.clock = clock;
    }

    public Locale getLocale() {
        return locale;
    }

    public String text(String key, Object... args) {
        return Messages.text(locale, key, args);
    }

    public String label(Enum<?> constant) {
        return constant == null ? "" : Messages.label(locale, constant);
    }

    public String length(Duration length) {
        return Messages.told(locale, length);
    }

    /** "today 18:30 to 21:00", "Wed 25 Nov 18:30 to 21:00". */
    public String when(OffsetDateTime start, OffsetDateTime end, ZoneId zone) {
        var localStart = start.atZoneSameInstant(zone).toLocalDateTime();
        return text("say.when", day(localStart.toLocalDate(), zone), times(start.toInstant(), end.toInstant(), zone));
    }

    /** "18:30 to 21:00". */
    public String times(Instant start, Instant end, ZoneId zone) {
        var localStart = LocalDateTime.ofInstant(start, zone);
        return text(
                "say.times", time(localStart), endTime(localStart.toLocalDate(), LocalDateTime.ofInstant(end, zone)));
    }

    public String time(Instant instant, ZoneId zone) {
        return time(LocalDateTime.ofInstant(instant, zone));
    }

    /** The end of something that began on that day: midnight is 24:00. */
    public String endTime(Instant end, LocalDate day, ZoneId zone) {
        return endTime(day, LocalDateTime.ofInstant(end, zone));
    }

    /** "today 17:05", "Wed 25 Nov 17:05". */
    public String moment(OffsetDateTime moment, ZoneId zone) {
        var local = moment.atZoneSameInstant(zone).toLocalDateTime();
        return text("say.when", day(local.toLocalDate(), zone), time(local));
    }

    /** "today", "tomorrow", else the day with its weekday; the year only where it is another one. */
    public String day(LocalDate day, ZoneId zone) {
        var today = LocalDate.now(clock.withZone(zone));
        if (day.equals(today)) {
            return text("say.today");
        }
        return day.equals(today.plusDays(1)) ? text("say.tomorrow") : date(day, day.getYear() == today.getYear());
    }

    /** "Today, Mon 23 Nov" for a list of days to choose from. */
    public String dayWithDate(LocalDate day, ZoneId zone) {
        var today = LocalDate.now(clock.withZone(zone));
        var date = date(day, true);
        if (day.equals(today)) {
            return text("say.today-is", date);
        }
        return day.equals(today.plusDays(1)) ? text("say.tomorrow-is", date) : date;
    }

    /** "6 min on foot (450 m)" as far as one walks, else "3.4 km away". */
    public String distance(Integer metres) {
        if (metres == null) {
            return "";
        }
        if (metres > FURTHEST_WALK) {
            return text("say.far", metres / 1000.0);
        }
        int rounded = Math.max(10, Math.round(metres / 10f) * 10);
        return text("say.walk", Math.max(1, Math.round(metres / (float) WALK_METRES_A_MINUTE)), rounded);
    }

    private String date(LocalDate day, boolean thisYear) {
        var pattern = text(thisYear ? "say.pattern.day" : "say.pattern.day-of-year");
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }

    private static String time(LocalDateTime time) {
        return DateTimeFormatter.ofPattern("HH:mm").format(time);
    }

    private static String endTime(LocalDate day, LocalDateTime end) {
        boolean midnight =
                end.toLocalDate().equals(day.plusDays(1)) && end.toLocalTime().toSecondOfDay() == 0;
        return midnight ? "24:00" : time(end);
    }
}
