package org.evenhall.areas;

/** The four levels on which learning cities work, the widest first. */
public enum Level {
    CITY,
    DISTRICT,
    STREET,
    COMMUNITY
}
