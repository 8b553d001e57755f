/**
 * Reads houses out of OpenStreetMap GeoJSON (RFC 7946): the file, its features, the tables that say what a tag means
 * and which rooms a house gets, and what of it is new.
 */
package org.evenhall.exchange.osm;
