package org.evenhall.areas.domain;

import java.util.Locale;
import org.evenhall.kernel.GeoPoint;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Outlines between their forms: well-known text as kept, geometry for computing, GeoJSON (RFC 7946) for a map. */
public final class Outline {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private Outline() {}

    /** @throws IllegalArgumentException where the text is no polygon in WGS 84 */
    public static Geometry read(String text) {
        try {
            Geometry outline = new WKTReader(GEOMETRIES).read(text);
            if (outline.getDimension() == 2 && !outline.isEmpty()) {
                return outline;
            }
        } catch (ParseException e) {
            throw new IllegalArgumentException("Not well-known text: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("An area's outline is a polygon.");
    }

    /** A point that certainly lies inside, for a label and for measuring distances. */
    public static GeoPoint inside(Geometry outline) {
        Coordinate inside = outline.getInteriorPoint().getCoordinate();
        return new GeoPoint(inside.y, inside.x);
    }

    static Geometry point(GeoPoint point) {
        return GEOMETRIES.createPoint(new Coordinate(point.lon(), point.lat()));
    }

    /** The coordinates of a MultiPolygon as GeoJSON, five decimals: about a metre. */
    static void appendCoordinates(StringBuilder json, Geometry outline) {
        json.append('[');
        for (int i = 0; i < outline.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) outline.getGeometryN(i);
            json.append(i == 0 ? "[" : ",[");
            appendRing(json, polygon.getExteriorRing());
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                json.append(',');
                appendRing(json, polygon.getInteriorRingN(hole));
            }
            json.append(']');
        }
        json.append(']');
    }

    private static void appendRing(StringBuilder json, LineString ring) {
        json.append('[');
        for (int i = 0; i < ring.getNumPoints(); i++) {
            Coordinate at = ring.getCoordinateN(i);
            json.append(i == 0 ? "" : ",").append(String.format(Locale.ROOT, "[%.5f,%.5f]", at.x, at.y));
        }
        json.append(']');
    }
}
