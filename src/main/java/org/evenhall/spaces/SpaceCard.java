package org.evenhall.spaces;

import java.util.List;
import org.evenhall.areas.AreaRef;
import org.evenhall.organisations.OrganisationRef;

/**
 * A space as lists show it.
 *
 * @param capacity people
 * @param distance metres from the asked point, null where none was asked
 * @param demo whether this space was made up for the demo city
 */
public record SpaceCard(
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
        boolean demo) {}
