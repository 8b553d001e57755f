package org.evenhall.bookings.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.evenhall.bookings.arrivals.Reminding;
import org.evenhall.bookings.desk.Appointments;
import org.evenhall.platform.jobs.TimerJob;

/** Reminds bookers of what is coming up. */
@ApplicationScoped
public class Remind implements TimerJob {

    @Inject
    private Reminding reminding;

    @Override
    public String kind() {
        return Appointments.REMINDER;
    }

    @Override
    public void run(String subject, Instant due) {
        reminding.of(subject);
    }
}
