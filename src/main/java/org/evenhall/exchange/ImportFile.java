package org.evenhall.exchange;

import java.time.ZoneId;

/**
 * What somebody says of a file that is to be imported; all may be null.
 *
 * @param format only {@code osm-geojson} so far, which is also the default
 * @param source which source's new edition the file is: all that this source stated before and the file leaves out is
 *     hidden. Lower-case letters, digits and dashes, 40 at most. Without it the ids in the file tell
 * @param zone of the venues; without it that of most venues so far
 * @param country ISO 3166-1 code of the venues, likewise
 * @param region ISO 3166-2 code without the country, likewise
 */
public record ImportFile(String format, boolean dryRun, String source, ZoneId zone, String country, String region) {

    public static final String OSM_GEOJSON = "osm-geojson";
}
