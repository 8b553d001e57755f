package org.evenhall.openings.domain.syntax;

import ch.poole.openinghoursparser.DateWithOffset;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Rewrites what the specification allows or people commonly write, and the parser does not take, into words that it
 * takes and that mean the same. Quoted comments stay as they are.
 */
final class Spelling {

    /** Steps over days have no place in the parser's model: they travel as an offset that no date has. */
    private static final int STEP = 1_000_000;

    private static final String MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
    private static final String NTH = "(?:Mo|Tu|We|Th|Fr|Sa|Su)\\[-?[1-5]\\]";
    private static final String OFFSET = "(?: ?[+-] ?\\d+ days?)?";
    private static final String DATE =
            "(?:(?:\\d{4} )?" + MONTH + "(?: (?:\\d{1,2}(?![:\\d])|" + NTH + "))?|\\d{1,2}(?![:\\d]))" + OFFSET;
    private static final String DATES = "(?:\\d{4} )?" + MONTH + "(?: (?:\\d{1,2}(?![:\\d])|" + NTH + "))?" + OFFSET
            + "(?: ?- ?" + DATE + ")?(?: ?, ?" + DATE + "(?: ?- ?" + DATE + ")?)*+";
    private static final String WEEKS = "week ?\\d{1,2}(?: ?- ?\\d{1,2}(?:/\\d{1,2})?)?"
            + "(?: ?, ?\\d{1,2}(?![:\\d])(?: ?- ?\\d{1,2}(?![:\\d])(?:/\\d{1,2})?)?)*+";

    private static final Pattern DATES_BEFORE_WEEKS =
            Pattern.compile("(" + DATES + ") ?(" + WEEKS + ")", Pattern.CASE_INSENSITIVE);
    private static final Pattern STEP_OVER_DAYS = Pattern.compile(
            "(" + MONTH + " \\d{1,2} ?- ?(?:" + MONTH + " )?\\d{1,2})/(\\d{1,3})(?![\\d:])", Pattern.CASE_INSENSITIVE);
    private static final Pattern STEP_BACK = Pattern.compile(" ?\\+ ?" + STEP / 1000 + "(\\d{3}) days");
    private static final Pattern TIMES_WITHOUT_COMMA =
            Pattern.compile("(\\d{1,2}:\\d{2} ?- ?\\d{1,2}:\\d{2}) (?=\\d{1,2}:\\d{2} ?- ?\\d{1,2}:\\d{2})");
    private static final Pattern STEP_OVER_YEARS = Pattern.compile("(?<![-\\d])((?:19|20)\\d\\d)/(\\d{1,2})(?![\\d:])");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    /** Of {@code Dec 24, Mo 10:00-12:00} the parser makes Mondays on 24 December, people mean two things. */
    private static final Pattern DATES_AND_WEEKDAYS = Pattern.compile(
            "(?:\\b" + MONTH
                    + "[ \\d,-]*|\\beaster[^;:|]*|\\bweek[ \\d,/-]*|\\b(?:19|20)\\d\\d ?), ?(?:Mo|Tu|We|Th|Fr|Sa|Su)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DAY_ZERO =
            Pattern.compile("\\b" + MONTH + " 0{1,2}(?![:.h\\d])", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private Spelling() {}

    /** @throws UnsupportedHours where the parser would read something else than what stands there */
    static String forParser(String text) {
        if (text.chars().filter(c -> c == '"').count() % 2 == 1) {
            throw UnsupportedHours.because(
                    "quote", text.substring(text.lastIndexOf('"')).strip());
        }
        var result = new StringBuilder();
        int from = 0;
        for (MatchResult quote : QUOTED.matcher(text).results().toList()) {
            result.append(rewritten(text.substring(from, quote.start()))).append(quote.group());
            from = quote.end();
        }
        return result.append(rewritten(text.substring(from))).toString();
    }

    private static String rewritten(String text) {
        String plain = SPACES.matcher(text).replaceAll(" ");
        refuse(DATES_AND_WEEKDAYS, plain, "list-of-days");
        refuse(DAY_ZERO, plain, "date");
        plain = DATES_BEFORE_WEEKS.matcher(plain).replaceAll("$2 $1");
        plain = STEP_OVER_YEARS.matcher(plain).replaceAll("$1-9999/$2");
        plain = TIMES_WITHOUT_COMMA.matcher(plain).replaceAll("$1,");
        return STEP_OVER_DAYS
                .matcher(plain)
                .replaceAll(step -> step.group(1) + " +" + (STEP + Integer.parseInt(step.group(2))) + " days");
    }

    private static void refuse(Pattern what, String text, String why) {
        var found = what.matcher(text);
        if (found.find()) {
            throw UnsupportedHours.because(why, found.group());
        }
    }

    /** The words again as they were written, for a message. */
    static String asWritten(String part) {
        return STEP_BACK
                .matcher(part)
                .replaceAll(step -> "/" + Integer.parseInt(step.group(1)))
                .replace("-9999/", "/");
    }

    /** The step of a range of days that ends with this date; 0 where it has none. */
    static int stepOf(DateWithOffset end) {
        return end.getDayOffset() > STEP ? end.getDayOffset() - STEP : 0;
    }
}
