package org.evenhall.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.platform.persistence.Sql;

/** The first answers to creations, kept for a day in the table {@code idempotent_answer}. */
@ApplicationScoped
class FirstAnswers {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final long SWEEP_MILLIS = Duration.ofMinutes(10).toMillis();
    private static final int LONGEST_PATH = 200;
    private static final String THIS = " WHERE caller_id = ? AND method = ? AND path = ? AND idem_key = ?";

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private final AtomicLong sweptAt = new AtomicLong();

    /** Who asks what under which key. */
    record Question(String caller, String method, String path, String key, String bodyHash) {

        static Question of(String caller, String method, String path, String key, String body) {
            String kept = path.length() <= LONGEST_PATH ? path : sha256(path);
            return new Question(caller, method, kept, key, sha256(body));
        }
    }

    /**
     * What was answered.
     *
     * @param location only the path, whichever name of the server the first request was sent to
     */
    record Answer(String bodyHash, int status, String location, String etag, String body) {

        Response repeated(Question question) {
            if (!bodyHash.equals(question.bodyHash)) {
                throw new Refused(Reason.IDEMPOTENCY_MISMATCH, "problem.idempotency-mismatch.detail");
            }
            return Response.status(status)
                    .location(location == null ? null : URI.create(location))
                    .header(HttpHeaders.ETAG, etag)
                    .entity(body)
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
    }

    /** Only committed answers are seen. */
    Optional<Answer> find(Question asked) {
        return sql.first(
                "SELECT body_hash, status, location, etag, body FROM idempotent_answer" + THIS + " AND created_at > ?",
                row -> new Answer(
                        row.getString(1), row.getInt(2), row.getString(3), row.getString(4), row.getString(5)),
                asked.caller,
                asked.method,
                asked.path,
                asked.key,
                clock.instant().minus(KEPT));
    }

    /** Writes the key, or waits for the rival that has written it. */
    void begin(Question asked) {
        Instant now = clock.instant();
        sql.update(
                "DELETE FROM idempotent_answer" + THIS + " AND created_at <= ?",
                asked.caller,
                asked.method,
                asked.path,
                asked.key,
                now.minus(KEPT));
        sql.update(
                "INSERT INTO idempotent_answer (caller_id, method, path, idem_key, body_hash, status, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, 0, ?)",
                asked.caller,
                asked.method,
                asked.path,
                asked.key,
                asked.bodyHash,
                now);
    }

    void complete(Question asked, Response response, String body) {
        sql.update(
                "UPDATE idempotent_answer SET status = ?, location = ?, etag = ?, body = ?" + THIS,
                response.getStatus(),
                response.getLocation() == null ? null : response.getLocation().getRawPath(),
                response.getHeaderString(HttpHeaders.ETAG),
                body,
                asked.caller,
                asked.method,
                asked.path,
                asked.key);
    }

    /** Now and then, in a statement of its own before the creation begins. */
    void forgetOld() {
        long now = clock.millis();
        long last = sweptAt.get();
        if (now - last >= SWEEP_MILLIS && sweptAt.compareAndSet(last, now)) {
            sql.update(
                    "DELETE FROM idempotent_answer WHERE created_at <= ?",
                    clock.instant().minus(KEPT));
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
