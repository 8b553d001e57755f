package org.evenhall.bookings.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.evenhall.bookings.domain.Minimum;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.platform.jobs.Timers;

/**
 * Sees to it that somebody counts the bookings of a day that needs a minimum, when the time has come. A day that nobody
 * books needs no timer: the rule refuses whoever comes too late.
 */
@ApplicationScoped
public class Minimums {

    private Timers timers;

    protected Minimums() {}

    @Inject
    public Minimums(Timers timers) {
        this.timers = timers;
    }

    /** A wish has become a booking; the site is locked. */
    public void watch(Wish wish) {
        Minimum.of(wish.policy(), wish.days(), wish.day())
                .filter(minimum -> wish.now().isBefore(minimum.by()))
                .ifPresent(minimum ->
                        timers.set(Appointments.MINIMUM_DUE, wish.space().id() + "/" + wish.day(), minimum.by()));
    }
}
