package org.evenhall.portal.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.platform.faces.Say;
import org.evenhall.platform.http.Errors;

/** What the error page tells: a refusal in the reader's language. */
@Named
@RequestScoped
public class Failure {

    @Inject
    private HttpServletRequest request;

    @Inject
    private Say say;

    public String getTitle() {
        return say.text("problem." + refused().reason().slug() + ".title");
    }

    public String getDetail() {
        return say.text(refused().key(), refused().args().toArray());
    }

    private Refused refused() {
        return request.getAttribute(Errors.REFUSED) instanceof Refused refused
                ? refused
                : new Refused(Reason.NOT_FOUND, "problem.not-found.detail");
    }
}
