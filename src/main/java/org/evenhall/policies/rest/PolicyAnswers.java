package org.evenhall.policies.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.platform.http.Etags;
import org.evenhall.platform.http.Parameters;
import org.evenhall.policies.Policies;
import org.evenhall.policies.PolicyHolder;
import org.evenhall.policies.StatePolicy;
import org.evenhall.policies.StatedPolicy;

/** What every address of a policy does, whosoever policy it is. */
@ApplicationScoped
public class PolicyAnswers {

    @Inject
    private Policies policies;

    @Inject
    private CurrentCaller caller;

    @Context
    private UriInfo uri;

    @Context
    private HttpHeaders headers;

    Response get(PolicyHolder holder) {
        return answer(policies.stated(caller.get(), holder));
    }

    /** With {@code ?preview=true} nothing is stored, so that no version need be named. */
    Response put(PolicyHolder holder, StatePolicy stated) {
        if (stated == null) {
            throw Refused.malformed(Violation.of("json", null, "malformed.empty"));
        }
        return answer(
                Parameters.of(uri).flag("preview")
                        ? policies.preview(caller.get(), holder, stated)
                        : policies.state(caller.get(), holder, stated, Etags.expected(headers)));
    }

    private static Response answer(StatedPolicy policy) {
        return Response.ok(policy)
                .header(HttpHeaders.ETAG, Etags.of(policy.version()))
                .build();
    }
}
