package org.evenhall.bookings.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.evenhall.bookings.Waitlist;
import org.evenhall.bookings.desk.Appointments;
import org.evenhall.identity.Caller;
import org.evenhall.platform.jobs.TimerJob;

/** Ends offers that nobody took, so that it is the next one's turn, and looks again for those who wait. */
@ApplicationScoped
public class WaitingDue implements TimerJob {

    @Inject
    private Waitlist waitlist;

    @Override
    public String kind() {
        return Appointments.WAITING_DUE;
    }

    @Override
    public void run(String subject, Instant due) {
        waitlist.due(Caller.system(), subject);
    }
}
