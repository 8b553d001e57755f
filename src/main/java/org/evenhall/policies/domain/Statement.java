package org.evenhall.policies.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenhall.kernel.Violation;
import org.evenhall.policies.PolicyView.Limit;
import org.evenhall.policies.PolicyView.Measure;
import org.evenhall.policies.PolicyView.Per;
import org.evenhall.policies.PolicyView.StatedBy;
import org.evenhall.policies.StateLimit;

/** What one level states: some values, and some limits. Never changed. */
public final class Statement {

    public static final Statement NOTHING = new Statement(Map.of(), List.of());

    /** Limits are kept under names that say all but the number, as in {@code group-hours-per-day-in-organisation}. */
    private static final Pattern LIMIT = Pattern.compile(
            "(group-)?(open-bookings|hours-per-day|hours-per-week|hours-per-month)-in-(city|organisation|space)");

    private static final Map<String, Term<?>> BY_RULE = byRule();

    private final Map<Term<?>, Object> values;
    private final List<StateLimit> limits;

    public Statement(Map<Term<?>, Object> values, List<StateLimit> limits) {
        this.values = Collections.unmodifiableMap(new HashMap<>(values));
        this.limits = List.copyOf(limits);
    }

    /** As the database keeps it, by rule; a rule that only a newer version knows is left alone. */
    public static Statement read(Map<String, String> texts) {
        Map<Term<?>, Object> values = new HashMap<>();
        List<StateLimit> limits = new ArrayList<>();
        new TreeMap<>(texts).forEach((rule, text) -> {
            Matcher limit = LIMIT.matcher(rule);
            try {
                if (limit.matches()) {
                    limits.add(limit(limit, text));
                } else if (BY_RULE.containsKey(rule)) {
                    values.put(BY_RULE.get(rule), BY_RULE.get(rule).read(text));
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException("No value of " + rule + ": " + text, e);
            }
        });
        return new Statement(values, limits);
    }

    /**
     * As somebody has typed it: values by field, limits by rule. What is empty is not stated.
     *
     * @param faults is given those that cannot be read
     */
    public static Statement typed(Map<String, String> texts, Consumer<Violation> faults) {
        Map<Term<?>, Object> values = new HashMap<>();
        for (Term<?> term : Terms.ALL) {
            String text = texts.getOrDefault(term.field(), "");
            try {
                if (!text.isBlank()) {
                    values.put(term, term.read(text));
                }
            } catch (IllegalArgumentException e) {
                faults.accept(term.unreadable());
            }
        }
        List<StateLimit> limits = new ArrayList<>();
        new TreeMap<>(texts).forEach((rule, text) -> {
            Matcher limit = LIMIT.matcher(rule);
            if (!text.isBlank() && limit.matches()) {
                try {
                    limits.add(limit(limit, text.strip()));
                } catch (NumberFormatException e) {
                    faults.accept(Violation.of("format", rule, "policy.stated.number"));
                }
            }
        });
        return new Statement(values, limits);
    }

    /** As the database keeps it, by rule. */
    public Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        values.keySet().forEach(term -> texts.put(term.rule(), text(term)));
        limits.forEach(limit -> texts.put(rule(limit), String.valueOf(limit.most())));
        return texts;
    }

    /** The stated value as text; empty where nothing is stated, or nothing restricted. */
    public <T> String text(Term<T> term) {
        return term.write(value(term));
    }

    public boolean states(Term<?> term) {
        return values.containsKey(term);
    }

    /** The stated value; null where nothing is stated, or nothing restricted. */
    @SuppressWarnings("unchecked")
    public <T> T value(Term<T> term) {
        return (T) values.get(term);
    }

    public List<StateLimit> limits() {
        return limits;
    }

    /** The same for a level that inherits nothing: what is left out restricts nothing, as far as it may be left out. */
    public Statement complete() {
        Map<Term<?>, Object> complete = new HashMap<>(values);
        Terms.OPTIONAL.forEach(term -> complete.putIfAbsent(term, term.none()));
        return new Statement(complete, limits);
    }

    static String rule(StateLimit limit) {
        return new Limit(limit.per(), limit.measure(), limit.most(), limit.within(), null, null).rule();
    }

    private static StateLimit limit(Matcher rule, String most) {
        return new StateLimit(
                rule.group(1) == null ? Per.PERSON : Per.GROUP,
                Measure.valueOf(constant(rule.group(2))),
                Integer.valueOf(most),
                StatedBy.valueOf(constant(rule.group(3))));
    }

    private static String constant(String hyphened) {
        return hyphened.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static Map<String, Term<?>> byRule() {
        Map<String, Term<?>> byRule = new HashMap<>();
        Terms.ALL.forEach(term -> byRule.put(term.rule(), term));
        return byRule;
    }
}
