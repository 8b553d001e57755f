/**
 * What opening hours come to on a day: rules in, intervals out. The text is OpenStreetMap's and read in {@code syntax};
 * the meaning is ours, and it follows the specification
 * (https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification) and, where that is silent, what the reference
 * evaluator opening_hours.js does.
 */
package org.evenhall.openings.domain;
