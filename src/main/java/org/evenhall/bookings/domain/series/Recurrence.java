package org.evenhall.bookings.domain.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.WallClock;

/**
 * How a booking repeats: a recurrence rule of RFC 5545 that ends, on the clock of the venue, so that half past six stays
 * half past six when the clocks change.
 *
 * <p>The first slot says when in the day and how long. It is one of the dates exactly when the rule names it. The RFC
 * leaves open what comes of a start that its own rule does not name (section 3.8.5.3); here such a start only says where
 * to begin, so that "every Monday" never books a Tuesday and ten dates are ten that the rule names.
 */
public final class Recurrence {

    /** More dates than these make no series: a year of working days is a course. */
    public static final int MOST_DATES = 200;

    private static final int LAST_YEAR = 2999;

    private final Rule rule;

    private Recurrence(Rule rule) {
        this.rule = rule;
    }

    /**
     * Reads a rule such as {@code FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10}, with {@code RRULE:} before it or not.
     *
     * @throws Refused as invalid, with a violation of the field {@code rrule}, where it cannot be read, comes round more
     *     often than daily, has no end, or counts more than {@value #MOST_DATES} dates
     */
    public static Recurrence parse(String rrule) {
        return new Recurrence(RuleReader.read(rrule));
    }

    /** What the rule says, for words about it. */
    public Rule rule() {
        return rule;
    }

    /** The rule as it is kept: without prefix, in capitals, in one order. */
    public String text() {
        return rule.text();
    }

    /**
     * The slots, ascending and each once. Each lasts as long as the first in elapsed time. A start that the clocks skip
     * moves forward by the gap, and one that they repeat is the first of the two, save that a first slot which was stated
     * as the second stays so.
     *
     * @param zone of the venue
     * @throws Refused as invalid, with a violation of the field {@code rrule}, where there is no slot at all, or no
     *     further one for very long, more than {@value #MOST_DATES}, or one after the year 2999
     */
    public List<TimeRange> slots(TimeRange first, ZoneId zone) {
        Duration length = first.length();
        LocalDateTime stated = LocalDateTime.ofInstant(first.start(), zone);
        var slots = new TreeSet<TimeRange>();
        var dates = new WallClockDates(rule, stated);
        for (int met = 0; !isMet(met) && dates.hasNext(); met++) {
            LocalDateTime date = dates.next();
            Instant start = date.equals(stated) ? first.start() : WallClock.at(date, zone);
            if (rule.until() != null && !rule.until().admits(date, start)) {
                break;
            }
            if (date.getYear() > LAST_YEAR) {
                throw RuleReader.refused("too-far", "too-far", LAST_YEAR + "");
            }
            if (met == MOST_DATES) {
                throw RuleReader.tooManyDates();
            }
            slots.add(new TimeRange(start, start.plus(length)));
        }
        if (slots.isEmpty()) {
            throw RuleReader.refused("no-date", "no-date");
        }
        return List.copyOf(slots);
    }

    private boolean isMet(int dates) {
        return rule.count() != null && dates == rule.count();
    }
}
