package org.evenhall.spaces;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhall.areas.AreaRef;
import org.evenhall.kernel.GeoPoint;
import org.evenhall.kernel.Named;
import org.evenhall.organisations.OrganisationKind;
import org.evenhall.organisations.OrganisationRef;
import org.evenhall.platform.text.SearchWords;

/**
 * A space in the catalogue, with what its venue and organisation lend it: all that a search filters by and a list
 * shows, in one immutable value.
 *
 * @param site id of the root of its tree of parts
 * @param partFrom first unit of its part range, {@code [partFrom, partTo)}
 * @param areas the area of its venue and those above it, the narrowest first; empty outside every area
 * @param published whether the public sees it
 * @param searchText all words by which the space can be found, as {@link SearchWords} writes them
 * @param version grows with each change of what is stated of the space
 */
public record Listed(
        String id,
        String site,
        int partFrom,
        int partTo,
        Named name,
        Named description,
        SpaceKind kind,
        int capacity,
        Sharing sharing,
        Set<Amenity> amenities,
        boolean stepFree,
        boolean demo,
        boolean published,
        Venue venue,
        Organisation organisation,
        List<Area> areas,
        String searchText,
        int version) {

    /** The site with an address; wheelchair and attribution as its source states them. */
    public record Venue(
            String id,
            Named name,
            String address,
            GeoPoint point,
            ZoneId zone,
            String country,
            String region,
            String wheelchair,
            String attribution) {}

    /** Whose rules hold. */
    public record Organisation(String id, Named name, OrganisationKind kind, String parent) {}

    /** One of the areas that the venue lies in. */
    public record Area(String id, Named name) {}

    public Listed {
        amenities = amenities.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(amenities));
        areas = List.copyOf(areas);
    }

    /** One that was never changed. */
    public Listed(
            String id,
            String site,
            int partFrom,
            int partTo,
            Named name,
            Named description,
            SpaceKind kind,
            int capacity,
            Sharing sharing,
            Set<Amenity> amenities,
            boolean stepFree,
            boolean demo,
            boolean published,
            Venue venue,
            Organisation organisation,
            List<Area> areas,
            String searchText) {
        this(
                id,
                site,
                partFrom,
                partTo,
                name,
                description,
                kind,
                capacity,
                sharing,
                amenities,
                stepFree,
                demo,
                published,
                venue,
                organisation,
                areas,
                searchText,
                0);
    }

    /** The search text follows from the rest. */
    public Listed(
            String id,
            String site,
            int partFrom,
            int partTo,
            Named name,
            Named description,
            SpaceKind kind,
            int capacity,
            Sharing sharing,
            Set<Amenity> amenities,
            boolean stepFree,
            boolean demo,
            boolean published,
            Venue venue,
            Organisation organisation,
            List<Area> areas,
            int version) {
        this(
                id,
                site,
                partFrom,
                partTo,
                name,
                description,
                kind,
                capacity,
                sharing,
                amenities,
                stepFree,
                demo,
                published,
                venue,
                organisation,
                areas,
                searchText(name, venue, organisation, areas),
                version);
    }

    /** The same with what a change under the lock of its site may have made of it since it was listed. */
    public Listed standing(int newFrom, int newTo, int newCapacity, Sharing newSharing, boolean spacePublished) {
        return new Listed(
                id,
                site,
                newFrom,
                newTo,
                name,
                description,
                kind,
                newCapacity,
                newSharing,
                amenities,
                stepFree,
                demo,
                published && spacePublished,
                venue,
                organisation,
                areas,
                searchText,
                version);
    }

    public ZoneId zone() {
        return venue.zone();
    }

    /** Whether taking this space takes the other too: they are of one site and their part ranges overlap. */
    public boolean touches(Listed other) {
        return site.equals(other.site) && partFrom < other.partTo && other.partFrom < partTo;
    }

    /** Whether the other space is a part of this one, or a part of a part. */
    public boolean encloses(Listed other) {
        return site.equals(other.site)
                && partFrom <= other.partFrom
                && other.partTo <= partTo
                && other.breadth() < breadth();
    }

    /** How many units of its site it takes; of two spaces that touch, the wider is the whole. */
    public int breadth() {
        return partTo - partFrom;
    }

    public boolean liesIn(String areaId) {
        return areas.stream().anyMatch(area -> area.id().equals(areaId));
    }

    /** @param distance metres from the asked point, or null */
    public SpaceCard card(Locale locale, Integer distance) {
        return new SpaceCard(
                id,
                name.in(locale),
                kind,
                capacity,
                sharing,
                new VenueView(
                        venue.id(),
                        venue.name().in(locale),
                        venue.address(),
                        venue.point().lat(),
                        venue.point().lon(),
                        venue.zone()),
                new OrganisationRef(organisation.id(), organisation.name().in(locale), organisation.kind()),
                areaRef(locale),
                List.copyOf(amenities),
                stepFree,
                distance,
                demo);
    }

    private static String searchText(Named name, Venue venue, Organisation organisation, List<Area> areas) {
        var text = new StringBuilder();
        append(text, name);
        append(text, venue.name());
        if (!organisation.name().equals(venue.name())) {
            append(text, organisation.name());
        }
        areas.forEach(area -> append(text, area.name()));
        return SearchWords.searchable(
                text.append(venue.address() == null ? "" : venue.address()).toString());
    }

    private static void append(StringBuilder text, Named named) {
        text.append(named.name()).append(' ');
        if (named.nameZh() != null) {
            text.append(named.nameZh()).append(' ');
        }
    }

    private AreaRef areaRef(Locale locale) {
        if (areas.isEmpty()) {
            return null;
        }
        var path = areas.stream().map(area -> area.name().in(locale)).collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(path);
        return new AreaRef(areas.get(0).id(), areas.get(0).name().in(locale), path);
    }
}
