package org.evenhall.platform.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;

/** A resource that takes a command gets one: without a body no reader is asked, and the command would be null. */
@Provider
public class BodyGate implements ContainerRequestFilter {

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext context) {
        if (!context.hasEntity() && takesCommand()) {
            throw Refused.malformed(Violation.of("json", null, "malformed.empty"));
        }
    }

    private boolean takesCommand() {
        return Arrays.stream(resource.getResourceMethod().getParameterTypes()).anyMatch(Class::isRecord);
    }
}
