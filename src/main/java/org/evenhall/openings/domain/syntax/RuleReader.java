package org.evenhall.openings.domain.syntax;

import ch.poole.openinghoursparser.DateRange;
import ch.poole.openinghoursparser.Holiday;
import ch.poole.openinghoursparser.Nth;
import ch.poole.openinghoursparser.OpeningHoursParseException;
import ch.poole.openinghoursparser.OpeningHoursParser;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.RuleModifier;
import ch.poole.openinghoursparser.RuleModifier.Modifier;
import ch.poole.openinghoursparser.WeekDay;
import ch.poole.openinghoursparser.WeekDayRange;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Turns a text into rules, and refuses there and then whatever cannot be evaluated. */
public final class RuleReader {

    /** Each holiday day that has to be doubted doubles the readings of a day, so their number has an end. */
    private static final int HOLIDAY_OFFSETS = 2;

    private final List<HoursRule> rules = new ArrayList<>();
    private final Set<Integer> holidayOffsets = new TreeSet<>();

    /** @throws UnsupportedHours where any part of the text cannot be evaluated; it names that part */
    public RuleReader(String text) {
        Rule before = null;
        for (Rule parsed : parse(Spelling.forParser(text))) {
            if (!isEmpty(parsed)) {
                refuseListOfDaysAndRule(before, parsed);
                rules.add(read(parsed));
                before = parsed;
            }
        }
        if (rules.isEmpty()) {
            throw UnsupportedHours.because("empty", text);
        }
        if (holidayOffsets.size() > HOLIDAY_OFFSETS) {
            throw UnsupportedHours.because("holiday-offsets", "PH", HOLIDAY_OFFSETS);
        }
    }

    public List<HoursRule> rules() {
        return rules;
    }

    /** The days between a day and the holidays that its rules ask for; empty where no rule does. */
    public Set<Integer> holidayOffsets() {
        return holidayOffsets;
    }

    private static List<Rule> parse(String text) {
        try {
            return new OpeningHoursParser(new StringReader(text)).rules(false);
        } catch (OpeningHoursParseException e) {
            throw unreadable(text, e);
        } catch (RuntimeException | StackOverflowError | ch.poole.openinghoursparser.TokenMgrError e) {
            throw UnsupportedHours.because("syntax", text, 1); // the parser trips over numbers that are too large
        }
    }

    private static UnsupportedHours unreadable(String text, OpeningHoursParseException problem) {
        var first = problem.getExceptions().get(0);
        int column = first.currentToken != null && first.currentToken.next != null
                ? first.currentToken.next.beginColumn
                : first.getColumn();
        int at = Math.max(0, Math.min(column - 1, text.length()));
        while (at > 0
                && at < text.length()
                && Character.isLetter(text.charAt(at))
                && Character.isLetter(text.charAt(at - 1))) {
            at--; // the parser takes "Tuesday" for "Tue" and something more
        }
        String rest = text.substring(at).strip();
        String part = rest.split("[;\"|]", 2)[0].strip();
        String named = part.isEmpty() ? (rest.isEmpty() ? text.strip() : rest) : part;
        return UnsupportedHours.because("syntax", Spelling.asWritten(named), at + 1);
    }

    /** What stands behind a last semicolon. */
    private static boolean isEmpty(Rule rule) {
        return rule.equals(new Rule())
                || (rule.getModifier() == null
                        && rule.getTimes() == null
                        && rule.getDays() == null
                        && rule.getHolidays() == null
                        && rule.getDates() == null
                        && rule.getWeeks() == null
                        && rule.getYears() == null
                        && rule.getComment() == null
                        && !rule.isTwentyfourseven());
    }

    /**
     * In {@code Feb 17-Apr 10, PH Mo-Fr 10:00-16:00} the parser sees two rules, the first of them open day and night;
     * whoever wrote it meant one rule. The reference refuses it too.
     */
    private static void refuseListOfDaysAndRule(Rule before, Rule rule) {
        if (before != null
                && rule.isAdditive()
                && before.getTimes() == null
                && before.getModifier() == null
                && !before.isTwentyfourseven()) {
            throw UnsupportedHours.because("list-of-days", Spelling.asWritten(before + ", " + rule));
        }
    }

