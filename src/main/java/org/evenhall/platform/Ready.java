package org.evenhall.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The check {@code evenhall} at {@code /health/ready}: up once the schema, the data and the index are there. */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {

    @Inject
    private Startup startup;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("evenhall").status(startup.isReady()).build();
    }
}
