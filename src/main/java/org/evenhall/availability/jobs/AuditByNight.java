package org.evenhall.availability.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import org.evenhall.availability.Nights;
import org.evenhall.identity.Caller;
import org.evenhall.platform.jobs.RecurringJob;

/** Lets the auditor look at everything once a night. */
@ApplicationScoped
public class AuditByNight implements RecurringJob {

    @Inject
    private Nights nights;

    @Override
    public String kind() {
        return "audit-calendar";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(2, 40);
    }

    @Override
    public void run(Instant due) {
        nights.audit(Caller.system());
    }
}
