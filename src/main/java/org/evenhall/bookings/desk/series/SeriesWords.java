package org.evenhall.bookings.desk.series;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.evenhall.bookings.domain.series.Frequency;
import org.evenhall.bookings.domain.series.NthDay;
import org.evenhall.bookings.domain.series.NumberPart;
import org.evenhall.bookings.domain.series.Recurrence;
import org.evenhall.bookings.domain.series.Rule;
import org.evenhall.bookings.domain.series.Until;
import org.evenhall.platform.text.Messages;

/**
 * A recurrence rule as people say it, for pages and mails: "every week on Monday and Wednesday, 10 times". Each part is a
 * phrase of its own, and the language puts them in order. What the first slot says, as the time of day, is not repeated.
 */
public final class SeriesWords {

    private static final Comparator<Integer> FROM_THE_END_LAST =
            Comparator.comparing((Integer number) -> number < 0).thenComparing(Comparator.naturalOrder());

    private final Locale locale;
    private final Rule rule;

    private SeriesWords(Locale locale, Rule rule) {
        this.locale = locale;
        this.rule = rule;
    }

    /**
     * @param rrule one that makes a series; others are refused
     * @param zone of the venue, whose clock tells when the rule ends
     */
    public static String of(Locale locale, String rrule, ZoneId zone) {
        Rule rule = Recurrence.parse(rrule).rule();
        return new SeriesWords(locale, rule).told(zone);
    }

    private String told(ZoneId zone) {
        return text(
                "told",
                text("every." + rule.frequency(), rule.interval()),
                choosesAmongDates() ? "" : days(),
                phrase("of-month", NumberPart.BYMONTHDAY, number -> day("month-day", number)),
                phrase("of-year", NumberPart.BYYEARDAY, number -> day("year-day", number)),
                phrase("in-weeks", NumberPart.BYWEEKNO, this::week),
                phrase("in-months", NumberPart.BYMONTH, this::month),
                times(),
                (choosesAmongDates() ? days() : "") + phrase("choice", NumberPart.BYSETPOS, this::nth),
                weekStart(),
                end(zone));
    }

    private String days() {
        if (rule.days().isEmpty()) {
            return "";
        }
        if (choosesAmongDates()) {
            return text("only-on", joined(rule.days().stream().map(this::nthDay)));
        }
        boolean everyOfMany = rule.frequency() != Frequency.WEEKLY
                && rule.of(NumberPart.BYWEEKNO).isEmpty();
        return text(
                "on",
                joined(rule.days().stream()
                        .map(day ->
                                everyOfMany && day.nth() == 0 ? text("every-day-of-week", day.day()) : nthDay(day))));
    }

    /** Whether weekdays only choose among dates that other parts name, as in every Friday the thirteenth. */
    private boolean choosesAmongDates() {
        return rule.frequency() == Frequency.DAILY
                || !rule.of(NumberPart.BYMONTHDAY).isEmpty()
                || !rule.of(NumberPart.BYYEARDAY).isEmpty();
    }

    private String nthDay(NthDay day) {
        return day.nth() == 0 ? Messages.told(locale, day.day()) : text("nth-day-of-week", nth(day.nth()), day.day());
    }

    private String nth(int number) {
        if (number == -1) {
            return text("last");
        }
        return number > 0 ? text("nth", number) : text("to-last", text("nth", -number));
    }

    private String day(String key, int number) {
        if (number == -1) {
            return text("last-day");
        }
        return number > 0 ? text(key, number) : text("day-from-end", -number);
    }

    private String week(int number) {
        return number > 0 ? text("week", number) : text("week-from-end", -number);
    }

    private String month(int number) {
        return Month.of(number).getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    private String times() {
        List<Integer> hours = rule.of(NumberPart.BYHOUR);
        List<Integer> minutes = rule.of(NumberPart.BYMINUTE);
        if (!hours.isEmpty() && !minutes.isEmpty()) {
            return text(
                    "at",
                    joined(hours.stream()
                            .flatMap(hour -> minutes.stream().map(minute -> LocalTime.of(hour, minute)))
                            .map(time -> Messages.told(locale, time))));
        }
        return phrase("in-hours", NumberPart.BYHOUR, hour -> text("hour", hour))
                + phrase("at-minutes", NumberPart.BYMINUTE, minute -> text("minute", minute));
    }

    /** On which day a week begins is worth a word only where another day would make other dates. */
    private String weekStart() {
        boolean matters = rule.frequency() == Frequency.WEEKLY && rule.interval() > 1
                || !rule.of(NumberPart.BYWEEKNO).isEmpty();
        return matters && rule.weekStart() != DayOfWeek.MONDAY ? text("week-start", rule.weekStart()) : "";
    }

    private String end(ZoneId zone) {
        Until until = rule.until();
        return until == null
                ? text("count", rule.count())
                : text("until", until.time() == null ? until.date() : until.in(zone));
    }

    private String phrase(String key, NumberPart part, IntFunction<String> item) {
        List<Integer> numbers = rule.of(part);
        return numbers.isEmpty()
                ? ""
                : text(key, joined(numbers.stream().sorted(FROM_THE_END_LAST).map(item::apply)));
    }

    private String joined(Stream<String> items) {
        List<String> list = items.toList();
        int last = list.size() - 1;
        return last == 0 ? list.get(0) : text("and", Messages.told(locale, list.subList(0, last)), list.get(last));
    }

    private String text(String key, Object... args) {
        return Messages.text(locale, "recurrence." + key, args);
    }
}
