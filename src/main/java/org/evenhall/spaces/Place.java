package org.evenhall.spaces;

import java.time.ZoneId;

/** Whose clock and whose holidays hold. Country and region as in {@link DefineVenue}, null where unknown. */
public record Place(ZoneId zone, String country, String region) {}
