package org.evenhall.spaces;

/** What a space offers. The message key is {@code amenity.<NAME>}. */
public enum Amenity {
    QUIET,
    SOCKETS,
    WIFI,
    PROJECTOR,
    WHITEBOARD,
    COMPUTERS,
    PIANO,
    STAGE,
    KITCHEN,
    FAMILY_ROOM,
    TOOLS,
    MATS
}