    private HoursRule read(Rule rule) {
        var dates = new ArrayList<DaySelector>();
        if (rule.getYears() != null) {
            dates.add(DaySelector.anyOf(
                    rule.getYears().stream().map(YearsAndWeeks::year).toList()));
        }
        if (rule.getWeeks() != null) {
            dates.add(DaySelector.anyOf(
                    rule.getWeeks().stream().map(YearsAndWeeks::week).toList()));
        }
        if (rule.getDates() != null) {
            weekdayOfMonths(rule);
            dates.add(DaySelector.anyOf(rule.getDates().stream().map(Dates::of).toList()));
        }
        if (rule.getHolidays() != null) {
            rule.getHolidays().stream().map(Holiday::getOffset).forEach(holidayOffsets::add);
        }
        var times = rule.getTimes() == null ? TimesOfDay.allDay() : TimesOfDay.of(rule.getTimes());
        return new HoursRule(dates, Weekdays.of(rule), times, state(rule), comment(rule), join(rule));
    }

    /**
     * The parser takes {@code Jan,Feb Mo[1]} for all of January and a Monday of February. It means the first Monday of
     * both; whatever else mixes months or dates with such a weekday can mean either, and is refused.
     */
    private static void weekdayOfMonths(Rule rule) {
        var dates = rule.getDates();
        boolean mixed = dates.stream().anyMatch(RuleReader::isWeekdayOfMonth)
                && !dates.stream().allMatch(RuleReader::isWeekdayOfMonth);
        if (!mixed) {
            return;
        }
        var last = dates.get(dates.size() - 1);
        var date = last.getStartDate();
        boolean months = dates.subList(0, dates.size() - 1).stream().allMatch(Dates::isMonths);
        if (!months || date.getDayOffset() != 0 || rule.getDays() != null || rule.getHolidays() != null) {
            String list = dates.stream().map(Object::toString).collect(Collectors.joining(","));
            throw UnsupportedHours.because("list-of-days", list);
        }
        var nth = new Nth();
        nth.setStartNth(date.getNth());
        var weekday = new WeekDayRange();
        weekday.setStartDay(date.getNthWeekDay());
        weekday.add(nth);
        rule.setDays(List.of(weekday));
        date.setNth((WeekDay) null, 0);
    }

    private static boolean isWeekdayOfMonth(DateRange range) {
        return range.getEndDate() == null && range.getStartDate().getNthWeekDay() != null;
    }

    /**
     * A comment alone leaves it open whether the door is: "by appointment". So does a comment in place of a date, as in
     * {@code "summer courses": Mo 10:00-12:00}, since nobody can tell when that is.
     */
    private static HoursRule.State state(Rule rule) {
        RuleModifier said = rule.getModifier();
        if (rule.getComment() != null) {
            if (said != null && (said.getModifier() == Modifier.CLOSED || said.getModifier() == Modifier.OFF)) {
                throw UnsupportedHours.because("comment-as-date", rule);
            }
            return HoursRule.State.UNKNOWN;
        }
        if (said == null) {
            return HoursRule.State.OPEN;
        }
        Modifier modifier = said.getModifier();
        if (modifier == null || modifier == Modifier.UNKNOWN) {
            return HoursRule.State.UNKNOWN;
        }
        return modifier == Modifier.OPEN ? HoursRule.State.OPEN : HoursRule.State.CLOSED;
    }

    private static String comment(Rule rule) {
        String behind = rule.getModifier() == null ? null : rule.getModifier().getComment();
        return behind != null ? behind : rule.getComment();
    }

    /** What a comma adds to a fallback is one too: it belongs to the rule before it. */
    private HoursRule.Join join(Rule rule) {
        boolean afterFallback = !rules.isEmpty() && rules.get(rules.size() - 1).join() == HoursRule.Join.OTHERWISE;
        if (rule.isFallBack() || (rule.isAdditive() && afterFallback)) {
            return HoursRule.Join.OTHERWISE;
        }
        return rule.isAdditive() ? HoursRule.Join.ALSO : HoursRule.Join.INSTEAD;
    }
}
