package org.evenhall.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.platform.json.Json;
import org.evenhall.platform.language.Language;
import org.evenhall.platform.text.Messages;

/**
 * A refusal as a program reads it: the document of RFC 9457 in the reader's language, and the headers that go with its
 * status.
 *
 * @param json the document
 * @param headers without the content type
 */
public record Problem(int status, String json, Map<String, String> headers) {

    static final String MEDIA_TYPE = "application/problem+json";

    private record Broken(String rule, String field, String message) {}

    public static Problem of(Refused refused, Locale locale) {
        Reason reason = refused.reason();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", reason.type());
        document.put("title", Messages.text(locale, "problem." + reason.slug() + ".title"));
        document.put("status", reason.status());
        document.put(
                "detail", Messages.text(locale, refused.key(), refused.args().toArray()));
        if (!refused.violations().isEmpty()) {
            document.put(
                    "violations",
                    refused.violations().stream()
                            .map(violation -> broken(violation, locale))
                            .toList());
        }
        refused.members().forEach(document::putIfAbsent);
        return new Problem(reason.status(), Json.text(document), headers(refused, locale));
    }

    /** Answers with it from where there is no JAX-RS. */
    public static void answer(Refused refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Problem problem = of(refused, Language.of(request));
        response.setStatus(problem.status);
        problem.headers.forEach(response::setHeader);
        response.setContentType(MEDIA_TYPE);
        response.getOutputStream().write(problem.json.getBytes(StandardCharsets.UTF_8));
    }

    /** The same for JAX-RS. */
    public Response response() {
        var response = Response.status(status).entity(json).type(MEDIA_TYPE);
        headers.forEach(response::header);
        return response.build();
    }

    private static Broken broken(Violation violation, Locale locale) {
        return new Broken(
                violation.rule(),
                violation.field(),
                Messages.text(locale, violation.key(), violation.args().toArray()));
    }

    private static Map<String, String> headers(Refused refused, Locale locale) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Language", locale.getLanguage());
        headers.put("Cache-Control", "no-store");
        if (refused.retryAfterSeconds() > 0) {
            headers.put("Retry-After", String.valueOf(refused.retryAfterSeconds()));
        }
        if (refused.reason() == Reason.UNAUTHENTICATED) {
            headers.put("WWW-Authenticate", "Bearer");
        }
        return headers;
    }
}
