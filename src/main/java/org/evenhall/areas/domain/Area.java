package org.evenhall.areas.domain;

import org.evenhall.areas.Level;
import org.evenhall.kernel.Named;

/**
 * An area as it is kept.
 *
 * @param lat latitude of a point inside, null where the boundary is unknown
 * @param boundary well-known text in WGS 84, null where unknown
 */
public record Area(
        String id,
        String externalId,
        String parentId,
        Level level,
        Named name,
        Integer population,
        Double surface,
        Double lat,
        Double lon,
        String boundary,
        String attribution) {}
