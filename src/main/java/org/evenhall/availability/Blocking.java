package org.evenhall.availability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evenhall.availability.domain.Occupancy;
import org.evenhall.availability.store.Blockade;
import org.evenhall.availability.store.Blockades;
import org.evenhall.availability.store.Claim;
import org.evenhall.availability.store.Claims;
import org.evenhall.availability.store.Place;
import org.evenhall.availability.store.Sheets;
import org.evenhall.availability.store.SheetsWritten;
import org.evenhall.availability.store.Sites;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;
import org.evenhall.spaces.Listed;

/**
 * Closures are no claims: they may overlap each other and what was claimed before; nothing new crosses one. They lock the
 * site as claims do.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Blocking {

    private static final long STEP_MILLIS = Duration.ofMinutes(5).toMillis();

    private Sites sites;
    private Claims claims;
    private Blockades blockades;
    private Sheets sheets;
    private Event<SheetsWritten> written;
    private Iterable<Waiters> waiters;
    private Clock clock;

    protected Blocking() {}

    @Inject
    public Blocking(
            Sites sites,
            Claims claims,
            Blockades blockades,
            Sheets sheets,
            Event<SheetsWritten> written,
            Instance<Waiters> waiters,
            Clock clock) {
        this(sites, claims, blockades, sheets, written, (Iterable<Waiters>) waiters, clock);
    }

    Blocking(
            Sites sites,
            Claims claims,
            Blockades blockades,
            Sheets sheets,
            Event<SheetsWritten> written,
            Iterable<Waiters> waiters,
            Clock clock) {
        this.sites = sites;
        this.claims = claims;
        this.blockades = blockades;
        this.sheets = sheets;
        this.written = written;
        this.waiters = waiters;
        this.clock = clock;
    }

    /** Closes a space for a time; what is claimed already stays until somebody finds it another place. */
    public Closing block(Listed space, TimeRange slot, String reason) {
        sites.lock(List.of(space.site()));
        var closing = new Closing(Ids.next(), space.id(), slot, reason);
        Place place = sites.place(space);
        blockades.add(closing.id(), place, slot.start(), slot.end(), reason, clock.instant());
        rewrite(space.id(), slot);
        return closing;
    }

    /**
     * What holds claims that a closure of the space in that time hits, by start. A closed seat hits whoever has that seat
     * or the whole room, not those who have a place somewhere in it.
     */
    public List<Holder> hit(Listed space, TimeRange slot) {
        Place place = sites.place(space);
        var closure = new Occupancy.Take(
                place.from(),
                place.to(),
                true,
                place.capacity(),
                slot.start().toEpochMilli(),
                slot.end().toEpochMilli());
        return claims.ofSite(space.site(), slot.start(), slot.end()).stream()
                .filter(claim -> Occupancy.forbids(closure, bare(claim)))
                .sorted(Comparator.comparingLong(Claim::start).thenComparing(Claim::id))
                .map(Claim::holder)
                .toList();
    }

    /** A closure that hits what a holder has, if there is one; of several the first that began. */
    public Optional<Closing> over(Holder holder) {
        return claims.of(holder)
                .flatMap(claim -> blockades
                        .ofSite(claim.site(), claim.slot().start(), claim.slot().end())
                        .stream()
                        .filter(blockade -> Occupancy.forbids(blockade.take(), bare(claim)))
                        .min(Comparator.comparingLong(Blockade::start).thenComparing(Blockade::id)))
                .map(Blocking::closing);
    }

    private static Occupancy.Take bare(Claim claim) {
        return new Occupancy.Take(
                claim.partFrom(), claim.partTo(), claim.whole(), claim.places(), claim.start(), claim.end());
    }

    /** The closures of a space that end after a moment, by start. */
    public List<Closing> after(Listed space, Instant from) {
        return blockades.ofSpace(space.id(), from, Instant.ofEpochMilli(Long.MAX_VALUE)).stream()
                .sorted(Comparator.comparingLong(Blockade::start).thenComparing(Blockade::id))
                .map(Blocking::closing)
                .toList();
    }

    public Optional<Closing> find(Listed space, String closureId) {
        return blockades.of(closureId, space.id()).map(Blocking::closing);
    }

    /**
     * Opens what was closed, from now on: what a closure has closed so far stays closed in the figures.
     *
     * @throws Refused where there is no such closure, or it is over
     */
    public void unblock(Listed space, String closureId) {
        sites.lock(List.of(space.site()));
        Blockade blockade =
                blockades.of(closureId, space.id()).orElseThrow(() -> Refused.notFound("closure", closureId));
        Instant now = clock.instant();
        long next = -Math.floorDiv(-now.toEpochMilli(), STEP_MILLIS) * STEP_MILLIS;
        if (next >= blockade.end()) {
            throw new Refused(Reason.CONFLICT, "closure.refused.over");
        }
        if (next <= blockade.start()) {
            blockades.remove(closureId);
        } else {
            blockades.endAt(closureId, Instant.ofEpochMilli(next));
        }
        rewrite(space.id(), blockade.slot());
        waiters.forEach(each ->
                each.freed(space, blockade.slot().start(), blockade.slot().end()));
    }

    private static Closing closing(Blockade blockade) {
        return new Closing(blockade.id(), blockade.spaceId(), blockade.slot(), blockade.reason());
    }

    private void rewrite(String spaceId, TimeRange slot) {
        written.fire(new SheetsWritten(sheets.rewrite(spaceId, slot.start(), slot.end())));
    }
}
