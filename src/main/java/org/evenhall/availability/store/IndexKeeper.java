package org.evenhall.availability.store;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.evenhall.availability.Margins;
import org.evenhall.availability.MarginsChanged;
import org.evenhall.availability.domain.CityIndex;
import org.evenhall.availability.domain.DaySheet;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.openings.HoursChanged;
import org.evenhall.openings.Openings;
import org.evenhall.platform.Started;
import org.evenhall.platform.nodes.Trace;
import org.evenhall.platform.nodes.TracesFound;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.CatalogueChanged;
import org.evenhall.spaces.Listed;

/**
 * Keeps the index of this node in line with the database. What this node commits is taken over at once; of what other
 * nodes commit it hears by their traces. When a day ends and after an import the index is built anew; when a few spaces,
 * hours or margins change, their sites are worked out anew by a thread of its own, which reads the database after the
 * commit.
 */
@ApplicationScoped
public class IndexKeeper {

    /** How many days ahead are kept in memory. Beyond them the database is asked. */
    static final int HORIZON_DAYS = 100;

    /** Local days begin up to a day before the UTC day, and margins look a day further. */
    private static final int DAYS_BACK = 2;

    /** More sites than this are not worked out one by one. */
    private static final int MOST_RENEWED = 50;

    private static final int MOST_AT_ONCE = 2;
    private static final int LONGEST_WAIT_SECONDS = 10;

    private static final Logger LOG = Logger.getLogger(IndexKeeper.class.getName());

    @Inject
    private Catalogue catalogue;

    @Inject
    private Openings openings;

    @Inject
    private Sheets sheets;

    @Inject
    private Clock clock;

    @Inject
    private Instance<Margins> implementations;

    @Resource
    private ManagedScheduledExecutorService timers;

    private final ReadWriteLock building = new ReentrantReadWriteLock();
    private final Semaphore making = new Semaphore(MOST_AT_ONCE, true);
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final AtomicBoolean outdated = new AtomicBoolean();
    private volatile CityIndex index;
    private volatile int today;

    void start(@Observes @Priority(Started.DERIVED) Started started) {
        build();
    }

    void follow(@Observes @Priority(Started.WORK) Started started) {
        timers.scheduleWithFixedDelay(() -> safely(this::catchUp), 1, 1, TimeUnit.MINUTES);
    }

    void catalogueChanged(@Observes CatalogueChanged event) {
        if (event.everything()) {
            build();
        } else {
            var snapshot = catalogue.snapshot();
            renewSoon(event.sites().stream()
                    .flatMap(site -> snapshot.ofSite(site).stream())
                    .map(Listed::id)
                    .toList());
        }
    }

    void hoursChanged(@Observes HoursChanged event) {
        renewSoon(event.spaceIds());
    }

    void marginsChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) MarginsChanged event) {
        renewSoon(event.spaceIds());
    }

    /** What changed beside sheets is told by those who keep the catalogue, the hours and the rules, and who come before. */
    void othersChanged(@Observes @Priority(Started.DERIVED) TracesFound found) {
        Map<Integer, Set<String>> spacesByDay = found.of(Trace.SHEET).stream()
                .collect(Collectors.groupingBy(Trace::day, Collectors.mapping(Trace::subject, Collectors.toSet())));
        spacesByDay.forEach((day, spaces) -> apply(sheets.of(spaces, day, day)));
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

    /** What is kept free around claims, by the rules of the moment. */
    public Margins margins() {
        return implementations.isUnsatisfied() ? Margins.NONE : implementations.get();
    }

    /** Whether free times of these UTC days can be asked of {@link #index}; margins look a day further. */
    public boolean covers(int fromDay, int toDay) {
        CityIndex kept = index;
        return kept.covers(fromDay) && kept.covers(toDay + 1);
    }

    /**
     * Asks an index that covers these UTC days: the one kept, or beyond it one that is made of the database for the
     * question. That takes time and memory, so it is made of no more spaces than the question is about and what stands on
     * their sites, and {@value #MOST_AT_ONCE} are made at a time.
     *
     * @param wanted which spaces the question is about
     */
    public <T> T ask(int fromDay, int toDay, Predicate<Listed> wanted, Function<CityIndex, T> question) {
        if (covers(fromDay, toDay)) {
            return question.apply(index);
        }
        try {
            if (!making.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new Refused(Reason.BUSY, "problem.busy.detail");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(Reason.BUSY, "problem.busy.detail");
        }
        try {
            var snapshot = catalogue.snapshot();
            Set<String> sites = new HashSet<>();
            snapshot.all().stream().filter(wanted).forEach(space -> sites.add(space.site()));
            List<Listed> needed = snapshot.all().stream()
                    .filter(space -> sites.contains(space.site()))
                    .toList();
            return question.apply(
                    new CityIndex(needed, openings::of, margins(), fromDay - 1, toDay - fromDay + 3, sheets::onDay));
        } finally {
            making.release();
        }
    }

    private void build() {
        building.writeLock().lock();
        try {
            today = Math.toIntExact(
                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay());
            index = new CityIndex(
                    catalogue.snapshot().all(),
                    openings::of,
                    margins(),
                    today - DAYS_BACK,
                    DAYS_BACK + HORIZON_DAYS + 2,
                    sheets::onDay);
        } finally {
            building.writeLock().unlock();
        }
    }

    /** Works free times out anew after hours, margins or capacities of spaces have changed; from the catalogue as it is. */
    public void renew(Collection<String> spaceIds) {
        building.writeLock().lock();
        try {
            var snapshot = catalogue.snapshot();
            Set<String> sites = new HashSet<>();
            spaceIds.forEach(id -> snapshot.find(id).ifPresent(space -> sites.add(space.site())));
            if (sites.size() > MOST_RENEWED || !sites.stream().allMatch(site -> renew(snapshot.ofSite(site)))) {
                build();
            }
        } finally {
            building.writeLock().unlock();
        }
    }

    private boolean renew(List<Listed> ofSite) {
        List<String> ids = ofSite.stream().map(Listed::id).toList();
        return index.renew(ofSite, margins(), sheets.of(ids, today - DAYS_BACK, today + HORIZON_DAYS + 1));
    }

    /** One pass serves all changes until it begins; what changes before the first build is in it anyway. */
    private void renewSoon(Collection<String> spaceIds) {
        if (index == null) {
            return;
        }
        changed.addAll(spaceIds);
        if (waiting.compareAndSet(false, true)) {
            timers.execute(() -> safely(this::renewChanged));
        }
    }

    private void renewChanged() {
        waiting.set(false);
        Set<String> spaceIds = new HashSet<>();
        changed.removeIf(spaceIds::add);
        try {
            renew(spaceIds);
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
            LOG.log(Level.WARNING, "The index could not be renewed; it will be tried again", e);
        }
    }

    private void catchUp() {
        boolean dayEnded = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay() != today;
        if (dayEnded || outdated.get()) {
            build();
            outdated.set(false);
        }
    }
}
