package org.evenhall.availability.store;

import java.util.ArrayList;
import java.util.List;
import org.evenhall.availability.ClaimWish;
import org.evenhall.availability.domain.Occupancy;

/** What stands in the calendar of a site for a while, read once, and what is going to be claimed there besides. */
public final class Stretch {

    private final Place place;
    private final List<Occupancy.Take> takes = new ArrayList<>();
    private final List<Blockade> closures;

    Stretch(Place place, List<Claim> claims, List<Blockade> closures) {
        this.place = place;
        this.closures = closures;
        claims.forEach(claim -> takes.add(claim.take()));
    }

    public Place place() {
        return place;
    }

    /** Whether a wish fits between all that, claims that were added included. */
    public Fit.Answer fits(ClaimWish wish) {
        return Fit.of(wish, place, takes, closures);
    }

    public void add(ClaimWish wish) {
        takes.add(Fit.taken(wish, place));
    }
}
