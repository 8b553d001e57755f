package org.evenhall.platform.jobs;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.evenhall.platform.Started;
import org.evenhall.platform.persistence.DatabaseClock;
import org.evenhall.platform.persistence.Trouble;

/**
 * Runs what is due on this node: two threads for timers, so that one job that waits does not hold up all others, and one
 * for the jobs of each day, which may take long. A timer is taken by an update that states how it was seen, in a statement
 * of its own; so each is taken once, on whatever node.
 */
@ApplicationScoped
class TimerRunner {

    /** Longer than a transaction may last (two minutes), or a job under way would be begun anew by somebody else. */
    static final Duration LEASE = Duration.ofMinutes(3);

    static final Duration LONG_LEASE = Duration.ofHours(2);

    private static final Logger LOG = Logger.getLogger(TimerRunner.class.getName());
    private static final int THREADS = 2;
    private static final long STOP_MILLIS = 10_000;
    private static final String EACH_DAY = "daily";

    private final Map<String, TimerJob> jobs = new HashMap<>();
    private final Map<String, RecurringJob> daily = new HashMap<>();
    private final List<Rounds> rounds = new ArrayList<>();

    private TimerRows rows;
    private TimerTurn turn;
    private DatabaseClock clock;
    private Clock own;

    @Resource
    private ManagedExecutorService threads;

    TimerRunner() {}

    @Inject
    TimerRunner(
            TimerRows rows,
            TimerTurn turn,
            DatabaseClock clock,
            Clock own,
            @Any Instance<TimerJob> jobs,
            @Any Instance<RecurringJob> daily) {
        this(rows, turn, clock, own, jobs.stream().toList(), daily.stream().toList());
    }

    /** @param own the clock of this process, by which jobs see whether what they look at is due */
    TimerRunner(
            TimerRows rows,
            TimerTurn turn,
            DatabaseClock clock,
            Clock own,
            List<TimerJob> jobs,
            List<RecurringJob> daily) {
        this.rows = rows;
        this.turn = turn;
        this.clock = clock;
        this.own = own;
        jobs.forEach(job -> mustBeOnly(job.kind(), this.jobs.put(job.kind(), job)));
        daily.forEach(job -> mustBeOnly(job.kind(), this.daily.put(job.kind(), job)));
        this.daily.keySet().forEach(kind -> mustBeOnly(kind, this.jobs.get(kind)));
    }

    private static void mustBeOnly(String kind, Object other) {
        if (other != null) {
            throw new IllegalStateException("Two jobs are called " + kind);
        }
    }

    void start(@Observes @Priority(Started.WORK) Started started) {
        seed();
        for (int i = 0; i < THREADS && !jobs.isEmpty(); i++) {
            begin(new Rounds("The timers of this node", this::runOne));
        }
        if (!daily.isEmpty()) {
            begin(new Rounds("The daily work of this node", this::runOneOfTheDay));
        }
    }

    private void begin(Rounds each) {
        rounds.add(each);
        threads.execute(each);
    }

    /** Before the embedded database is closed, or a late look at it would open it again. */
    void stop(@Observes @Priority(Started.STOP_WORK) @Destroyed(ApplicationScoped.class) Object context) {
        rounds.forEach(Rounds::stop);
        rounds.forEach(each -> each.awaitEnd(STOP_MILLIS));
    }

    /** Puts in the timers of daily jobs that no node has put in yet. */
    void seed() {
        Instant now = clock.instant();
        for (RecurringJob job : daily.values()) {
            if (!rows.isSet(job.kind(), EACH_DAY)) {
                try {
                    rows.set(job.kind(), EACH_DAY, next(job.at(), now));
                } catch (RuntimeException e) {
                    if (!Trouble.isDuplicate(e)) {
                        throw e;
                    }
                    LOG.fine("Another node was first to put in " + job.kind());
                }
            }
        }
    }

    /**
     * Runs one timer that is due; false where there is none. What is not due yet by the clock of this node is left to another
     * one, or for later: its job would find that there is nothing to do, and the timer would be gone.
     */
    boolean runOne() {
        Instant now = own.instant();
        List<TimerRows.Due> due = rows.due(jobs.keySet()).stream()
                .filter(seen -> !seen.due().isAfter(now))
                .toList();
        for (TimerRows.Due seen : due) {
            TimerRows.Due taken = rows.take(seen, LEASE);
            if (taken != null) {
                attempt(taken, () -> turn.run(jobs.get(taken.kind()), taken));
                return true;
            }
        }
        return !due.isEmpty();
    }

    boolean runOneOfTheDay() {
        List<TimerRows.Due> due = rows.due(daily.keySet());
        for (TimerRows.Due seen : due) {
            TimerRows.Due taken = rows.take(seen, LONG_LEASE);
            if (taken != null) {
                RecurringJob job = daily.get(taken.kind());
                attempt(taken, () -> {
                    job.run(taken.due());
                    rows.again(taken, next(job.at(), clock.instant()));
                });
                return true;
            }
        }
        return !due.isEmpty();
    }

    private void attempt(TimerRows.Due taken, Runnable work) {
        try {
            work.run();
        } catch (LostLease e) {
            LOG.warning(e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.log(
                    Level.WARNING,
                    taken.attempts() > 1 ? null : e,
                    () -> "The timer " + taken.kind() + " of " + taken.subject() + " failed at try " + taken.attempts()
                            + ": " + Failures.kind(e));
            rows.failed(taken, Failures.kind(e));
        }
    }

    /** The first such time of day after a moment. */
    static Instant next(LocalTime at, Instant after) {
        OffsetDateTime now = after.atOffset(ZoneOffset.UTC);
        OffsetDateTime today = now.with(at);
        return (today.isAfter(now) ? today : today.plusDays(1)).toInstant();
    }
}
