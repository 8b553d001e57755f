package org.evenhall.spaces;

/** The catalogue in memory has been taken from the database again; whatever is derived from it must be made anew. */
public record CatalogueChanged() {}
