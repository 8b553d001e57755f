package org.evenhall.availability.store;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.evenhall.availability.domain.CityIndex;
import org.evenhall.availability.domain.DaySheet;
import org.evenhall.openings.Openings;
import org.evenhall.platform.Started;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.CatalogueChanged;

/**
 * Keeps the index of this node in line with the database. What this node commits is taken over at once; what other nodes
 * commit is read from the traces they leave, twice a second. Traces of the last two transaction time-outs are looked at
 * again each time, because their numbers commit out of order. When the catalogue changes or a day ends, the index is built
 * anew.
 */
@ApplicationScoped
public class IndexKeeper {

    /** How many days ahead are kept in memory. Beyond them the database is asked. */
    static final int HORIZON_DAYS = 100;

    private static final Duration LOOK_BACK = Duration.ofMinutes(4);
    private static final Duration KEEP_TRACES = Duration.ofMinutes(10);
    private static final long POLL_MILLIS = 500;
    private static final Logger LOG = Logger.getLogger(IndexKeeper.class.getName());

    @Inject
    private Catalogue catalogue;

    @Inject
    private Openings openings;

    @Inject
    private Sheets sheets;

    @Inject
    private Clock clock;

    @Resource
    private ManagedScheduledExecutorService timers;

    private final ReadWriteLock building = new ReentrantReadWriteLock();
    private final Set<Long> seen = new HashSet<>();
    private volatile CityIndex index;
    private volatile int today;
    private volatile Instant followedAt;

    void start(@Observes @Priority(Started.DERIVED) Started started) {
        build();
    }

    void follow(@Observes @Priority(Started.WORK) Started started) {
        timers.scheduleWithFixedDelay(() -> safely(this::endDay), 1, 1, TimeUnit.MINUTES);
        if (sheets.sharedWithOtherNodes()) {
            timers.scheduleWithFixedDelay(
                    () -> safely(this::followOthers), POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
            timers.scheduleWithFixedDelay(() -> safely(this::forgetTraces), 1, 1, TimeUnit.MINUTES);
        }
    }

    void catalogueChanged(@Observes CatalogueChanged changed) {
        build();
    }

    void sheetsWritten(@Observes(during = TransactionPhase.AFTER_SUCCESS) SheetsWritten written) {
        apply(written.sheets());
    }

    Instant now() {
        return clock.instant();
    }

    public CityIndex index() {
        return index;
    }

    /** An index that covers these UTC days: the one kept, or one made for the question from the database. */
    public CityIndex covering(int fromDay, int toDay) {
        CityIndex kept = index;
        return kept.covers(fromDay) && kept.covers(toDay)
                ? kept
                : new CityIndex(
                        catalogue.snapshot().all(),
                        openings::of,
                        fromDay,
                        toDay - fromDay + 1,
                        sheets.all(fromDay, toDay));
    }

    private void build() {
        building.writeLock().lock();
        try {
            today = Math.toIntExact(
                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay());
            index = new CityIndex(
                    catalogue.snapshot().all(),
                    openings::of,
                    today - 1,
                    HORIZON_DAYS + 2,
                    sheets.all(today - 1, today + HORIZON_DAYS));
            followedAt = clock.instant();
        } finally {
            building.writeLock().unlock();
        }
    }

    private void apply(Collection<DaySheet> written) {
        building.readLock().lock();
        try {
            written.forEach(index::apply);
        } finally {
            building.readLock().unlock();
        }
    }

    private void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The index could not follow the database; it will try again", e);
        }
    }

    private void endDay() {
        if (LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay() != today) {
            build();
        }
    }

    private void followOthers() {
        Instant now = clock.instant();
        if (followedAt.isBefore(now.minus(LOOK_BACK))) {
            build();
            return;
        }
        List<Sheets.Trace> traces = sheets.tracesSince(now.minus(LOOK_BACK));
        for (Sheets.Trace trace : traces) {
            if (!seen.contains(trace.seq())) {
                apply(sheets.ofSpace(trace.spaceId(), trace.day(), trace.day()));
                seen.add(trace.seq());
            }
        }
        seen.retainAll(traces.stream().map(Sheets.Trace::seq).collect(Collectors.toSet()));
        followedAt = now;
    }

    private void forgetTraces() {
        sheets.forgetTracesBefore(clock.instant().minus(KEEP_TRACES));
    }
}
