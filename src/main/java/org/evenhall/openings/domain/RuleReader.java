package org.evenhall.openings.domain;

import ch.poole.openinghoursparser.Holiday;
import ch.poole.openinghoursparser.OpeningHoursParseException;
import ch.poole.openinghoursparser.OpeningHoursParser;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.RuleModifier;
import ch.poole.openinghoursparser.RuleModifier.Modifier;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Turns a text into rules, and refuses there and then whatever cannot be evaluated. */
final class RuleReader {

    /** Each holiday day that has to be doubted doubles the readings of a day, so their number has an end. */
    private static final int HOLIDAY_OFFSETS = 3;

    private final List<HoursRule> rules = new ArrayList<>();
    private final Set<Integer> holidayOffsets = new TreeSet<>();

    RuleReader(String text) {
        for (Rule parsed : parse(Spelling.forParser(text))) {
            if (!isEmpty(parsed)) {
                rules.add(read(parsed));
            }
        }
        if (rules.isEmpty()) {
            throw UnsupportedHours.because("empty", text);
        }
        if (holidayOffsets.size() > HOLIDAY_OFFSETS) {
            throw UnsupportedHours.because("holiday-offsets", "PH", HOLIDAY_OFFSETS);
        }
    }

    List<HoursRule> rules() {
        return rules;
    }

    Set<Integer> holidayOffsets() {
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
        String rest = text.substring(at).strip();
        if (rest.isEmpty()) {
            return UnsupportedHours.because("incomplete", Spelling.asWritten(text.strip()));
        }
        return UnsupportedHours.because("syntax", Spelling.asWritten(rest.split("[;\"|]")[0].strip()), at + 1);
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

    private HoursRule read(Rule rule) {
        var selectors = new ArrayList<DaySelector>();
        if (rule.getYears() != null) {
            selectors.add(DaySelector.anyOf(
                    rule.getYears().stream().map(YearsAndWeeks::year).toList()));
        }
        if (rule.getWeeks() != null) {
            selectors.add(DaySelector.anyOf(
                    rule.getWeeks().stream().map(YearsAndWeeks::week).toList()));
        }
        if (rule.getDates() != null) {
            selectors.add(
                    DaySelector.anyOf(rule.getDates().stream().map(Dates::of).toList()));
        }
        selectors.addAll(Weekdays.of(rule));
        if (rule.getHolidays() != null) {
            rule.getHolidays().stream().map(Holiday::getOffset).forEach(holidayOffsets::add);
        }
        var times = rule.getTimes() == null ? TimesOfDay.allDay() : TimesOfDay.of(rule.getTimes());
        return new HoursRule(selectors, times, state(rule), comment(rule), join(rule));
    }

    /** A comment alone leaves it open whether the door is: "by appointment". */
    private static HoursRule.State state(Rule rule) {
        RuleModifier said = rule.getModifier();
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

    private static HoursRule.Join join(Rule rule) {
        if (rule.isFallBack()) {
            return HoursRule.Join.OTHERWISE;
        }
        return rule.isAdditive() ? HoursRule.Join.ALSO : HoursRule.Join.INSTEAD;
    }
}
