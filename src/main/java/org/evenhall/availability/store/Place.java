package org.evenhall.availability.store;

import java.util.List;
import org.evenhall.availability.domain.Occupancy;

/**
 * Where a space lies in its site, as read under the lock of the site: the catalogue may be a moment behind.
 *
 * @param byPlaces all parts of the site that are given out by places
 */
public record Place(String spaceId, String site, int from, int to, int capacity, List<Occupancy.Part> byPlaces) {}
