package org.evenhall.exchange;

import java.util.Locale;
import org.evenhall.areas.DefineArea;
import org.evenhall.areas.Level;
import org.evenhall.kernel.GeoPoint;
import org.evenhall.kernel.Named;

/** A city of square districts, and GeoJSON files of houses in it. */
final class Squares {

    private Squares() {}

    static DefineArea city() {
        return new DefineArea(
                "city", null, Level.CITY, new Named("Squares", "方城"), 100, 5e6, new GeoPoint(52.5, 14), null, null);
    }

    static DefineArea district(String id, String name, int west) {
        String boundary =
                String.format(Locale.ROOT, "POLYGON ((%1$d 52, %2$d 52, %2$d 53, %1$d 53, %1$d 52))", west, west + 1);
        return new DefineArea(id, "city", Level.DISTRICT, new Named(name, null), 50, null, null, boundary, "Surveyors");
    }

    static String file(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[\n" + String.join(",\n", features) + "\n]}";
    }

    /** @param tags members of the properties, as JSON without braces */
    static String feature(String id, double lon, double lat, String tags) {
        return String.format(
                Locale.ROOT,
                "{\"type\":\"Feature\",\"id\":\"%s\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[%s,%s]},"
                        + "\"properties\":{%s}}",
                id,
                lon,
                lat,
                tags);
    }

    static String library(String id, String name) {
        return feature(id, 13.5, 52.5, "\"amenity\":\"library\",\"name\":\"" + name + "\"");
    }
}
