package org.evenhall.kernel;

/** A point in WGS 84, degrees. */
public record GeoPoint(double lat, double lon) {

    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    public GeoPoint {
        if (!(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180)) {
            throw new IllegalArgumentException("Not a point in WGS 84: " + lat + "," + lon);
        }
    }

    /** The same as {@code metresTo(…) <= metres}; what lies too far north or south is told without any trigonometry. */
    public boolean isWithin(double metres, double otherLat, double otherLon) {
        return Math.toRadians(Math.abs(otherLat - lat)) * EARTH_RADIUS_METRES <= metres + 1
                && metresTo(otherLat, otherLon) <= metres;
    }

    /** Great-circle distance in metres (haversine on the mean sphere; within 0.6 % of the ellipsoid). */
    public double metresTo(double otherLat, double otherLon) {
        double dLat = Math.toRadians(otherLat - lat);
        double dLon = Math.toRadians(otherLon - lon);
        double a = Math.pow(Math.sin(dLat / 2), 2)
                + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(otherLat)) * Math.pow(Math.sin(dLon / 2), 2);
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(a)));
    }
}
