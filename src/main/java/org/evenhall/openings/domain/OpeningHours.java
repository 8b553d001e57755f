package org.evenhall.openings.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.evenhall.openings.HolidayCalendar;
import org.evenhall.openings.Interval;
import org.evenhall.openings.domain.syntax.HoursRule;
import org.evenhall.openings.domain.syntax.RuleReader;
import org.evenhall.openings.domain.syntax.UnsupportedHours;

/**
 * Opening hours in the syntax of OpenStreetMap's {@code opening_hours}, as in {@code Mo-Fr 18:00-21:30; PH off}. A
 * value: two are equal where their texts are.
 */
public final class OpeningHours {

    /** Longer texts are refused. The specification's limit is 255; courses and campaigns get some more. */
    public static final int LONGEST_TEXT = 2_000;

    /** The longest period that is expanded at once, in years. */
    public static final int MOST_YEARS = 60;

    /** The most intervals that are given at once: 60 years of four a day. */
    public static final int MOST_INTERVALS = 100_000;

    private final String text;
    private final List<HoursRule> rules;
    private final Set<Integer> holidayOffsets;

    private OpeningHours(String text, RuleReader reader) {
        this.text = text;
        this.rules = List.copyOf(reader.rules());
        this.holidayOffsets = Set.copyOf(reader.holidayOffsets());
    }

    /** @throws UnsupportedHours where any part of the text cannot be read or evaluated; it names that part */
    public static OpeningHours parse(String text) {
        if (text.isBlank()) {
            throw UnsupportedHours.because("empty", text);
        }
        if (text.length() > LONGEST_TEXT) {
            throw UnsupportedHours.because("too-long", text, text.length(), LONGEST_TEXT);
        }
        return new OpeningHours(text, new RuleReader(text));
    }

    public String text() {
        return text;
    }

    /** Whether the text names points in time ({@code Mo 12:00}), which stand for a minute each and let nobody in. */
    public boolean hasPoints() {
        return rules.stream().anyMatch(rule -> rule.times().hasPoints());
    }

    /** The days of this text in a place with these holidays. */
    Days under(HolidayCalendar holidays) {
        return new Days(rules, holidayOffsets, holidays);
    }

    /**
     * All intervals of a period, in order; those that touch and are in the same state are one. They are cut at the
     * period's ends. A time that the clock skips in spring is as much later, one that it shows twice in autumn is the
     * first of the two.
     *
     * @param to the day after the last one
     * @throws UnsupportedHours where the text makes more than {@link #MOST_INTERVALS} of the period
     */
    public List<Interval> expand(LocalDate from, LocalDate to, ZoneId zone, HolidayCalendar holidays) {
        if (from.plusYears(MOST_YEARS).isBefore(to)) {
            throw new IllegalArgumentException("Longer than " + MOST_YEARS + " years: " + from + " to " + to);
        }
        var days = under(holidays);
        var timeline = new Timeline(zone, MOST_INTERVALS);
        for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
            for (var piece : days.pieces(day)) {
                if (!timeline.add(day, piece)) {
                    throw UnsupportedHours.because("too-many", text, MOST_INTERVALS);
                }
            }
        }
        return timeline.intervals();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpeningHours hours && hours.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
