package org.evenhall.policies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.Visibility;

/** Hides a space outside the days on which its owner's rules show it. */
@ApplicationScoped
public class VisibleDays implements Visibility {

    private Policies policies;
    private Clock clock;

    protected VisibleDays() {}

    @Inject
    public VisibleDays(Policies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public boolean allows(Listed space) {
        return policies.of(space).visibleOn(LocalDate.ofInstant(clock.instant(), space.zone()));
    }
}
