package org.evenhall.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.evenhall.identity.store.PersonStore;
import org.evenhall.platform.language.Language;

/**
 * Signing in on a page: the session remembers the person, under an id that nobody could know before (against session
 * fixation). Redirect after it, so that the next request is the person's.
 */
@ApplicationScoped
public class SignIn {

    private static final String PERSON = SignIn.class.getName() + ".person";

    @Inject
    private HttpServletRequest request;

    @Inject
    private Passwords passwords;

    @Inject
    private PersonStore store;

    /** Whether name and password are right; the answer takes the same time whatever is wrong. */
    public boolean with(String username, String password) {
        if (username == null || password == null) {
            return false;
        }
        Optional<String> person = passwords.personWith(username, password);
        if (person.isPresent()) {
            HttpSession session = request.getSession(true);
            request.changeSessionId();
            session.setAttribute(PERSON, person.get());
            store.proposeLanguage(person.get(), Language.of(request));
        }
        return person.isPresent();
    }

    /** Forgets the session with all that is in it. */
    public void out() {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** The id of the person that the session remembers. */
    public static Optional<String> personIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((String) session.getAttribute(PERSON));
    }
}
