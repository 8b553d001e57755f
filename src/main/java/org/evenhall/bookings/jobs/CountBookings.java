package org.evenhall.bookings.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import org.evenhall.bookings.Closures;
import org.evenhall.bookings.desk.Appointments;
import org.evenhall.identity.Caller;
import org.evenhall.platform.jobs.TimerJob;

/** Closes a day that has not as many bookings as it needs. */
@ApplicationScoped
public class CountBookings implements TimerJob {

    @Inject
    private Closures closures;

    @Override
    public String kind() {
        return Appointments.MINIMUM_DUE;
    }

    @Override
    public void run(String subject, Instant due) {
        String[] spaceAndDay = subject.split("/");
        closures.closeUnlessBooked(Caller.system(), spaceAndDay[0], LocalDate.parse(spaceAndDay[1]));
    }
}
