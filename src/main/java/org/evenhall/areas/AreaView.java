package org.evenhall.areas;

import java.util.List;

/**
 * An area as the world sees it.
 *
 * @param path names from the city down to this area
 * @param parent id of the area above, null for a city
 * @param population residents, null where unknown
 * @param surface square metres, null where unknown
 */
public record AreaView(
        String id,
        String name,
        Level level,
        String parent,
        List<String> path,
        Integer population,
        Double surface,
        Double lat,
        Double lon,
        String attribution) {}
