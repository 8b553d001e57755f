package org.evenhall.platform.http;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.Principal;
import java.util.Optional;
import java.util.function.Supplier;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.platform.json.Json;
import org.evenhall.platform.persistence.Retried;
import org.evenhall.platform.persistence.Trouble;

/**
 * Creations that a client may ask for twice, because the first answer got lost on the way (the header
 * {@code Idempotency-Key}, after draft-ietf-httpapi-idempotency-key-header). The key is written first and the answer
 * last, in the transaction of the creation itself: so a rival waits at the key, and then gets the first answer; and a
 * refusal leaves no trace. This is the one place beside the front doors that begins a transaction.
 */
@ApplicationScoped
public class Idempotency {

    private static final int TRIES = 3;

    @Inject
    private HttpServletRequest request;

    @Inject
    private FirstAnswers answers;

    @Resource
    private UserTransaction transaction;

    /**
     * Runs a creation, or repeats the answer that it had before.
     *
     * @param command what was asked; the same key with another command is refused
     * @param creation calls a front door and makes the answer, 201 with a location and a view
     */
    @Retried
    public Response once(Object command, Supplier<Response> creation) {
        String key = request.getHeader("Idempotency-Key");
        Principal caller = request.getUserPrincipal();
        if (key == null || caller == null) {
            return creation.get();
        }
        var question = FirstAnswers.Question.of(
                caller.getName(), request.getMethod(), request.getRequestURI(), checked(key), Json.text(command));
        answers.forgetOld();
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<FirstAnswers.Answer> first = answers.find(question);
            if (first.isPresent()) {
                return first.get().repeated(question);
            }
            Optional<Response> created = created(question, creation);
            if (created.isPresent()) {
                return created.get();
            }
        }
        throw new Refused(Reason.BUSY, "problem.busy.detail");
    }

    /** Empty where a rival with the same key was first. */
    private Optional<Response> created(FirstAnswers.Question question, Supplier<Response> creation) {
        boolean keyWritten = false;
        try {
            transaction.begin();
            answers.begin(question);
            keyWritten = true;
            Response response = creation.get();
            String body = response.hasEntity() ? Json.text(response.getEntity()) : null;
            answers.complete(question, response, body);
            transaction.commit();
            return Optional.of(Response.fromResponse(response)
                    .entity(body)
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .build());
        } catch (RuntimeException e) {
            if (!keyWritten && Trouble.isDuplicate(e)) {
                return Optional.empty();
            }
            throw e;
        } catch (RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException
                | NotSupportedException
                | SystemException e) {
            throw new IllegalStateException("The creation could not be committed", e);
        } finally {
            rollBackWhatIsOpen();
        }
    }

    private void rollBackWhatIsOpen() {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        } catch (SystemException e) {
            throw new IllegalStateException("The transaction could not be rolled back", e);
        }
    }

    private static String checked(String key) {
        if (key.isBlank() || key.length() > 200 || !key.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw Refused.malformed(Violation.of("format", "Idempotency-Key", "malformed.idempotency-key"));
        }
        return key;
    }
}
