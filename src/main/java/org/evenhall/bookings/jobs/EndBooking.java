package org.evenhall.bookings.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.evenhall.bookings.CheckIns;
import org.evenhall.bookings.desk.Appointments;
import org.evenhall.identity.Caller;
import org.evenhall.platform.jobs.TimerJob;

/** Lets a request lapse that nobody decided, and takes the room back from who did not come. */
@ApplicationScoped
public class EndBooking implements TimerJob {

    @Inject
    private CheckIns checkIns;

    @Override
    public String kind() {
        return Appointments.BOOKING_DUE;
    }

    @Override
    public void run(String subject, Instant due) {
        checkIns.end(Caller.system(), subject);
    }
}
