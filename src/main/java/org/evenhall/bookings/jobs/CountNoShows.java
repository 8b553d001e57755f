package org.evenhall.bookings.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.evenhall.bookings.Pauses;
import org.evenhall.bookings.desk.Appointments;
import org.evenhall.identity.Caller;
import org.evenhall.platform.jobs.TimerJob;

/** Pauses who stayed away too often. */
@ApplicationScoped
public class CountNoShows implements TimerJob {

    @Inject
    private Pauses pauses;

    @Override
    public String kind() {
        return Appointments.MISSED;
    }

    @Override
    public void run(String subject, Instant due) {
        pauses.count(Caller.system(), subject);
    }
}
