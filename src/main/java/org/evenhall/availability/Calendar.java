package org.evenhall.availability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.evenhall.availability.store.Alternatives;
import org.evenhall.availability.store.Claim;
import org.evenhall.availability.store.Claims;
import org.evenhall.availability.store.Sheets;
import org.evenhall.availability.store.SheetsWritten;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.Violation;
import org.evenhall.openings.Evening;
import org.evenhall.spaces.Listed;

/**
 * The one place that says a time is taken. Every change locks the row of the site first, which exists as long as the
 * site does, and reads what it decides on after that; so of N rivals for a slot exactly one wins. Whoever also locks
 * persons does so before coming here.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Calendar {

    private Claims claims;
    private Sheets sheets;
    private Alternatives alternatives;
    private Event<SheetsWritten> written;
    private Clock clock;

    protected Calendar() {}

    @Inject
    public Calendar(
            Claims claims, Sheets sheets, Alternatives alternatives, Event<SheetsWritten> written, Clock clock) {
        this.claims = claims;
        this.sheets = sheets;
        this.alternatives = alternatives;
        this.written = written;
        this.clock = clock;
    }

    /**
     * Takes a space for a slot.
     *
     * @param people how many an alternative must hold
     * @throws SlotTaken when somebody else has the time, with what is free nearby
     * @throws Refused as a matter of policy when the space is closed in that time
     */
    public void claim(Caller caller, ClaimWish wish, int people) {
        Listed space = claims.lock(wish.space());
        if (wish.space().published() && !space.published()) {
            throw Refused.notFound("space", space.id());
        }
        claims.closed(space, wish.slot()).ifPresent(reason -> {
            throw new Refused(
                    Reason.POLICY,
                    List.of(Violation.of("closed", "start", "policy.closed", reason)),
                    "problem.policy.detail");
        });
        if (claims.taken(space, wish.busyFrom(), wish.busyUntil())) {
            throw new SlotTaken(() -> alternatives.to(caller, wish, people));
        }
        Instant now = clock.instant();
        long evening = Evening.measure(List.of(wish.slot()), space.zone()).eveningSeconds();
        claims.add(claimOf(wish, space), space.capacity(), evening, now);
        rewrite(space.id(), wish.busyFrom(), wish.busyUntil(), now);
    }

    /** Gives the time of a holder back. A holder without a claim is no fault: the time is free already. */
    public void release(Listed space, Holder holder) {
        claims.lock(space.site());
        claims.of(holder).ifPresent(claim -> {
            claims.remove(claim);
            rewrite(
                    claim.spaceId(),
                    Instant.ofEpochMilli(claim.busyFrom()),
                    Instant.ofEpochMilli(claim.busyUntil()),
                    clock.instant());
        });
    }

    /**
     * Closes a space for a time: nothing new crosses it; what is claimed already stays.
     *
     * @return id of the blockade
     */
    public String block(Listed listed, TimeRange slot, String reason) {
        Listed space = claims.lock(listed);
        String id = Ids.next();
        Instant now = clock.instant();
        claims.block(id, space, slot, reason, now);
        rewrite(space.id(), slot.start(), slot.end(), now);
        return id;
    }

    /** Lifts a blockade. */
    public void unblock(Listed space, String blockadeId) {
        claims.lock(space.site());
        TimeRange slot =
                claims.blockade(blockadeId, space.id()).orElseThrow(() -> Refused.notFound("closure", blockadeId));
        claims.unblock(blockadeId);
        rewrite(space.id(), slot.start(), slot.end(), clock.instant());
    }

    private void rewrite(String spaceId, Instant from, Instant until, Instant now) {
        written.fire(new SheetsWritten(sheets.rewrite(spaceId, from, until)));
    }

    private static Claim claimOf(ClaimWish wish, Listed space) {
        return new Claim(
                Ids.next(),
                space.site(),
                space.id(),
                space.partFrom(),
                space.partTo(),
                wish.slot().start().toEpochMilli(),
                wish.slot().end().toEpochMilli(),
                wish.busyFrom().toEpochMilli(),
                wish.busyUntil().toEpochMilli(),
                wish.holder(),
                (int) wish.day().toEpochDay());
    }
}
