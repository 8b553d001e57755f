package org.evenhall.availability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.evenhall.availability.AuditView.Difference;
import org.evenhall.availability.domain.Cells;
import org.evenhall.availability.domain.DaySheet;
import org.evenhall.availability.domain.Occupancy;
import org.evenhall.availability.store.Claim;
import org.evenhall.availability.store.Claims;
import org.evenhall.availability.store.Place;
import org.evenhall.availability.store.Sheets;
import org.evenhall.availability.store.Sites;
import org.evenhall.platform.persistence.Retried;
import org.evenhall.spaces.Listed;

/**
 * Audits one space in a transaction of its own, under the lock of its site, so that nothing moves while it looks. Nobody
 * else comes to the site meanwhile, so the work must not grow faster than what there is.
 */
@ApplicationScoped
@Retried
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class SpaceAudit {

    private Sites sites;
    private Claims claims;
    private Sheets sheets;
    private Iterable<ClaimHolders> features;

    protected SpaceAudit() {}

    @Inject
    public SpaceAudit(Sites sites, Claims claims, Sheets sheets, Instance<ClaimHolders> features) {
        this(sites, claims, sheets, (Iterable<ClaimHolders>) features);
    }

    SpaceAudit(Sites sites, Claims claims, Sheets sheets, Iterable<ClaimHolders> features) {
        this.sites = sites;
        this.claims = claims;
        this.sheets = sheets;
        this.features = features;
    }

    public AuditView audit(Listed space) {
        String spaceId = space.id();
        sites.lock(List.of(space.site()));
        List<Claim> found = claims.ofSpace(spaceId);
        List<DaySheet> kept = sheets.ofSpace(spaceId);
        List<Difference> differences = new ArrayList<>();
        compareWithHolders(spaceId, found, differences);
        compareWithSpace(space, found, differences);
        List<Claim> ofSite = claims.ofSite(space.site());
        findOverlaps(spaceId, ofSite, differences);
        findOversold(space, ofSite, differences);
        compareSheets(spaceId, found, kept, differences);
        return new AuditView(found.size(), kept.size(), differences);
    }

    private void compareWithHolders(String spaceId, List<Claim> found, List<Difference> differences) {
        Map<Holder, Claim> claimed = new HashMap<>();
        found.forEach(claim -> claimed.put(claim.holder(), claim));
        for (ClaimHolders feature : features) {
            for (ClaimHolders.Held held : feature.heldOf(spaceId)) {
                Claim claim = claimed.remove(held.holder());
                if (claim == null) {
                    differences.add(difference(spaceId, held.slot().start(), held.holder() + " holds no claim"));
                } else if (!claim.slot().equals(held.slot())) {
                    differences.add(difference(
                            spaceId, held.slot().start(), held.holder() + " claims another time: " + claim.slot()));
                }
            }
        }
        claimed.forEach((holder, claim) ->
                differences.add(difference(spaceId, claim.slot().start(), "a claim whose holder is gone: " + holder)));
    }

    /** Overlaps are looked for by where the claims say that they lie. */
    private void compareWithSpace(Listed space, List<Claim> found, List<Difference> differences) {
        Place place = sites.place(space);
        found.stream()
                .filter(claim -> !claim.site().equals(place.site())
                        || claim.partFrom() != place.from()
                        || claim.partTo() != place.to())
                .forEach(claim -> differences.add(difference(
                        space.id(),
                        claim.slot().start(),
                        "a claim that does not lie where its space does: " + claim.holder())));
    }

    /** A pair of claims that exclude each other is told once: in the audit of the space of the earlier one. */
    private static void findOverlaps(String spaceId, List<Claim> ofSite, List<Difference> differences) {
        List<Claim> inOrder = ofSite.stream()
                .sorted(Comparator.comparingLong(Claim::busyFrom).thenComparing(Claim::id))
                .toList();
        for (int i = 0; i < inOrder.size(); i++) {
            Claim one = inOrder.get(i);
            for (int j = i + 1; j < inOrder.size() && inOrder.get(j).busyFrom() < one.busyUntil(); j++) {
                if (one.spaceId().equals(spaceId)
                        && Occupancy.excludes(one.take(), inOrder.get(j).take())) {
                    differences.add(difference(
                            spaceId,
                            one.slot().start(),
                            "two claims overlap: " + one.holder() + " and "
                                    + inOrder.get(j).holder()));
                }
            }
        }
    }

    /** The fullest moments of a space given out by places begin where something begins. */
    private void findOversold(Listed space, List<Claim> ofSite, List<Difference> differences) {
        Place place = sites.place(space);
        for (Occupancy.Part part : place.byPlaces()) {
            if (part.from() != place.from() || part.to() != place.to()) {
                continue;
            }
            List<Claim> inOrder = ofSite.stream()
                    .sorted(Comparator.comparingLong(Claim::busyFrom))
                    .toList();
            List<Claim> there = new ArrayList<>();
            int begun = 0;
            for (Claim claim : inOrder) {
                while (begun < inOrder.size() && inOrder.get(begun).busyFrom() <= claim.busyFrom()) {
                    there.add(inOrder.get(begun++));
                }
                there.removeIf(other -> other.busyUntil() <= claim.busyFrom());
                List<Occupancy.Take> then = there.stream().map(Claim::take).toList();
                var occupancy = new Occupancy(place.byPlaces(), then, List.of());
                if (occupancy.left(part, claim.busyFrom(), claim.busyFrom() + 1) < 0) {
                    differences.add(
                            difference(space.id(), claim.slot().start(), "more places are taken than there are"));
                }
            }
        }
    }

    private void compareSheets(String spaceId, List<Claim> found, List<DaySheet> kept, List<Difference> differences) {
        Set<Integer> withSheet = new HashSet<>();
        for (DaySheet sheet : kept) {
            withSheet.add(sheet.day());
            if (!sheet.saysTheSame(sheets.derive(spaceId, sheet.day()))) {
                differences.add(new Difference(
                        spaceId, date(sheet.day()), "the day sheet does not say what the claims and closures say"));
            }
        }
        Set<Integer> needed = new TreeSet<>(sheets.daysClosed(spaceId));
        found.forEach(claim -> needed.addAll(
                Cells.days(Instant.ofEpochMilli(claim.busyFrom()), Instant.ofEpochMilli(claim.busyUntil()))));
        needed.removeAll(withSheet);
        needed.forEach(day ->
                differences.add(new Difference(spaceId, date(day), "a day with claims or closures has no day sheet")));
    }

    private static Difference difference(String spaceId, Instant at, String what) {
        return new Difference(spaceId, date(Cells.day(Cells.floor(at))), what);
    }

    private static String date(int day) {
        return LocalDate.ofEpochDay(day).toString();
    }
}
