package org.evenhall.platform;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.evenhall.platform.persistence.ConfiguredDataSource;
import org.evenhall.platform.persistence.Migrations;

/**
 * Starts the application in one order: settings are checked, the schema is brought up to date, features prepare
 * themselves on {@link Started}, and only then it is ready. What goes wrong on the way ends the deployment and is left
 * in the system property {@value #FAILURE} for whoever started the server, because Payara Micro itself keeps running.
 */
@ApplicationScoped
public class Startup {

    /** System property with the sentence that says why the application did not start. */
    public static final String FAILURE = "evenhall.failure";

    /** System property that is set when the process was told to end, while requests under way may still finish. */
    public static final String STOPPING = "evenhall.stopping";

    private static final Logger LOG = Logger.getLogger(Startup.class.getName());

    @Inject
    private Configuration configuration;

    @Inject
    private Event<Started> started;

    private volatile boolean ready;

    void start(@Observes @Priority(100) @Initialized(ApplicationScoped.class) Object context) {
        try {
            configuration.mustMakeSense();
            Migrations.of(configuration).run();
            started.fire(new Started());
            ready = true;
        } catch (RuntimeException | Error e) {
            LOG.log(Level.SEVERE, "Evenhall does not start", e);
            System.setProperty(FAILURE, sentence(e));
            throw e;
        }
    }

    void stop(@Observes @Priority(10_000) @Destroyed(ApplicationScoped.class) Object context) {
        ready = false;
        ConfiguredDataSource.stop(configuration);
    }

    /** Whether everything that the application needs before the first request is there, and will be for a while. */
    public boolean isReady() {
        return ready && System.getProperty(STOPPING) == null;
    }

    private static String sentence(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null && !(cause instanceof IllegalStateException)) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null
                ? cause.toString()
                : cause.getMessage().strip();
    }
}
