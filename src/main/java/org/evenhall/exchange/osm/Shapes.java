package org.evenhall.exchange.osm;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import org.evenhall.kernel.GeoPoint;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Where a GeoJSON geometry (RFC 7946, section 3.1) is: a point as it stands, of anything else a point inside it. */
final class Shapes {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private Shapes() {}

    /** @throws IllegalArgumentException where there is a geometry, but not one that lies on the earth */
    static Optional<GeoPoint> place(JsonValue geometry) {
        if (geometry == null || geometry == JsonValue.NULL) {
            return Optional.empty();
        }
        if (!(geometry instanceof JsonObject object)) {
            throw new IllegalArgumentException("a geometry is an object");
        }
        Geometry shape = shape(object);
        if (shape.isEmpty()) {
            return Optional.empty();
        }
        for (Coordinate each : shape.getCoordinates()) {
            onEarth(each);
        }
        return Optional.of(onEarth(shape.getInteriorPoint().getCoordinate()));
    }

    private static GeoPoint onEarth(Coordinate at) {
        return new GeoPoint(at.y, at.x);
    }

    private static Geometry shape(JsonObject geometry) {
        if (!(geometry.get("type") instanceof JsonString type)) {
            throw new IllegalArgumentException("a geometry has a type");
        }
        if (type.getString().equals("GeometryCollection")) {
            return GEOMETRIES.createGeometryCollection(array(geometry.get("geometries")).stream()
                    .map(each -> shape(each.asJsonObject()))
                    .toArray(Geometry[]::new));
        }
        JsonArray at = array(geometry.get("coordinates"));
        return switch (type.getString()) {
            case "Point" -> at.isEmpty() ? GEOMETRIES.createPoint() : GEOMETRIES.createPoint(coordinate(at));
            case "MultiPoint" -> GEOMETRIES.createMultiPointFromCoords(coordinates(at));
            case "LineString" -> GEOMETRIES.createLineString(coordinates(at));
            case "MultiLineString" ->
                GEOMETRIES.createMultiLineString(at.stream()
                        .map(each -> GEOMETRIES.createLineString(coordinates(array(each))))
                        .toArray(LineString[]::new));
            case "Polygon" -> polygon(at);
            case "MultiPolygon" ->
                GEOMETRIES.createMultiPolygon(
                        at.stream().map(each -> polygon(array(each))).toArray(Polygon[]::new));
            default -> throw new IllegalArgumentException("no type of geometry: " + type.getString());
        };
    }

    private static Polygon polygon(JsonArray rings) {
        if (rings.isEmpty()) {
            return GEOMETRIES.createPolygon();
        }
        LinearRing[] all = rings.stream()
                .map(each -> GEOMETRIES.createLinearRing(coordinates(array(each))))
                .toArray(LinearRing[]::new);
        LinearRing[] holes = Arrays.copyOfRange(all, 1, all.length);
        return GEOMETRIES.createPolygon(all[0], holes);
    }

    private static Coordinate[] coordinates(JsonArray positions) {
        return positions.stream().map(each -> coordinate(array(each))).toArray(Coordinate[]::new);
    }

    private static Coordinate coordinate(JsonArray position) {
        if (position.size() < 2) {
            throw new IllegalArgumentException("a position has two numbers");
        }
        return new Coordinate(number(position.get(0)), number(position.get(1)));
    }

    private static double number(JsonValue value) {
        if (value instanceof JsonNumber number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("a coordinate is a number");
    }

    private static JsonArray array(JsonValue value) {
        if (value instanceof JsonArray array) {
            return array;
        }
        throw new IllegalArgumentException("coordinates are an array");
    }
}
