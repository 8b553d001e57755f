package org.evenhall.availability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenhall.availability.domain.Cells;
import org.evenhall.availability.store.Alternatives;
import org.evenhall.availability.store.Claim;
import org.evenhall.availability.store.Claims;
import org.evenhall.availability.store.Fit;
import org.evenhall.availability.store.Place;
import org.evenhall.availability.store.Sheets;
import org.evenhall.availability.store.SheetsWritten;
import org.evenhall.availability.store.Sites;
import org.evenhall.availability.store.Stretch;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.Violation;
import org.evenhall.openings.Evening;
import org.evenhall.platform.persistence.SqlFailure;
import org.evenhall.platform.persistence.Trouble;
import org.evenhall.spaces.Listed;

/**
 * The one place that says a time is taken. Every change locks the row of the site first, which exists as long as the site
 * does, and reads what it decides on after that; so of N rivals for a slot exactly one wins. Whoever also locks persons or
 * groups does so before coming here, and whoever needs several sites locks them first by {@link #lock}.
 *
 * <p>A claim that is due ends as soon as somebody wants its time, and freed time goes to those who wait for it, both within
 * the transaction of whoever comes: no timer has to have run for the right one to win.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Calendar {

    private Sites sites;
    private Claims claims;
    private Fit fit;
    private Sheets sheets;
    private Alternatives alternatives;
    private Event<SheetsWritten> written;
    private Iterable<ClaimHolders> holders;
    private Iterable<Waiters> waiters;
    private Clock clock;

    protected Calendar() {}

    @Inject
    public Calendar(
            Sites sites,
            Claims claims,
            Fit fit,
            Sheets sheets,
            Alternatives alternatives,
            Event<SheetsWritten> written,
            Instance<ClaimHolders> holders,
            Instance<Waiters> waiters,
            Clock clock) {
        this(sites, claims, fit, sheets, alternatives, written, holders, (Iterable<Waiters>) waiters, clock);
    }

    Calendar(
            Sites sites,
            Claims claims,
            Fit fit,
            Sheets sheets,
            Alternatives alternatives,
            Event<SheetsWritten> written,
            Iterable<ClaimHolders> holders,
            Iterable<Waiters> waiters,
            Clock clock) {
        this.sites = sites;
        this.claims = claims;
        this.fit = fit;
        this.sheets = sheets;
        this.alternatives = alternatives;
        this.written = written;
        this.holders = holders;
        this.waiters = waiters;
        this.clock = clock;
    }

    /** Locks the sites of these spaces in one order, whoever comes. */
    public void lock(Collection<Listed> spaces) {
        sites.lock(spaces.stream().map(Listed::site).collect(Collectors.toSet()));
    }

    /**
     * Takes a space for a slot.
     *
     * @throws SlotTaken when somebody else has the time, with what is free nearby
     * @throws Refused as a matter of policy when the space is closed in that time; as busy when it has just been changed
     */
    public void claim(Caller caller, ClaimWish wish) {
        claim(caller, wish, null);
    }

    /**
     * Takes a space for a slot, and what another holder has gives way for it: so a hold or an offer becomes a booking, and
     * a booking moves. Nobody can come in between, and when it is refused all is as it was. An edge of the slot that stays
     * keeps free around it what it kept, whatever the rules say by now.
     *
     * @param instead whose claim gives way; it may be that of the wish itself, and it need not exist any more
     */
    public void claim(Caller caller, ClaimWish asked, Holder instead) {
        lock(List.of(asked.space()));
        Instant now = clock.instant();
        Optional<Claim> before = held(instead);
        ClaimWish wish = before.map(asked::instead).orElse(asked);
        endDue(wish.space(), wish.busyFrom(), wish.busyUntil(), before, now);
        Place place = sites.placeToClaim(wish.space());
        refusal(caller, wish, fit.of(wish, place, before)).ifPresent(refused -> {
            throw refused;
        });
        write(caller, wish, place, before, now);
    }

    private Optional<Refused> refusal(Caller caller, ClaimWish wish, Fit.Answer answer) {
        if (answer.closedBecause() != null) {
            return Optional.of(new Refused(
                    Reason.POLICY,
                    List.of(Violation.of("closed", "start", "policy.closed", answer.closedBecause())),
                    "problem.policy.detail"));
        }
        return answer.free() ? Optional.empty() : Optional.of(taken(caller, wish));
    }

    private SlotTaken taken(Caller caller, ClaimWish wish) {
        return new SlotTaken(() -> alternatives.to(caller, wish));
    }

    /** The claim of a holder, its site locked too. */
    private Optional<Claim> held(Holder holder) {
        Optional<Claim> held = holder == null ? Optional.empty() : claims.of(holder);
        held.ifPresent(claim -> sites.lock(List.of(claim.site())));
        return held.flatMap(claim -> claims.of(holder));
    }

    /**
     * Takes a space for a slot if it can be had, and says whether it could: for whoever has something else to do then.
     * Neither what is due nor who waits is looked at; the caller holds the lock of the site.
     */
    public boolean claimIfFree(Caller caller, ClaimWish wish) {
        Place place = sites.place(wish.space());
        Fit.Answer answer = fit.of(wish, place, Optional.empty());
        if (answer.closedBecause() != null || !answer.free()) {
            return false;
        }
        write(caller, wish, place, Optional.empty(), clock.instant());
        return true;
    }

    /** Whether a space can be had for a slot, as things stand, what is due included; the caller holds the lock of the site. */
    public boolean isFree(ClaimWish wish) {
        Fit.Answer answer = fit.of(wish, sites.place(wish.space()), Optional.empty());
        return answer.closedBecause() == null && answer.free();
    }

    /**
     * Opens a space for several claims that are made together, as the dates of a series: what stands in the way is read once.
     * The site is locked, and what is due there has ended.
     *
     * @param from before anything that will be wished for, buffers included
     * @param until after it
     * @param instead whose claim gives way, or null; it is gone from now on, and what is left of its time is offered to
     *     nobody before the others are made
     */
    public Several several(Caller caller, Listed space, Instant from, Instant until, Holder instead) {
        lock(List.of(space));
        Instant now = clock.instant();
        Optional<Claim> given = held(instead);
        endDue(space, from, until, given, now);
        given.ifPresent(this::remove);
        return new Several(caller, fit.stretch(sites.placeToClaim(space), from, until, null, now), given);
    }

    /** The same without a lock, to see what could be had: advice only. What is due counts as free. */
    public Several outlook(Caller caller, Listed space, Instant from, Instant until, Holder instead) {
        return new Several(
                caller, fit.stretch(sites.place(space), from, until, instead, clock.instant()), Optional.empty());
    }

    /** Claims of one space that are found to fit one after the other, and then made all at once. */
    public final class Several {

        private final Caller caller;
        private final Stretch stretch;
        private final Optional<Claim> given;
        private final List<ClaimWish> wishes = new ArrayList<>();

        private Several(Caller caller, Stretch stretch, Optional<Claim> given) {
            this.caller = caller;
            this.stretch = stretch;
            this.given = given;
        }

        /** What {@link Calendar#claim} would refuse this with, the wishes that were added included; or nothing. */
        public Optional<Refused> refusal(ClaimWish wish) {
            return Calendar.this.refusal(caller, wish, stretch.fits(wish));
        }

        /** A wish that fits. */
        public void add(ClaimWish wish) {
            stretch.add(wish);
            wishes.add(wish);
        }

        /** Claims what was added; the statements are as many for a hundred as for one. */
        public void claim() {
            if (!wishes.isEmpty()) {
                write(caller, wishes, stretch.place(), clock.instant());
            }
            given.ifPresent(claim -> tellWaiters(claim, claim.busyFrom()));
        }
    }

    /** Ends what is due and in the way, so that its time is free or goes to the first who waits for it. */
    private void endDue(Listed space, Instant from, Instant until, Optional<Claim> except, Instant now) {
        for (Claim claim : claims.ofSite(space.site(), from, until)) {
            if (claim.isDue(now.toEpochMilli())
                    && except.filter(own -> own.id().equals(claim.id())).isEmpty()) {
                end(claim, now);
            }
        }
    }

    /** Ends the claim of a holder if it is due by now; for timers, which may come late or twice. */
    public void endIfDue(Listed space, Holder holder) {
        lock(List.of(space));
        Instant now = clock.instant();
        held(holder).filter(claim -> claim.isDue(now.toEpochMilli())).ifPresent(claim -> end(claim, now));
    }

    /** Ends the claim of a holder before its time, just as if it were due; its feature hears it. */
    public void end(Listed space, Holder holder) {
        lock(List.of(space));
        claims.of(holder).ifPresent(claim -> end(claim, clock.instant()));
    }

    /**
     * What one holder has is another's from now on, as it is: nobody looks again whether it fits.
     *
     * @param space where it is
     * @param to has no claim
     * @param until when it ends by itself from now on; null for never
     * @return whether there was anything to hand over
     */
    public boolean handOver(Listed space, Holder from, Holder to, Instant until) {
        lock(List.of(space));
        return claims.handOver(from, to, until);
    }

    private void end(Claim claim, Instant now) {
        Instant used = null;
        for (ClaimHolders feature : holders) {
            if (feature.kind() == claim.holder().kind()) {
                used = feature.expired(claim.holder());
            }
        }
        if (used == null) {
            giveBack(claim);
        } else {
            shorten(claim, used, now);
        }
    }

    private void write(Caller caller, ClaimWish wish, Place place, Optional<Claim> before, Instant now) {
        long evening = eveningSeconds(wish);
        guarded(caller, wish, () -> {
            if (before.isPresent()) {
                claims.change(before.get(), wish, place, evening);
            } else {
                claims.add(wish, place, evening, now);
            }
        });
        before.ifPresent(claim -> rewrite(claim));
        written.fire(new SheetsWritten(sheets.rewrite(wish.space().id(), wish.busyFrom(), wish.busyUntil())));
        before.ifPresent(claim -> tellWaiters(claim, claim.busyFrom()));
    }

    private void write(Caller caller, List<ClaimWish> wishes, Place place, Instant now) {
        guarded(caller, wishes.get(0), () -> claims.add(wishes, place, Calendar::eveningSeconds, now));
        SortedSet<Integer> days = new TreeSet<>();
        wishes.forEach(wish -> days.addAll(Cells.days(wish.busyFrom(), wish.busyUntil())));
        written.fire(new SheetsWritten(sheets.rewrite(place.spaceId(), days)));
    }

    private static long eveningSeconds(ClaimWish wish) {
        return Evening.measure(List.of(wish.slot()), wish.space().zone()).eveningSeconds();
    }

    private void guarded(Caller caller, ClaimWish wish, Runnable writing) {
        try {
            writing.run();
        } catch (SqlFailure e) {
            throw Trouble.isExcluded(e) ? taken(caller, wish) : e;
        }
    }

    /**
     * Gives the time of several holders of one kind back, with as many statements for many as for one. The caller has locked
     * their sites, and asks for nothing that another site holds. Whoever waits is told when all of it is free.
     */
    public void release(Holder.Kind kind, Collection<String> holderIds) {
        List<Claim> ended = claims.of(kind, holderIds);
        if (ended.isEmpty()) {
            return;
        }
        claims.remove(ended);
        Map<String, SortedSet<Integer>> days = new TreeMap<>();
        ended.forEach(claim -> days.computeIfAbsent(claim.spaceId(), space -> new TreeSet<>())
                .addAll(Cells.days(Instant.ofEpochMilli(claim.busyFrom()), Instant.ofEpochMilli(claim.busyUntil()))));
        days.forEach((space, each) -> written.fire(new SheetsWritten(sheets.rewrite(space, each))));
        ended.stream()
                .sorted(Comparator.comparingLong(Claim::busyFrom))
                .forEach(claim -> tellWaiters(claim, claim.busyFrom()));
    }

    /** Gives the time of a holder back. A holder without a claim is no fault: the time is free already. */
    public void release(Listed space, Holder holder) {
        lock(List.of(space));
        claims.of(holder).ifPresent(this::giveBack);
    }

    private void giveBack(Claim claim) {
        remove(claim);
        tellWaiters(claim, claim.busyFrom());
    }

    private void remove(Claim claim) {
        claims.remove(claim);
        rewrite(claim);
    }

    /** Gives back what a holder has from a moment within its slot on; nothing is kept free after it. */
    public void release(Listed space, Holder holder, Instant from) {
        lock(List.of(space));
        claims.of(holder).ifPresent(claim -> shorten(claim, from, clock.instant()));
    }

    /** Says when the claim of a holder ends by itself; null for never. */
    public void lastUntil(Listed space, Holder holder, Instant until) {
        lock(List.of(space));
        claims.lastUntil(holder, until);
    }

    private void shorten(Claim claim, Instant end, Instant now) {
        var kept = new TimeRange(claim.slot().start(), end);
        ZoneId zone = fit.space(claim.spaceId()).map(Listed::zone).orElse(ZoneOffset.UTC);
        claims.endAt(claim, end, Evening.measure(List.of(kept), zone).eveningSeconds());
        rewrite(claim);
        tellWaiters(claim, end.toEpochMilli());
    }

    private void tellWaiters(Claim claim, long from) {
        fit.space(claim.spaceId())
                .ifPresent(space -> waiters.forEach(each ->
                        each.freed(space, Instant.ofEpochMilli(from), Instant.ofEpochMilli(claim.busyUntil()))));
    }

    private void rewrite(Claim claim) {
        written.fire(new SheetsWritten(sheets.rewrite(
                claim.spaceId(), Instant.ofEpochMilli(claim.busyFrom()), Instant.ofEpochMilli(claim.busyUntil()))));
    }
}
