package org.evenhall.kernel;

import java.util.List;
import java.util.Map;

/**
 * A request that is answered with a reason instead of a result. It rolls the transaction back; whatever must survive
 * it is written in a transaction of its own.
 */
public class Refused extends RuntimeException {

    private static final int LONGEST_ID = 60;

    private final transient Reason reason;
    private final transient String key;
    private final transient List<Object> args;
    private final transient List<Violation> violations;

    /** @param key message key of the sentence that says what is wrong; the arguments as in {@link Violation} */
    public Refused(Reason reason, String key, Object... args) {
        this(reason, List.of(), key, args);
    }

    public Refused(Reason reason, List<Violation> violations, String key, Object... args) {
        super(
                reason + " " + key + " " + List.of(args) + (violations.isEmpty() ? "" : " " + violations),
                null,
                false,
                false);
        this.reason = reason;
        this.key = key;
        this.args = List.of(args);
        this.violations = List.copyOf(violations);
    }

    /** Fields of a request that do not hold what they should: one violation per field. */
    public static Refused invalid(List<Violation> violations) {
        return new Refused(Reason.INVALID, violations, "problem.invalid.detail");
    }

    public static Refused invalid(Violation violation) {
        return invalid(List.of(violation));
    }

    /** A request that cannot be read: the parameter or field is named in the violation. */
    public static Refused malformed(Violation violation) {
        return new Refused(Reason.MALFORMED, List.of(violation), "problem.malformed.detail");
    }

    public static Refused notFound(String what, String id) {
        String shown = id.length() <= LONGEST_ID ? id : id.substring(0, LONGEST_ID) + "…";
        return new Refused(Reason.NOT_FOUND, "problem.not-found." + what, shown);
    }

    public Reason reason() {
        return reason;
    }

    public String key() {
        return key;
    }

    public List<Object> args() {
        return args;
    }

    public List<Violation> violations() {
        return violations;
    }

    /** Members that this refusal adds to the problem document, such as {@code alternatives}; values are view records. */
    public Map<String, Object> members() {
        return Map.of();
    }

    /** Seconds after which another try makes sense, or 0 where it never does by itself. */
    public int retryAfterSeconds() {
        return reason == Reason.BUSY || reason == Reason.TOO_MANY ? 1 : 0;
    }
}
