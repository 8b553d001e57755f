package org.evenhall.bookings.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.evenhall.bookings.Holds;
import org.evenhall.bookings.desk.Appointments;
import org.evenhall.identity.Caller;
import org.evenhall.platform.jobs.TimerJob;

/** Frees the time of a hold that nobody took up. */
@ApplicationScoped
public class EndHold implements TimerJob {

    @Inject
    private Holds holds;

    @Override
    public String kind() {
        return Appointments.HOLD_DUE;
    }

    @Override
    public void run(String subject, Instant due) {
        holds.end(Caller.system(), subject);
    }
}
