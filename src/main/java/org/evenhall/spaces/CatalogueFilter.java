package org.evenhall.spaces;

import java.util.Set;
import java.util.function.Predicate;
import org.evenhall.kernel.GeoPoint;
import org.evenhall.organisations.OrganisationKind;
import org.evenhall.platform.text.SearchWords;

/**
 * What somebody looks for. Every filter that is null (or empty) lets all spaces through.
 *
 * @param q words that must all occur in the names, the address or the area, in any order and case, with or without accents
 * @param area id of an area; spaces in areas below it are found too
 * @param near where distances are measured from
 * @param radius metres from {@code near}
 */
public record CatalogueFilter(
        String q,
        SpaceKind kind,
        String area,
        String organisation,
        OrganisationKind organisationKind,
        GeoPoint near,
        Integer radius,
        Integer minCapacity,
        Set<Amenity> amenities,
        boolean stepFree)
        implements Predicate<Listed> {

    public static final CatalogueFilter ALL =
            new CatalogueFilter(null, null, null, null, null, null, null, null, Set.of(), false);

    public CatalogueFilter {
        amenities = Set.copyOf(amenities);
        q = q == null || q.isBlank() ? null : SearchWords.asked(q);
    }

    @Override
    public boolean test(Listed space) {
        return (kind == null || space.kind() == kind)
                && (minCapacity == null || space.capacity() >= minCapacity)
                && (!stepFree || space.stepFree())
                && (organisationKind == null || space.organisation().kind() == organisationKind)
                && (organisation == null || space.organisation().id().equals(organisation))
                && space.amenities().containsAll(amenities)
                && (area == null || space.liesIn(area))
                && (q == null || wordsOccurIn(space))
                && (near == null || radius == null || isWithinRadius(space));
    }

    /** Metres from {@code near}; 0 where no point was asked. */
    public double metresTo(Listed space) {
        var point = space.venue().point();
        return near == null ? 0 : near.metresTo(point.lat(), point.lon());
    }

    /** The distance as lists show it: whole metres, or null where no point was asked. */
    public Integer distanceTo(Listed space) {
        return near == null ? null : (int) Math.round(metresTo(space));
    }

    private boolean isWithinRadius(Listed space) {
        var point = space.venue().point();
        return near.isWithin(radius, point.lat(), point.lon());
    }

    private boolean wordsOccurIn(Listed space) {
        var text = space.searchText();
        for (String word : q.split("\\s+")) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
