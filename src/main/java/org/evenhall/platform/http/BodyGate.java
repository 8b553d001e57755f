package org.evenhall.platform.http;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;

/**
 * A method that says what it consumes, itself or by its class, gets a command: without a body no reader would be asked, and the command would be
 * null. A method that does not say so takes a command or none.
 */
@Provider
public class BodyGate implements ContainerRequestFilter {

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext context) {
        if (!context.hasEntity() && asksFor(resource.getResourceMethod())) {
            throw Refused.malformed(Violation.of("json", null, "malformed.empty"));
        }
    }

    /** Whether a method of a resource is never called without a command. */
    public static boolean asksFor(Method method) {
        boolean consumes = method.isAnnotationPresent(Consumes.class)
                || method.getDeclaringClass().isAnnotationPresent(Consumes.class);
        return consumes && Arrays.stream(method.getParameterTypes()).anyMatch(Class::isRecord);
    }
}
