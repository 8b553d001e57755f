package org.evenhall.kernel;

import java.util.List;

/**
 * One broken rule or one field at fault. The text is made at the edge, in the reader's language, from the message
 * {@code key} and its arguments.
 *
 * @param rule the rule's name, as in {@code longest-duration}; for fields {@code required}, {@code format} and the like
 * @param field the field of the request that is at fault, or null where it is no single one
 * @param key key in the message bundle
 * @param args arguments of the message: strings, numbers, instants, dates, durations, or another violation, which
 *     stands for its text
 */
public record Violation(String rule, String field, String key, List<Object> args) {

    public Violation {
        args = List.copyOf(args);
    }

    public static Violation of(String rule, String field, String key, Object... args) {
        return new Violation(rule, field, key, List.of(args));
    }
}
