package org.evenhall.kernel;

import java.util.Locale;

/**
 * Why something was refused. The problem type, the HTTP status and the message keys ({@code problem.<slug>.title},
 * {@code problem.<slug>.about}) hang on it: a new reason fails a test until all of them exist. Types and statuses are
 * those of RFC 9457 and RFC 9110.
 */
public enum Reason {
    MALFORMED(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    SLOT_TAKEN(409),
    CONFLICT(409),
    STALE(412),
    TOO_LARGE(413),
    UNSUPPORTED_TYPE(415),
    POLICY(422),
    INVALID(422),
    IDEMPOTENCY_MISMATCH(422),
    PRECONDITION_REQUIRED(428),
    TOO_MANY(429),
    INTERNAL(500),
    BUSY(503);

    private final int status;

    Reason(int status) {
        this.status = status;
    }

    /** The HTTP status that carries this reason. */
    public int status() {
        return status;
    }

    /** The last part of the problem type, as in {@code /problems/slot-taken}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The problem type of RFC 9457: a path that explains itself in a browser. */
    public String type() {
        return "/problems/" + slug();
    }
}
