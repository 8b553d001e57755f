package org.evenhall.bench;

import java.util.Locale;
import java.util.Random;

/** Houses of a made-up city in and around Berlin as an OpenStreetMap GeoJSON file; about three rooms each. */
final class GeneratedHouses {

    private static final String[] TAGS = {
        "\"amenity\":\"school\"",
        "\"amenity\":\"library\"",
        "\"tourism\":\"museum\"",
        "\"amenity\":\"theatre\"",
        "\"amenity\":\"university\"",
        "\"leisure\":\"sports_centre\"",
        "\"amenity\":\"community_centre\""
    };

    private GeneratedHouses() {}

    static boolean isOne(String venue) {
        return venue.matches("House \\d+");
    }

    /** Within about twelve kilometres of the centre, where every point lies in one of the twelve districts. */
    static String geoJson(int houses) {
        Random random = new Random(houses);
        StringBuilder file = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        for (int i = 0; i < houses; i++) {
            double lat = 52.51 + 0.09 * (2 * random.nextDouble() - 1);
            double lon = 13.40 + 0.15 * (2 * random.nextDouble() - 1);
            file.append(i == 0 ? "\n" : ",\n")
                    .append(String.format(
                            Locale.ROOT,
                            "{\"type\":\"Feature\",\"id\":\"node/%d\",\"geometry\":{\"type\":\"Point\","
                                    + "\"coordinates\":[%.6f,%.6f]},\"properties\":{%s,\"name\":\"House %d\"}}",
                            9_000_000_000_000L + i,
                            lon,
                            lat,
                            TAGS[i % TAGS.length],
                            i));
        }
        return file.append("\n]}").toString();
    }
}
