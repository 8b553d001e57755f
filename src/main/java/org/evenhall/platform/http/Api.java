package org.evenhall.platform.http;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The REST interface. Every resource and provider of the war belongs to it. */
@ApplicationPath(Api.PATH)
public class Api extends Application {

    /** Where it begins. */
    public static final String PATH = "/api/v1";

    /** Whether a request URI is one of programs, which are answered in JSON whatever happens. */
    public static boolean isUnder(String requestUri) {
        return requestUri != null && (requestUri.equals("/api") || requestUri.startsWith("/api/"));
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.server.wadl.disableWadl", true,
                "jersey.config.beanValidation.disable.server", true);
    }
}
