package org.evenhall.availability.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenhall.availability.ClaimWish;
import org.evenhall.availability.Holder;
import org.evenhall.availability.domain.Occupancy;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;

/** Whether a wish fits between the claims and closures of its site, read under the lock of the site. */
@ApplicationScoped
public class Fit {

    private Claims claims;
    private Blockades blockades;
    private Catalogue catalogue;

    protected Fit() {}

    @Inject
    public Fit(Claims claims, Blockades blockades, Catalogue catalogue) {
        this.claims = claims;
        this.blockades = blockades;
        this.catalogue = catalogue;
    }

    /** @param closedBecause what the owner says about the closure, or null */
    public record Answer(boolean free, String closedBecause) {}

    /** @param except a claim that gives way, if there is one */
    public Answer of(ClaimWish wish, Place place, Optional<Claim> except) {
        List<Occupancy.Take> takes = claims.ofSite(place.site(), wish.busyFrom(), wish.busyUntil()).stream()
                .filter(claim ->
                        except.filter(own -> own.id().equals(claim.id())).isEmpty())
                .map(Claim::take)
                .toList();
        return of(wish, place, takes, blockades.ofSite(place.site(), wish.busyFrom(), wish.busyUntil()));
    }

    /** The same between what is known to stand there; what lies at other times changes nothing. */
    static Answer of(ClaimWish wish, Place place, List<Occupancy.Take> takes, List<Blockade> closures) {
        if (wish.whole() != place.whole()
                || wish.people() > place.capacity()) { // its owner has changed it since it was listed
            return new Answer(false, null);
        }
        int places = wish.whole() ? place.capacity() : wish.people();
        var bare = take(
                wish,
                place,
                places,
                wish.slot().start().toEpochMilli(),
                wish.slot().end().toEpochMilli());
        Optional<Blockade> closed = closures.stream()
                .filter(closure -> Occupancy.forbids(closure.take(), bare))
                .findFirst();
        if (closed.isPresent()) {
            return new Answer(false, closed.get().reason());
        }
        var occupancy = new Occupancy(
                place.byPlaces(),
                takes,
                closures.stream()
                        .flatMap(closure -> closure.take().within(bare.start(), bare.end()).stream())
                        .toList());
        return new Answer(occupancy.fits(taken(wish, place)), null);
    }

    /** What a wish takes, its buffers included. */
    static Occupancy.Take taken(ClaimWish wish, Place place) {
        return take(
                wish,
                place,
                wish.whole() ? place.capacity() : wish.people(),
                wish.busyFrom().toEpochMilli(),
                wish.busyUntil().toEpochMilli());
    }

    private static Occupancy.Take take(ClaimWish wish, Place place, int places, long start, long end) {
        return new Occupancy.Take(place.from(), place.to(), wish.whole(), places, start, end);
    }

    /** All that stands in the calendar of a site in {@code [from, until)}, but for what is due by now and one holder's claim. */
    public Stretch stretch(Place place, Instant from, Instant until, Holder except, Instant now) {
        return new Stretch(
                place,
                claims.ofSite(place.site(), from, until).stream()
                        .filter(claim -> !claim.isDue(now.toEpochMilli())
                                && !claim.holder().equals(except))
                        .toList(),
                blockades.ofSite(place.site(), from, until));
    }

    public Optional<Listed> space(String id) {
        return catalogue.snapshot().find(id);
    }
}
