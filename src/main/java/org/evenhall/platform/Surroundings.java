package org.evenhall.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What comes in from outside: the time and the operator's settings. Nobody else asks the machine for either. */
@ApplicationScoped
public class Surroundings {

    @Produces
    @Singleton
    public Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    public Configuration configuration() {
        return Configuration.ofProcess();
    }
}
