package org.evenhall.portal.web;

import org.evenhall.kernel.GeoPoint;

/** Somewhere in the city that distances are measured from. */
record Place(String name, GeoPoint point) {}
