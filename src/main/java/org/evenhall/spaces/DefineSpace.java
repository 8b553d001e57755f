package org.evenhall.spaces;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.evenhall.kernel.Named;

/**
 * A space as its source states it: its own site, with no parts.
 *
 * @param externalId the same in every statement of the same space
 * @param description what it is good for; both texts null where nothing is said
 * @param capacity people, at least 1
 * @param stepFree whether it is known to be reached without a step
 * @param demo whether it was made up for the demo
 */
public record DefineSpace(
        String externalId,
        SpaceKind kind,
        Named name,
        Named description,
        int capacity,
        Sharing sharing,
        Set<Amenity> amenities,
        boolean stepFree,
        boolean demo) {

    public DefineSpace {
        if (capacity < 1) {
            throw new IllegalArgumentException("A space holds somebody: " + externalId);
        }
        amenities = Collections.unmodifiableSortedSet(new TreeSet<>(amenities));
    }
}
