package org.evenhall.portal.rest;

import java.util.List;
import java.util.Map;
import org.evenhall.areas.AreaRef;
import org.evenhall.openings.StatedHours;
import org.evenhall.organisations.OrganisationRef;
import org.evenhall.policies.PolicyView;
import org.evenhall.spaces.Amenity;
import org.evenhall.spaces.Sharing;
import org.evenhall.spaces.SpaceKind;
import org.evenhall.spaces.SpaceView;
import org.evenhall.spaces.VenueView;

/**
 * A space with its owner's rules and its opening hours.
 *
 * @param openingHours as stated, in the syntax of OpenStreetMap
 * @param hoursKnown whether those hours can be read; if not, the space cannot be booked
 */
public record SpaceDetail(
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
        PolicyView policy,
        String openingHours,
        boolean hoursKnown,
        List<SpaceView.Part> parts,
        List<SpaceView.Part> partOf,
        String attribution) {

    static SpaceDetail of(SpaceView space, PolicyView policy, StatedHours hours) {
        return new SpaceDetail(
                space.id(),
                space.name(),
                space.kind(),
                space.capacity(),
                space.sharing(),
                space.venue(),
                space.organisation(),
                space.area(),
                space.amenities(),
                space.stepFree(),
                space.distance(),
                space.demo(),
                space.description(),
                space.photos(),
                space.accessibility(),
                policy,
                hours.hours(),
                hours.readable(),
                space.parts(),
                space.partOf(),
                space.attribution());
    }
}
