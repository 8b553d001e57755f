package org.evenhall.bookings.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import org.evenhall.bookings.Waitlist;
import org.evenhall.identity.Caller;
import org.evenhall.platform.jobs.RecurringJob;

/** Forgets who waited for what is long over. */
@ApplicationScoped
public class TidyWaitlist implements RecurringJob {

    @Inject
    private Waitlist waitlist;

    @Override
    public String kind() {
        return "tidy-waitlist";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(2, 40);
    }

    @Override
    public void run(Instant due) {
        while (waitlist.tidy(Caller.system()) > 0) {
            continue;
        }
    }
}
