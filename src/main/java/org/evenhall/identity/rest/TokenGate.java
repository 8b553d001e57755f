package org.evenhall.identity.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.evenhall.identity.web.SignedIn;
import org.evenhall.kernel.Refused;

/** Who shows a token that does not hold is told so, instead of being served as nobody. */
@Provider
@PreMatching
public class TokenGate implements ContainerRequestFilter {

    @Context
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        if (request.getAttribute(SignedIn.REFUSED) instanceof Refused refused) {
            throw refused;
        }
    }
}
