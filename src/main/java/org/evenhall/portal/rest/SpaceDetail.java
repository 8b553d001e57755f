package org.evenhall.portal.rest;

import java.util.List;
import java.util.Map;
import org.evenhall.areas.AreaRef;
import org.evenhall.openings.StatedHours;
import org.evenhall.organisations.OrganisationRef;
import org.evenhall.policies.PolicyView;
import org.evenhall.spaces.Amenity;
import org.evenhall.spaces.PublishSpace;
import org.evenhall.spaces.Publishing;
import org.evenhall.spaces.Sharing;
import org.evenhall.spaces.SpaceKind;
import org.evenhall.spaces.SpaceView;
import org.evenhall.spaces.VenueView;

/**
 * A space with its owner's rules and its opening hours.
 *
 * @param openingHours as stated, in the syntax of OpenStreetMap
 * @param hoursKnown whether those hours can be read; if not, the space cannot be booked
 * @param published whether the public sees it
 * @param stated what its owner states, ready to be changed and sent again; null for everybody else
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
        String attribution,
        boolean published,
        PublishSpace stated) {

    static SpaceDetail of(Publishing.State state, PolicyView policy, StatedHours hours) {
        return of(state, policy, hours, state.view().id());
    }

    /** Of a space that is not stored and therefore has no id. */
    static SpaceDetail ofPreview(Publishing.State state, PolicyView policy, StatedHours hours) {
        return of(state, policy, hours, null);
    }

    private static SpaceDetail of(Publishing.State state, PolicyView policy, StatedHours hours, String id) {
        SpaceView space = state.view();
        return new SpaceDetail(
                id,
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
                id == null ? withoutIds(space.parts()) : space.parts(),
                space.partOf(),
                space.attribution(),
                state.listed().published(),
                state.stated());
    }

    private static List<SpaceView.Part> withoutIds(List<SpaceView.Part> parts) {
        return parts.stream().map(part -> new SpaceView.Part(null, part.name())).toList();
    }
}
