package org.evenhall.spaces;

/** What an importer must know of a venue to see whether a file says anything new. See {@link DefineVenue}. */
public record KnownVenue(String externalId, String source, String lineage, String contentHash, boolean gone) {}
