package org.evenhall.bookings.domain.series;

import java.time.LocalDateTime;
import java.time.temporal.WeekFields;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TimeZone;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * The dates of a rule on a clock that never changes, ascending from the start, as if the rule had no end. No date is
 * looked for before it is asked for, since looking for one that does not exist takes the longest.
 *
 * <p>The library finds them, save for three things in which it differs from the RFC and its examples; what is done about
 * each stands at the method that does it.
 */
final class WallClockDates implements Iterator<LocalDateTime> {

    private static final int DAYS_OF_A_FIRST_WEEK = 4;
    private static final List<Integer> EVERY_MONTH = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    private static final int RAREST_WEEK_YEARS = 50;

    private final Rule rule;
    private final LocalDateTime start;
    private final RecurrenceRuleIterator found;
    private LocalDateTime last;
    private boolean taken;

    /** @throws org.evenhall.kernel.Refused where no date is found for a very long time, here and in {@link #hasNext} */
    WallClockDates(Rule rule, LocalDateTime start) {
        this.rule = rule;
        this.start = start;
        this.last = start;
        try {
            found = new RecurrenceRule(spelledOut().endless(), RecurrenceRule.RfcMode.RFC5545_STRICT)
                    .iterator(floating(choosesByPlace() ? periodBefore() : start));
        } catch (InvalidRecurrenceRuleException e) {
            throw new IllegalArgumentException(rule.endless(), e);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw sparse();
        }
    }

    @Override
    public boolean hasNext() {
        if (taken) {
            skip();
        }
        while (found.hasNext() && isNone(local(found.peekDateTime()))) {
            skip();
        }
        return found.hasNext();
    }

    @Override
    public LocalDateTime next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        taken = true;
        return local(found.peekDateTime());
    }

    private void skip() {
        taken = false;
        try {
            found.next();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw sparse();
        }
    }

    /** @throws org.evenhall.kernel.Refused where the week that the rule names has not come for very long */
    private boolean isNone(LocalDateTime date) {
        if (date.isBefore(start)) {
            return true;
        }
        if (isInWeeks(date)) {
            last = date;
            return false;
        }
        if (date.getYear() - last.getYear() > RAREST_WEEK_YEARS) {
            throw sparse();
        }
        return true;
    }

    /**
     * The library takes the first week of the next year for week 53 where there is none, and leaves out the days of a
     * first week that lie in December where the rule names months. So it is asked for all weeks, and the others are left
     * out here.
     */
    private boolean isInWeeks(LocalDateTime date) {
        List<Integer> weeks = rule.of(NumberPart.BYWEEKNO);
        if (weeks.isEmpty()) {
            return true;
        }
        var week = WeekFields.of(rule.weekStart(), DAYS_OF_A_FIRST_WEEK).weekOfWeekBasedYear();
        int number = date.get(week);
        int most = (int) date.range(week).getMaximum();
        return weeks.contains(number) || weeks.contains(number - most - 1);
    }

    private boolean choosesByPlace() {
        return !rule.of(NumberPart.BYSETPOS).isEmpty();
    }

    /**
     * Where a rule chooses the third of a month, the library does not always count what lies before the start. So it
     * begins with the month before, and its first month is whole.
     */
    private LocalDateTime periodBefore() {
        return switch (rule.frequency()) {
            case DAILY -> start.minusDays(rule.interval());
            case WEEKLY -> start.minusWeeks(rule.interval());
            case MONTHLY -> start.withDayOfMonth(1).minusMonths(rule.interval());
            case YEARLY -> start.withDayOfYear(1).minusYears(rule.interval());
        };
    }

    /**
     * The rule with all in it that the start says otherwise, for where the library does not begin at the start or would
     * take too much from it: a day of the month in a yearly rule is one of every month, and not of the month of the start.
     */
    private Rule spelledOut() {
        Map<NumberPart, List<Integer>> numbers = new EnumMap<>(NumberPart.class);
        numbers.putAll(rule.numbers());
        List<NthDay> days = rule.days();
        boolean byWeek = numbers.remove(NumberPart.BYWEEKNO) != null;
        boolean yearly = rule.frequency() == Frequency.YEARLY;
        boolean saysWhichDay = !days.isEmpty()
                || numbers.containsKey(NumberPart.BYYEARDAY)
                || numbers.containsKey(NumberPart.BYMONTHDAY);
        if ((byWeek || choosesByPlace()) && !saysWhichDay) {
            if (byWeek || rule.frequency() == Frequency.WEEKLY) {
                days = List.of(new NthDay(0, start.getDayOfWeek()));
            } else if (yearly || rule.frequency() == Frequency.MONTHLY) {
                numbers.put(NumberPart.BYMONTHDAY, List.of(start.getDayOfMonth()));
                if (yearly) {
                    numbers.putIfAbsent(NumberPart.BYMONTH, List.of(start.getMonthValue()));
                }
            }
        }
        if (yearly && numbers.containsKey(NumberPart.BYMONTHDAY)) {
            numbers.putIfAbsent(NumberPart.BYMONTH, EVERY_MONTH);
        }
        return new Rule(rule.frequency(), rule.interval(), rule.count(), rule.until(), days, numbers, rule.weekStart());
    }

    private static RuntimeException sparse() {
        return RuleReader.refused("no-date", "sparse");
    }

    private LocalDateTime local(DateTime date) {
        return LocalDateTime.of(
                date.getYear(),
                date.getMonth() + 1,
                date.getDayOfMonth(),
                date.getHours(),
                date.getMinutes(),
                date.getSeconds(),
                start.getNano());
    }

    private static DateTime floating(LocalDateTime time) {
        return new DateTime(
                (TimeZone) null,
                time.getYear(),
                time.getMonthValue() - 1,
                time.getDayOfMonth(),
                time.getHour(),
                time.getMinute(),
                time.getSecond());
    }
}
