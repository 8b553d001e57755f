package org.evenhall.platform.nodes;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.evenhall.platform.Started;

/**
 * Reads twice a second what other nodes changed, and tells whoever keeps such things in memory. The position is taken
 * before anything is loaded at the start, so that no change falls between the two. It moves on only when all have taken
 * over what was found; until then they hear of it again.
 */
@ApplicationScoped
public class Following {

    /** Before the first observer that loads anything. */
    static final int BEFORE_ANYTHING_IS_LOADED = Started.DATA - 900;

    private static final Duration KEEP_TRACES = Duration.ofMinutes(10);
    private static final Duration LONGEST_ABSENCE = Duration.ofMinutes(5);
    private static final long LOOK_MILLIS = 500;
    private static final Logger LOG = Logger.getLogger(Following.class.getName());

    private final Traces traces;
    private final Event<TracesFound> found;
    private final Clock clock;
    private volatile Position position;
    private Instant looked;

    @Resource
    private ManagedScheduledExecutorService timers;

    Following() {
        this(null, null, null);
    }

    @Inject
    public Following(Traces traces, Event<TracesFound> found, Clock clock) {
        this.traces = traces;
        this.found = found;
        this.clock = clock;
    }

    void begin(@Observes @Priority(BEFORE_ANYTHING_IS_LOADED) Started started) {
        if (traces.areFollowed()) {
            takePosition();
        }
    }

    void follow(@Observes @Priority(Started.WORK) Started started) {
        if (traces.areFollowed()) {
            timers.scheduleWithFixedDelay(() -> safely(this::look), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
            timers.scheduleWithFixedDelay(
                    () -> safely(() -> traces.forgetOlderThan(KEEP_TRACES)), 1, 1, TimeUnit.MINUTES);
        }
    }

    /** From here on nothing is missed: what is not committed yet is either above the highest number or missing. */
    public synchronized void takePosition() {
        looked = clock.instant();
        long settled = traces.highestBefore(Position.PATIENCE);
        position = Position.at(settled).having(new HashSet<>(traces.numbersAfter(settled)), looked);
    }

    /** Tells of what other nodes have committed since the last look. */
    public synchronized void look() {
        Instant now = clock.instant();
        if (looked.isBefore(now.minus(LONGEST_ABSENCE))) {
            takePosition();
            found.fire(new TracesFound(List.of(), true));
            return;
        }
        List<Trace> news = new ArrayList<>(traces.after(position.highest()));
        news.addAll(traces.among(position.missed()));
        Set<Long> numbers = news.stream().map(Trace::seq).collect(Collectors.toSet());
        news.removeIf(traces::leftByThisNode);
        if (!news.isEmpty()) {
            found.fire(new TracesFound(news, false));
        }
        position = position.having(numbers, now);
        looked = now;
    }

    /**
     * Looks at once if other nodes have changed anything that a change is judged by: spaces, hours, rules. It costs one
     * statement by index where they have not. Day sheets wait for the next look, since the calendar itself decides who
     * has the time.
     */
    public void catchUp() {
        if (traces.areFollowed()) {
            safely(() -> {
                Position reached = position;
                if (traces.decisiveAfter(reached.settled()).stream().anyMatch(reached::isNews)) {
                    look();
                }
            });
        }
    }

    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Other nodes could not be followed; it will be tried again", e);
        }
    }
}
