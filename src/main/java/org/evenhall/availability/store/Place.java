package org.evenhall.availability.store;

import java.util.List;
import org.evenhall.availability.domain.Occupancy;

/**
 * Where a space lies in its site, as read under the lock of the site: the catalogue may be a moment behind.
 *
 * @param whole whether the space is given out whole; else by places
 * @param byPlaces all parts of the site that are given out by places
 */
public record Place(
        String spaceId, String site, int from, int to, int capacity, boolean whole, List<Occupancy.Part> byPlaces) {}
