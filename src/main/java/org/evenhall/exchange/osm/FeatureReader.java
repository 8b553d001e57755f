package org.evenhall.exchange.osm;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.evenhall.exchange.domain.Fault;
import org.evenhall.exchange.domain.Problem;
import org.evenhall.exchange.domain.Text;
import org.evenhall.kernel.GeoPoint;

/**
 * Makes a {@link Feature} of a GeoJSON feature. Tools write the OpenStreetMap id in several ways (Overpass, QGIS,
 * osmium, Geofabrik); all of them become {@code node/1}, {@code way/2}, {@code relation/3}, so that the same place is
 * known again in a file from another tool.
 */
final class FeatureReader {

    private static final Set<String> TAGS = Set.of(
            "alt_name",
            "official_name",
            "short_name",
            "loc_name",
            "operator",
            "brand",
            "opening_hours",
            "wheelchair",
            "website",
            "url",
            "phone",
            "access");
    private static final List<String> ID_TAGS = List.of("@id", "full_id", "osm_id", "id");
    private static final List<String> TYPE_TAGS = List.of("@type", "osm_type", "type");
    private static final Map<String, String> TYPES =
            Map.of("n", "node", "w", "way", "r", "relation", "node", "node", "way", "way", "relation", "relation");
    private static final Pattern ADDRESS = Pattern.compile("https?://(www\\.)?(openstreetmap|osm)\\.org/");
    private static final Pattern SHORT = Pattern.compile("([nwr])(\\d+)");
    private static final int LONGEST_ID = 60;
    private static final int LONGEST_VALUE = 4000;

    private final Set<String> kindTags;

    /** @param kindTags further tags to keep: those that say what a place is */
    FeatureReader(Set<String> kindTags) {
        this.kindTags = Set.copyOf(kindTags);
    }

    /** @param position of the feature in its file, from 1 */
    Feature read(JsonValue given, int position, int line) {
        String label = "#" + position;
        if (!(given instanceof JsonObject feature)
                || !(feature.get("type") instanceof JsonString type)
                || !type.getString().equals("Feature")) {
            var problem = new Problem(line, label, "type", shown(given), Fault.NOT_A_FEATURE, null);
            return new Feature(line, label, null, Map.of(), null, List.of(problem));
        }
        var properties = properties(feature);
        String stated = statedId(feature, properties);
        label = stated == null ? label : stated;
        List<Problem> problems = new ArrayList<>();
        GeoPoint point = point(feature, label, line, problems);
        Map<String, String> tags = tags(properties, label, line, problems);
        String id = stated;
        if (stated == null) {
            id = "derived/" + Text.hash(tags.get("name") + "@" + point).substring(0, 16);
            problems.add(new Problem(line, label, "id", null, Fault.NO_ID, id));
        }
        return new Feature(line, label, id, tags, point, problems);
    }

    private static Map<String, JsonValue> properties(JsonObject feature) {
        if (!(feature.get("properties") instanceof JsonObject properties)) {
            return Map.of();
        }
        if (properties.get("tags") instanceof JsonObject nested) {
            Map<String, JsonValue> both = new HashMap<>(nested);
            both.putAll(properties);
            return both;
        }
        return properties;
    }

    private static GeoPoint point(JsonObject feature, String label, int line, List<Problem> problems) {
        var geometry = feature.get("geometry");
        try {
            var point = Shapes.place(geometry);
            if (point.isEmpty()) {
                problems.add(new Problem(line, label, "geometry", null, Fault.NO_PLACE, null));
            }
            return point.orElse(null);
        } catch (IllegalArgumentException | ClassCastException e) {
            problems.add(new Problem(line, label, "geometry", shown(geometry), Fault.BAD_PLACE, e.getMessage()));
            return null;
        }
    }

    private Map<String, String> tags(
            Map<String, JsonValue> properties, String label, int line, List<Problem> problems) {
        Map<String, String> tags = new HashMap<>();
        properties.forEach((key, value) -> {
            if (matters(key)) {
                String text = text(value);
                if (text != null) {
                    tags.put(key, text);
                } else if (value instanceof JsonObject || value.getValueType() == JsonValue.ValueType.ARRAY) {
                    problems.add(new Problem(line, label, key, shown(value), Fault.BAD_VALUE, null));
                }
            }
        });
        return tags;
    }

    private boolean matters(String key) {
        return kindTags.contains(key)
                || TAGS.contains(key)
                || key.equals("name")
                || key.startsWith("name:")
                || key.startsWith("addr:")
                || key.startsWith("contact:");
    }

    private static String statedId(JsonObject feature, Map<String, JsonValue> properties) {
        String id = text(feature.get("id"));
        for (int i = 0; id == null && i < ID_TAGS.size(); i++) {
            id = text(properties.get(ID_TAGS.get(i)));
        }
        if (id == null) {
            return null;
        }
        id = ADDRESS.matcher(id).replaceFirst("");
        var shortForm = SHORT.matcher(id);
        if (shortForm.matches()) {
            id = TYPES.get(shortForm.group(1)) + "/" + shortForm.group(2);
        } else if (id.matches("-?\\d+")) {
            for (String key : TYPE_TAGS) {
                String type = text(properties.get(key));
                if (type != null && TYPES.containsKey(type.toLowerCase(Locale.ROOT))) {
                    id = TYPES.get(type.toLowerCase(Locale.ROOT)) + "/" + id.replace("-", "");
                    break;
                }
            }
        }
        return id.length() <= LONGEST_ID ? id : "long/" + Text.hash(id).substring(0, 32);
    }

    /** Strings, numbers and truth values as clean text; null for everything else. */
    private static String text(JsonValue value) {
        if (value instanceof JsonString string) {
            return Text.clean(Text.cut(string.getString(), LONGEST_VALUE));
        }
        if (value instanceof JsonNumber number) {
            return Text.cut(number.toString(), LONGEST_VALUE);
        }
        return value == JsonValue.TRUE ? "true" : value == JsonValue.FALSE ? "false" : null;
    }

    private static String shown(JsonValue value) {
        return value == null ? null : Text.shown(value.toString(), 500);
    }
}
