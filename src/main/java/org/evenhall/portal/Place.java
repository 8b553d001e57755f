package org.evenhall.portal;

import org.evenhall.kernel.GeoPoint;

/** Somewhere in the city that distances are measured from. */
public record Place(String name, GeoPoint point) {}
