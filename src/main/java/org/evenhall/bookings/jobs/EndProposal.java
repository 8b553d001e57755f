package org.evenhall.bookings.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.evenhall.bookings.Displacements;
import org.evenhall.bookings.desk.Appointments;
import org.evenhall.identity.Caller;
import org.evenhall.platform.jobs.TimerJob;

/** Ends a booking whose booker did not say whether they take what is proposed instead. */
@ApplicationScoped
public class EndProposal implements TimerJob {

    @Inject
    private Displacements displacements;

    @Override
    public String kind() {
        return Appointments.PROPOSAL_DUE;
    }

    @Override
    public void run(String subject, Instant due) {
        displacements.lapse(Caller.system(), subject);
    }
}
