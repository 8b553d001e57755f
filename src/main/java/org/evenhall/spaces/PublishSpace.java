package org.evenhall.spaces;

import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A space as its owner states it. Where it lies is said by one of {@code venueId}, {@code venue} and {@code partOf};
 * what is left out is as said here.
 *
 * @param venueId an existing house
 * @param venue a new house
 * @param partOf id of the space that it is a part of, at any depth; it lies in the same house then
 * @param units for how many parts room is kept from the beginning; more are possible. 1 where it is left out
 * @param nameZh the name in Chinese, null where it has none; so is {@code descriptionZh}
 * @param capacity people, at least 1
 * @param sharing given as a whole where it is left out
 * @param stepFree false where it is left out
 * @param published whether the public sees it; true where it is left out
 * @param parts made along with it; only when it is created
 */
public record PublishSpace(
        String venueId,
        NewVenue venue,
        String partOf,
        Integer units,
        String name,
        String nameZh,
        String description,
        String descriptionZh,
        SpaceKind kind,
        Integer capacity,
        Sharing sharing,
        Set<Amenity> amenities,
        Boolean stepFree,
        Boolean published,
        List<Part> parts) {

    /**
     * A house that is not known yet.
     *
     * @param organisationId whose it is
     * @param country ISO 3166-1 alpha-2, whose public holidays hold; null where unknown
     * @param region ISO 3166-2 without the country, null likewise
     */
    public record NewVenue(
            String organisationId,
            String name,
            String nameZh,
            String address,
            Double lat,
            Double lon,
            ZoneId zone,
            String country,
            String region) {}

    /** A part that is like its whole but for this; kind and capacity are those of the whole where they are left out. */
    public record Part(String name, String nameZh, SpaceKind kind, Integer capacity) {}

    public PublishSpace {
        amenities = Collections.unmodifiableSortedSet(new TreeSet<>(amenities == null ? Set.of() : amenities));
        parts = parts == null ? List.of() : List.copyOf(parts);
    }
}
