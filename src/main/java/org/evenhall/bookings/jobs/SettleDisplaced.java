package org.evenhall.bookings.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.evenhall.bookings.Closures;
import org.evenhall.bookings.desk.Appointments;
import org.evenhall.identity.Caller;
import org.evenhall.platform.jobs.TimerJob;

/** Sees to a booking that a closure hit, where whoever closed did not get to it. */
@ApplicationScoped
public class SettleDisplaced implements TimerJob {

    @Inject
    private Closures closures;

    @Override
    public String kind() {
        return Appointments.DISPLACED;
    }

    @Override
    public void run(String subject, Instant due) {
        String[] ids = subject.split("/");
        closures.settle(Caller.system(), ids[0], ids[1]);
    }
}
