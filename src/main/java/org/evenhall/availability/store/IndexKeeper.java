package org.evenhall.availability.store;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.evenhall.availability.domain.CityIndex;
import org.evenhall.availability.domain.DaySheet;
import org.evenhall.openings.HoursChanged;
import org.evenhall.openings.Openings;
import org.evenhall.platform.Started;
import org.evenhall.platform.nodes.Trace;
import org.evenhall.platform.nodes.TracesFound;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.CatalogueChanged;

/**
 * Keeps the index of this node in line with the database. What this node commits is taken over at once; of what other
 * nodes commit it hears by their traces. When a day ends, and when spaces or opening hours change, the index is built
 * anew: at once after an import, otherwise by a thread of its own that builds for all who have changed something
 * meanwhile.
 */
@ApplicationScoped
public class IndexKeeper {

    /** How many days ahead are kept in memory. Beyond them the database is asked. */
    static final int HORIZON_DAYS = 100;

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
    private final AtomicBoolean outdated = new AtomicBoolean();
    private volatile CityIndex index;
    private volatile int today;

    void start(@Observes @Priority(Started.DERIVED) Started started) {
        build();
    }

    void follow(@Observes @Priority(Started.WORK) Started started) {
        timers.scheduleWithFixedDelay(() -> safely(this::catchUp), 1, 1, TimeUnit.MINUTES);
    }

    void catalogueChanged(@Observes CatalogueChanged changed) {
        if (changed.everything()) {
            build();
        } else {
            buildSoon();
        }
    }

    void hoursChanged(@Observes HoursChanged changed) {
        buildSoon();
    }

    /** What changed beside the sheets is told by those who keep the catalogue and the hours, and who come before. */
    void othersChanged(@Observes @Priority(Started.DERIVED) TracesFound found) {
        Map<Integer, Set<String>> spacesByDay = found.of(Trace.SHEET).stream()
                .collect(Collectors.groupingBy(Trace::day, Collectors.mapping(Trace::subject, Collectors.toSet())));
        spacesByDay.forEach((day, spaces) -> apply(sheets.of(spaces, day)));
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
        } finally {
            building.writeLock().unlock();
        }
    }

    /** One build serves all changes until it begins. */
    private void buildSoon() {
        if (outdated.compareAndSet(false, true)) {
            timers.execute(() -> safely(this::buildOutdated));
        }
    }

    private void buildOutdated() {
        outdated.set(false);
        try {
            build();
        } catch (RuntimeException e) {
            outdated.set(true);
            throw e;
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
            LOG.log(Level.WARNING, "The index could not be built anew; it will be tried again", e);
        }
    }

    private void catchUp() {
        boolean dayEnded = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay() != today;
        if (dayEnded || outdated.get()) {
            buildOutdated();
        }
    }
}
