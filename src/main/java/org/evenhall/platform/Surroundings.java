package org.evenhall.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/** What comes in from outside: the time and the operator's settings. Nobody else asks the machine for either. */
@ApplicationScoped
public class Surroundings {

    /** In milliseconds, as the database keeps instants: what is answered now reads the same later. */
    @Produces
    @Singleton
    public Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Produces
    @Singleton
    public Configuration configuration() {
        return Configuration.ofProcess();
    }
}
