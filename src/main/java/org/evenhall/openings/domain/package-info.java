/**
 * Opening hours as OpenStreetMap writes them, read and evaluated: text in, intervals out. The parser is a library, the
 * meaning is ours, and it follows the specification (https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification)
 * and, where that is silent, what the reference evaluator opening_hours.js does. What cannot be evaluated soundly is
 * refused by name when the text is read, never guessed when somebody asks for a room.
 */
package org.evenhall.openings.domain;
