package org.evenhall.platform.http;

import jakarta.faces.application.ViewExpiredException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.platform.persistence.Trouble;

/**
 * Whatever was thrown, as the refusal that the reader hears. What nobody foresaw is written to the log under an id, and
 * the id is all that the reader learns of it.
 */
public final class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class.getName());
    private static final int DEEPEST = 50;

    private Refusals() {}

    public static Refused of(Throwable thrown) {
        Throwable each = thrown;
        for (int depth = 0; each != null && depth < DEEPEST; depth++, each = each.getCause()) {
            if (each instanceof Refused refused) {
                return refused;
            } else if (each instanceof ProcessingException
                    && each.getClass().getSimpleName().startsWith("HeaderValue")) {
                return ofStatus(400); // the server's own type, for a header that it cannot read
            } else if (each instanceof ViewExpiredException) {
                return new Refused(Reason.STALE, "problem.stale.page");
            } else if (each instanceof ConstraintViolationException broken) {
                return invalid(broken);
            } else if (each instanceof WebApplicationException web) {
                int status = web.getResponse().getStatus();
                return status >= 500 && status != 503 ? unforeseen(thrown) : ofStatus(status);
            }
        }
        if (Trouble.isNoText(thrown)) {
            return ofStatus(400);
        }
        if (Trouble.isPassing(thrown)) {
            LOG.log(Level.WARNING, "The database did not answer in time", thrown);
            return new Refused(Reason.BUSY, "problem.busy.detail");
        }
        return unforeseen(thrown);
    }

    /** The refusal that fits an HTTP status which the server came to by itself. */
    public static Refused ofStatus(int status) {
        Reason reason = reasonOf(status);
        return new Refused(reason, "problem." + reason.slug() + ".detail");
    }

    private static Reason reasonOf(int status) {
        return switch (status) {
            case 409 -> Reason.CONFLICT;
            case 422 -> Reason.INVALID;
            case 501 -> Reason.METHOD_NOT_ALLOWED; // what the container says of a method that it never heard of
            default ->
                Arrays.stream(Reason.values())
                        .filter(reason -> reason.status() == status)
                        .findFirst()
                        .orElse(status >= 500 ? Reason.INTERNAL : Reason.MALFORMED);
        };
    }

    private static Refused unforeseen(Throwable thrown) {
        String id = UUID.randomUUID().toString();
        LOG.log(Level.SEVERE, "Unforeseen, told to the reader as " + id, thrown);
        return new Refused(Reason.INTERNAL, "problem.internal.noted", id);
    }

    private static Refused invalid(ConstraintViolationException broken) {
        return Refused.invalid(broken.getConstraintViolations().stream()
                .map(Refusals::violation)
                .toList());
    }

    private static Violation violation(ConstraintViolation<?> broken) {
        var annotation = broken.getConstraintDescriptor().getAnnotation().annotationType();
        var attributes = broken.getConstraintDescriptor().getAttributes();
        List<Object> args = new ArrayList<>();
        for (String name : List.of("min", "max", "value")) {
            if (attributes.get(name) != null) {
                args.add(attributes.get(name));
            }
        }
        String rule = annotation.getSimpleName().equals("NotNull") ? "required" : "invalid";
        return new Violation(rule, field(broken), "violation." + annotation.getSimpleName(), args);
    }

    /** The path below the command: of {@code request.wish.people} only {@code people}. */
    private static String field(ConstraintViolation<?> broken) {
        List<String> names = new ArrayList<>();
        broken.getPropertyPath().forEach(node -> {
            if (node.getKind() == ElementKind.PROPERTY) {
                names.add(node.getName());
            }
        });
        return names.isEmpty() ? null : String.join(".", names);
    }
}
