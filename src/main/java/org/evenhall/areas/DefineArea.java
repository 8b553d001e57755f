package org.evenhall.areas;

import org.evenhall.kernel.GeoPoint;
import org.evenhall.kernel.Named;

/**
 * An area as its source states it.
 *
 * @param externalId the same in every statement of the same area
 * @param parent external id of the area above, null for a city
 * @param population residents, null where unknown
 * @param surface square metres, null where unknown
 * @param centre where a map of the area begins; null for any point inside the boundary
 * @param boundary outline in WGS 84 as well-known text, null where unknown; areas of a level do not overlap
 * @param attribution whom the licence asks to be named, null where nobody
 */
public record DefineArea(
        String externalId,
        String parent,
        Level level,
        Named name,
        Integer population,
        Double surface,
        GeoPoint centre,
        String boundary,
        String attribution) {}
