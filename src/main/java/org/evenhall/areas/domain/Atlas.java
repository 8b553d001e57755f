package org.evenhall.areas.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.evenhall.areas.AreaRef;
import org.evenhall.areas.Level;
import org.evenhall.kernel.GeoPoint;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * All areas at one moment, for questions that are asked often: where a point lies, what lies above an area. Immutable;
 * prepared geometries may be asked by many threads at once.
 */
public final class Atlas {

    /** About 60 metres at the latitude of Berlin: less than a line on a map of the city is wide. */
    private static final double SIMPLIFICATION_DEGREES = 0.0007;

    private final Map<String, Area> byId = new LinkedHashMap<>();
    private final List<Outlined> narrowestFirst = new ArrayList<>();
    private final String outlines;

    private record Outlined(Area area, Geometry outline, Envelope box, PreparedGeometry prepared) {}

    public Atlas(List<Area> areas) {
        areas.forEach(area -> byId.put(area.id(), area));
        areas.stream()
                .filter(area -> area.boundary() != null)
                .sorted(Comparator.comparing(Area::level).reversed().thenComparing(Area::externalId))
                .forEach(area -> {
                    Geometry outline = Outline.read(area.boundary());
                    narrowestFirst.add(new Outlined(
                            area, outline, outline.getEnvelopeInternal(), PreparedGeometryFactory.prepare(outline)));
                });
        outlines = drawOutlines();
    }

    public Optional<Area> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The narrowest area that a point lies in. A point on a border that two areas share lies in both; the one whose
     * external id comes first gets it, so that the answer is one and always the same.
     */
    public Optional<Area> at(GeoPoint point) {
        var geometry = Outline.point(point);
        return narrowestFirst.stream()
                .filter(candidate -> candidate.box().covers(point.lon(), point.lat())
                        && candidate.prepared().covers(geometry))
                .map(Outlined::area)
                .findFirst();
    }

    /** The area and those above it, the narrowest first; empty for an id that is none. */
    public List<Area> andAbove(String id) {
        List<Area> chain = new ArrayList<>();
        for (Area area = byId.get(id); area != null && !chain.contains(area); area = byId.get(area.parentId())) {
            chain.add(area);
        }
        return chain;
    }

    /** Names from the city down to the area. */
    public List<String> path(String id, Locale locale) {
        List<String> names = new ArrayList<>();
        andAbove(id).forEach(area -> names.add(0, area.name().in(locale)));
        return names;
    }

    public Optional<AreaRef> ref(String id, Locale locale) {
        return find(id).map(area -> new AreaRef(area.id(), area.name().in(locale), path(id, locale)));
    }

    /** The districts as a GeoJSON FeatureCollection, simplified along with their neighbours so that no gaps appear. */
    public String outlines() {
        return outlines;
    }

    /** Whom the sources of these areas want named, each once. */
    public List<String> attributions() {
        return byId.values().stream()
                .map(Area::attribution)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private String drawOutlines() {
        var districts = narrowestFirst.stream()
                .filter(each -> each.area().level() == Level.DISTRICT)
                .toList();
        Geometry[] simple = CoverageSimplifier.simplify(
                districts.stream().map(Outlined::outline).toArray(Geometry[]::new), SIMPLIFICATION_DEGREES);
        var json = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        for (int i = 0; i < simple.length; i++) {
            Area area = districts.get(i).area();
            json.append(i == 0 ? "" : ",")
                    .append("{\"type\":\"Feature\",\"id\":")
                    .append(quoted(area.id()))
                    .append(",\"properties\":{\"name\":")
                    .append(quoted(area.name().name()))
                    .append(",\"nameZh\":")
                    .append(quoted(area.name().nameZh()))
                    .append("},\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":");
            Outline.appendCoordinates(json, simple[i]);
            json.append("}}");
        }
        return json.append("]}").toString();
    }

    /** A JSON string (RFC 8259), with {@code <} written so that it may stand inside a page. */
    private static String quoted(String text) {
        if (text == null) {
            return "null";
        }
        var json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c < ' ' || c == '"' || c == '\\' || c == '<') {
                json.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                json.append((char) c);
            }
        });
        return json.append('"').toString();
    }
}
