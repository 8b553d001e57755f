package org.evenhall.organisations;

import org.evenhall.areas.AreaRef;

/** An organisation as the world sees it; {@code area} is null for one that lies outside every known area. */
public record OrganisationView(
        String id, String name, OrganisationKind kind, AreaRef area, String parent, String website) {}
