package org.evenhall.spaces;

/** Spaces came, changed or went, in some number; the catalogue already shows it. Fired after the commit. */
public record CatalogueChanged() {}
