package org.evenhall.bookings.domain.series;

import java.math.BigInteger;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;

/**
 * Reads a rule, and refuses what is not understood to the last letter: a part that were skipped would book other dates
 * than those that were asked for.
 */
final class RuleReader {

    /** The field of a request that holds a rule. */
    private static final String FIELD = "rrule";

    private static final int LONGEST = 300;
    private static final int LONGEST_SHOWN = 60;
    private static final int LARGEST_INTERVAL = 1_000;
    private static final int MOST_TIMES_A_DAY = 24;
    private static final int LARGEST_NTH = 53;
    private static final String PREFIX = "RRULE:";
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+");
    private static final Pattern DAY = Pattern.compile("([+-]?\\d{1,2})?(" + String.join("|", NthDay.NAMES) + ")");
    private static final Set<String> WITHIN_A_DAY = Set.of("HOURLY", "MINUTELY", "SECONDLY");
    private static final List<String> NAMES = Stream.concat(
                    Stream.of("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST"),
                    Arrays.stream(NumberPart.values()).map(Enum::name))
            .toList();

    private final Map<String, String> parts = new HashMap<>();

    private RuleReader() {}

    /** @throws Refused with a violation that names the part at fault and what would be right */
    static Rule read(String text) {
        var reader = new RuleReader();
        reader.takeApart(text);
        Rule rule = reader.rule();
        refuseWhatExcludesEachOther(rule);
        return rule;
    }

    static Refused refused(String rule, String key, Object... args) {
        return Refused.invalid(Violation.of(rule, FIELD, "recurrence." + key, args));
    }

    private static Refused unreadable(String key, Object... args) {
        return refused(
                "format",
                key,
                Arrays.stream(args)
                        .map(arg -> arg instanceof String text ? shortened(text) : arg)
                        .toArray());
    }

    private static String shortened(String came) {
        return came.length() <= LONGEST_SHOWN ? came : came.substring(0, LONGEST_SHOWN - 1) + "…";
    }

    private void takeApart(String text) {
        if (text.length() > LONGEST) {
            throw unreadable("too-long", LONGEST);
        }
        String rule = text.strip();
        if (rule.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
            rule = rule.substring(PREFIX.length());
        }
        rule.codePoints().filter(c -> !isOfTheGrammar(c)).findFirst().ifPresent(c -> {
            throw unreadable("character", shown(c));
        });
        for (String part : rule.toUpperCase(Locale.ROOT).split(";")) {
            int equals = part.indexOf('=');
            if (equals <= 0 || equals == part.length() - 1) {
                throw unreadable("part", part);
            }
            String name = part.substring(0, equals);
            if (!NAMES.contains(name)) {
                throw unreadable("unknown", name, NAMES);
            }
            if (parts.put(name, part.substring(equals + 1)) != null) {
                throw unreadable("twice", name);
            }
        }
    }

    /** ASCII alone: letters of other scripts have capitals within it. */
    private static boolean isOfTheGrammar(int c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || "=;,+-".indexOf(c) >= 0;
    }

    private static String shown(int c) {
        boolean visible = Character.isLetterOrDigit(c) || c > ' ' && c < 127;
        return visible ? Character.toString(c) : String.format(Locale.ROOT, "U+%04X", c);
    }

    private Rule rule() {
        Frequency frequency = frequency();
        boolean counted = parts.containsKey("COUNT");
        if (counted == parts.containsKey("UNTIL")) {
            throw counted ? refused("format", "count-and-until") : refused("endless", "endless");
        }
        Integer count = counted ? count() : null;
        return new Rule(
                frequency,
                parts.containsKey("INTERVAL") ? number("INTERVAL", parts.get("INTERVAL"), 1, LARGEST_INTERVAL) : 1,
                count,
                counted ? null : until(),
                days(),
                numbers(),
                weekStart());
    }

    private int count() {
        String count = parts.get("COUNT");
        if (whole(count) > Recurrence.MOST_DATES) {
            throw tooManyDates();
        }
        return number("COUNT", count, 1, Recurrence.MOST_DATES);
    }

    static Refused tooManyDates() {
        return refused("too-many-dates", "too-many-dates", Recurrence.MOST_DATES);
    }

    private Frequency frequency() {
        String frequency = parts.get("FREQ");
        if (frequency == null) {
            throw unreadable("no-frequency");
        }
        if (WITHIN_A_DAY.contains(frequency)) {
            throw refused("frequency", "within-a-day", frequency);
        }
        return Arrays.stream(Frequency.values())
                .filter(each -> each.name().equals(frequency))
                .findFirst()
                .orElseThrow(() -> unreadable(
                        "frequency",
                        frequency,
                        Stream.of(Frequency.values()).map(Enum::name).toList()));
    }

    private Until until() {
        String until = parts.get("UNTIL");
        return Until.read(until).orElseThrow(() -> unreadable("bad-until", until));
    }

