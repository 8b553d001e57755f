package org.evenhall.platform.forms;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * The secret that forms of our own pages carry and other sites do not know. Pages keep no state on the server, so it is
 * this token and not the state of a view that shows where a form came from. Who has no session has nothing that another
 * site could misuse, and gets no token.
 */
@Named
@RequestScoped
public class FormToken {

    static final String PARAMETER = "token";
    private static final String ATTRIBUTE = FormToken.class.getName();
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private HttpServletRequest request;

    public String getValue() {
        return Optional.ofNullable(request.getSession(false)).map(FormToken::of).orElse("");
    }

    static boolean isIn(HttpServletRequest request, HttpSession session) {
        String sent = request.getParameter(PARAMETER);
        return sent != null
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8), of(session).getBytes(StandardCharsets.UTF_8));
    }

    private static String of(HttpSession session) {
        synchronized (session.getId().intern()) {
            String token = (String) session.getAttribute(ATTRIBUTE);
            if (token == null) {
                token = new BigInteger(128, RANDOM).toString(36);
                session.setAttribute(ATTRIBUTE, token);
            }
            return token;
        }
    }
}
