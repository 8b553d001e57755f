package org.evenhall.areas;

/** Some area is new or other than before. What was derived from areas is out of date once the change is committed. */
public record AreasChanged() {}
