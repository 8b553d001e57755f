package org.evenhall.openings.store;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.evenhall.openings.Evening;
import org.evenhall.openings.OpenDay;
import org.evenhall.openings.domain.FrozenHours;
import org.evenhall.openings.store.FrozenDays.FrozenDay;
import org.evenhall.platform.Started;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;

/**
 * Writes down each past day as the rules recorded by its end say, so that last year's figures stay what they were. It
 * catches up on days that ended while the server was down, and may be repeated: what is frozen stays.
 */
@ApplicationScoped
public class FreezeDays {

    private static final int BATCH = 500;
    private static final Logger LOG = Logger.getLogger(FreezeDays.class.getName());

    private Catalogue catalogue;
    private RuleBook book;
    private FrozenDays frozen;
    private Clock clock;

    @Resource
    private ManagedScheduledExecutorService timers;

    protected FreezeDays() {}

    @Inject
    public FreezeDays(Catalogue catalogue, RuleBook book, FrozenDays frozen, Clock clock) {
        this.catalogue = catalogue;
        this.book = book;
        this.frozen = frozen;
        this.clock = clock;
    }

    void begin(@Observes @Priority(Started.WORK) Started started) {
        timers.scheduleWithFixedDelay(this::freezeSafely, 0, 10, TimeUnit.MINUTES);
    }

    private void freezeSafely() {
        try {
            freeze();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Past days could not be frozen; it will be tried again", e);
        }
    }

    /** Freezes every day that has ended everywhere and is not frozen yet. */
    void freeze() {
        Instant now = clock.instant();
        List<Listed> spaces =
                catalogue.snapshot().all().stream().filter(Listed::published).toList();
        Optional<LocalDate> first = frozen.last().or(book::firstDay);
        for (LocalDate day = first.orElse(LocalDate.MAX); ended(day, spaces, now); day = day.plusDays(1)) {
            Set<String> done = new HashSet<>(frozen.frozenOn(day));
            LocalDate date = day;
            List<FrozenDay> missing = spaces.stream()
                    .filter(space -> !done.contains(space.id()))
                    .map(space -> frozenDay(space, date))
                    .toList();
            for (int from = 0; from < missing.size(); from += BATCH) {
                frozen.add(missing.subList(from, Math.min(missing.size(), from + BATCH)), now);
            }
        }
    }

    private static boolean ended(LocalDate day, List<Listed> spaces, Instant now) {
        return !day.equals(LocalDate.MAX)
                && !spaces.isEmpty()
                && spaces.stream().map(Listed::zone).distinct().noneMatch(zone -> FrozenHours.endOf(day, zone)
                        .isAfter(now));
    }

    private FrozenDay frozenDay(Listed space, LocalDate day) {
        OpenDay open = book.day(space, day, FrozenHours.endOf(day, space.zone()));
        return new FrozenDay(
                space.id(), day, FrozenHours.write(open, space.zone()), Evening.measure(open.open(), space.zone()));
    }
}