    private DayOfWeek weekStart() {
        String day = parts.getOrDefault("WKST", "MO");
        if (!NthDay.NAMES.contains(day)) {
            throw unreadable("bad-day", "WKST", day, NthDay.NAMES);
        }
        return DayOfWeek.of(NthDay.NAMES.indexOf(day) + 1);
    }

    private List<NthDay> days() {
        Set<NthDay> days = new TreeSet<>(Comparator.comparing(NthDay::day).thenComparing(NthDay::nth));
        for (String item : items("BYDAY")) {
            Matcher day = DAY.matcher(item);
            if (!day.matches()) {
                throw unreadable("bad-day", "BYDAY", item, NthDay.NAMES);
            }
            int nth = day.group(1) == null ? 0 : Integer.parseInt(day.group(1));
            if (day.group(1) != null && nth == 0 || Math.abs(nth) > LARGEST_NTH) {
                throw unreadable("bad-number", "BYDAY", item, -LARGEST_NTH, LARGEST_NTH);
            }
            days.add(new NthDay(nth, DayOfWeek.of(NthDay.NAMES.indexOf(day.group(2)) + 1)));
        }
        return List.copyOf(days);
    }

    private Map<NumberPart, List<Integer>> numbers() {
        Map<NumberPart, List<Integer>> numbers = new EnumMap<>(NumberPart.class);
        for (NumberPart part : NumberPart.values()) {
            Set<Integer> list = new TreeSet<>();
            for (String item : items(part.name())) {
                int number = number(part.name(), item, part.least(), part.most());
                if (!part.takes(number)) {
                    throw unreadable("bad-number", part.name(), item, part.least(), part.most());
                }
                list.add(number);
            }
            if (!list.isEmpty()) {
                numbers.put(part, List.copyOf(list));
            }
        }
        return numbers;
    }

    private String[] items(String name) {
        String list = parts.get(name);
        return list == null ? new String[0] : list.split(",", -1);
    }

    private static int number(String name, String text, int least, int most) {
        int number = whole(text);
        if (number < least || number > most) {
            throw unreadable("bad-number", name, text, least, most);
        }
        return number;
    }

    /** The number, or the largest or smallest there is where it is beyond them; the smallest where it is none. */
    private static int whole(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Integer.MIN_VALUE;
        }
        BigInteger number = new BigInteger(text);
        return number.bitLength() < Integer.SIZE
                ? number.intValue()
                : number.signum() < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
    }

    /**
     * What the RFC says must not stand together, where it leaves open what that would mean (the second Friday if it is the
     * 13th, the third date of some weeks), and what would make too much of a day. Numbered weeks in a weekly rule go
     * against the letter of the RFC; what they mean is plain, and its examples have been passed on in that form.
     */
    private static void refuseWhatExcludesEachOther(Rule rule) {
        Frequency frequency = rule.frequency();
        boolean inMonths = frequency == Frequency.MONTHLY || frequency == Frequency.YEARLY;
        boolean byWeek = !rule.of(NumberPart.BYWEEKNO).isEmpty();
        boolean nth = rule.days().stream().anyMatch(day -> day.nth() != 0);
        boolean weekly = frequency == Frequency.WEEKLY;
        String every = "FREQ=" + frequency;
        refuse(nth && !inMonths, "BYDAY=" + firstNth(rule), every);
        refuse(nth && byWeek, "BYDAY=" + firstNth(rule), "BYWEEKNO");
        refuse(nth && !rule.of(NumberPart.BYMONTHDAY).isEmpty(), "BYDAY=" + firstNth(rule), "BYMONTHDAY");
        refuse(byWeek && !rule.of(NumberPart.BYSETPOS).isEmpty(), "BYWEEKNO", "BYSETPOS");
        refuse(byWeek && !weekly && frequency != Frequency.YEARLY, "BYWEEKNO", every);
        refuse(!rule.of(NumberPart.BYYEARDAY).isEmpty() && frequency != Frequency.YEARLY, "BYYEARDAY", every);
        refuse(!rule.of(NumberPart.BYMONTHDAY).isEmpty() && weekly, "BYMONTHDAY", every);
        if (!rule.of(NumberPart.BYSETPOS).isEmpty()
                && rule.numbers().size() == 1
                && rule.days().isEmpty()) {
            throw unreadable("alone", NumberPart.BYSETPOS.name());
        }
        int hours = Math.max(1, rule.of(NumberPart.BYHOUR).size());
        if (hours * Math.max(1, rule.of(NumberPart.BYMINUTE).size()) > MOST_TIMES_A_DAY) {
            throw refused("too-many-times", "too-many-times", MOST_TIMES_A_DAY);
        }
    }

    private static String firstNth(Rule rule) {
        return rule.days().stream()
                .filter(day -> day.nth() != 0)
                .map(NthDay::text)
                .findFirst()
                .orElse("");
    }

    private static void refuse(boolean together, String one, String other) {
        if (together) {
            throw unreadable("not-together", one, other);
        }
    }
}
