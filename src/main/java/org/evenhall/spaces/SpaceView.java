package org.evenhall.spaces;

import java.util.List;
import java.util.Map;
import org.evenhall.areas.AreaRef;
import org.evenhall.organisations.OrganisationRef;

/**
 * A space as its own page shows it: all that lists show, and the rest.
 *
 * @param description null where nothing is said
 * @param photos addresses of pictures
 * @param accessibility what is known, by word: {@code wheelchair} is {@code yes}, {@code limited}, {@code no} or
 *     {@code unknown}
 * @param parts spaces that are parts of this one, the largest first
 * @param partOf the spaces that this one is part of, the smallest first
 * @param website of the venue, null where unknown; so is {@code phone}
 * @param attribution whom the licence of these data asks to be named, null where nobody
 */
public record SpaceView(
        String id,
        String name,
        SpaceKind kind,
        int capacity,
        Sharing sharing,
        VenueView venue,
        OrganisationRef organisation,
        AreaRef area,
        List<Amenity> amenities,
        boolean stepFree,
        Integer distance,
        boolean demo,
        String description,
        List<String> photos,
        Map<String, String> accessibility,
        List<Part> parts,
        List<Part> partOf,
        String website,
        String phone,
        String attribution) {

    /** Another space of the same site. */
    public record Part(String id, String name) {}
}
