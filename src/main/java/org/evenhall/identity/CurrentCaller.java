package org.evenhall.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.evenhall.platform.language.Language;

/** Who makes this request, with the rights of this moment; resources and pages hand it to the doors. */
@RequestScoped
public class CurrentCaller {

    @Inject
    private HttpServletRequest request;

    @Inject
    private Language language;

    @Inject
    private People people;

    private Caller caller;

    public Caller get() {
        if (caller == null) {
            Principal principal = request.getUserPrincipal();
            Caller nobody = Caller.anonymous(language.getLocale());
            caller = principal == null
                    ? nobody
                    : people.caller(principal.getName(), language.getLocale()).orElse(nobody);
        }
        return caller;
    }
}
