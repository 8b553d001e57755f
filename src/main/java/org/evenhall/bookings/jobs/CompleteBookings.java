package org.evenhall.bookings.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import org.evenhall.bookings.CheckIns;
import org.evenhall.identity.Caller;
import org.evenhall.platform.jobs.RecurringJob;

/** Writes down which bookings are over. What a booking is does not wait for this; what reads the table does. */
@ApplicationScoped
public class CompleteBookings implements RecurringJob {

    @Inject
    private CheckIns checkIns;

    @Override
    public String kind() {
        return "complete-bookings";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(2, 10);
    }

    @Override
    public void run(Instant due) {
        boolean more = true;
        while (more) {
            more = checkIns.complete(Caller.system());
        }
    }
}
