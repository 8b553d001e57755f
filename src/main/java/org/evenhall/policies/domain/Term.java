package org.evenhall.policies.domain;

import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.evenhall.kernel.Violation;
import org.evenhall.policies.PolicyField.Kind;

/**
 * One value that a level can state: its name, how it is written as text, and what makes sense. The text is what the
 * database keeps; an empty one says that nothing is restricted.
 */
public final class Term<T> {

    /** The rule that times are multiples of five minutes, by the name that it has everywhere. */
    public static final String STEPS = "five-minutes";

    private final String rule;
    private final String field;
    private final Form<T> form;
    private final Predicate<T> sensible;
    private final Predicate<T> onAStep;
    private final String key;
    private final Object[] args;

    /**
     * A way of writing values.
     *
     * @param key message key of the sentence that says how the text should look
     * @param none what an empty text stands for
     * @param choices values to choose from; empty where any may be typed
     */
    record Form<T>(
            Kind kind,
            Function<String, T> read,
            Function<T, String> write,
            String key,
            Object[] args,
            T none,
            List<?> choices) {

        Form(Kind kind, Function<String, T> read, Function<T, String> write, String key, T none) {
            this(kind, read, write, key, new Object[0], none, List.of());
        }
    }

    private Term(
            String rule,
            String field,
            Form<T> form,
            Predicate<T> sensible,
            Predicate<T> onAStep,
            String key,
            Object... args) {
        this.rule = rule;
        this.field = field;
        this.form = form;
        this.sensible = sensible;
        this.onAStep = onAStep;
        this.key = key;
        this.args = args;
    }

    /** @param rule with hyphens; the field is the same in camel case */
    static <T> Term<T> of(String rule, Form<T> form) {
        return new Term<>(rule, camel(rule), form, value -> true, value -> true, form.key, form.args);
    }

    Term<T> named(String otherField) {
        return new Term<>(rule, otherField, form, sensible, onAStep, key, args);
    }

    /** The same where only some values make sense. */
    Term<T> only(Predicate<T> which, String sentence, Object... sentenceArgs) {
        return new Term<>(rule, field, form, which, onAStep, sentence, sentenceArgs);
    }

    /** The same where what lies between the steps of the calendar breaks the rule of that name. */
    Term<T> inSteps(Predicate<T> which) {
        return new Term<>(rule, field, form, sensible, which, key, args);
    }

    /** The name under which it is kept, with hyphens. */
    public String rule() {
        return rule;
    }

    /** The name of the field in requests and views. */
    public String field() {
        return field;
    }

    public Kind kind() {
        return form.kind;
    }

    /** Values to choose from, as far as they make sense; empty where any may be typed. */
    @SuppressWarnings("unchecked")
    public List<Object> choices() {
        return form.choices.stream()
                .filter(choice -> switch (form.kind) {
                    case DURATION -> sensible.test((T) choice) && onAStep.test((T) choice);
                    case DURATIONS -> sensible.test((T) List.of(choice));
                    default -> true;
                })
                .map(Object.class::cast)
                .toList();
    }

    /** @throws IllegalArgumentException where the text is none of this kind */
    public T read(String text) {
        if (text.isBlank()) {
            return form.none;
        }
        try {
            return form.read.apply(text.strip());
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    public String write(T value) {
        return value == null ? "" : form.write.apply(value);
    }

    /** What stands for no restriction; null too where there is none for it, or where the value is always needed. */
    T none() {
        return form.none;
    }

    /** What is wrong with a text that cannot be read. */
    public Violation unreadable() {
        return Violation.of("format", field, form.key, form.args);
    }

    /** What is wrong with a value; nothing with one that restricts nothing. */
    public Optional<Violation> fault(T value) {
        if (value == null || sensible.test(value) && onAStep.test(value)) {
            return Optional.empty();
        }
        return Optional.of(Violation.of(onAStep.test(value) ? "invalid" : STEPS, field, key, args));
    }

    @Override
    public String toString() {
        return rule;
    }

    private static String camel(String rule) {
        String[] words = rule.split("-");
        return words[0]
                + String.join(
                        "",
                        Arrays.stream(words)
                                .skip(1)
                                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                                .toList());
    }
}
