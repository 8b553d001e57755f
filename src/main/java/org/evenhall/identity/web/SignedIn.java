package org.evenhall.identity.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.evenhall.identity.SignIn;
import org.evenhall.identity.Tokens;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.platform.http.Api;
import org.evenhall.platform.http.Refusals;

/**
 * The one way in for the container: programs by their token, for one request and without a session; people by the
 * session of the sign-in page. The REST interface does not look at the session, so another site cannot make a browser
 * act there. The container gets the id of the person as the name of the principal and no groups: rights are asked for
 * in the doors.
 */
@ApplicationScoped
public class SignedIn implements HttpAuthenticationMechanism {

    /** Request attribute with the {@link Refused} that a resource would only spoil: the token did not hold. */
    public static final String REFUSED = SignedIn.class.getName() + ".refused";

    @Inject
    private Tokens tokens;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Optional<String> person =
                Api.isUnder(request.getRequestURI()) ? personByToken(request) : SignIn.personIn(request);
        return person.isPresent() ? context.notifyContainerAboutLogin(person.get(), Set.of()) : context.doNothing();
    }

    private Optional<String> personByToken(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization == null) {
            return Optional.empty();
        }
        try {
            Optional<String> person = Tokens.inHeader(authorization).flatMap(tokens::personOf);
            if (person.isEmpty()) {
                request.setAttribute(REFUSED, new Refused(Reason.UNAUTHENTICATED, "problem.unauthenticated.token"));
            }
            return person;
        } catch (RuntimeException e) {
            request.setAttribute(REFUSED, Refusals.of(e));
            return Optional.empty();
        }
    }
}
