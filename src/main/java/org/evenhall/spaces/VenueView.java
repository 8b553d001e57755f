package org.evenhall.spaces;

import java.time.ZoneId;

/** Where a space is; the zone is the one that its wall-clock times are told in. */
public record VenueView(String id, String name, String address, double lat, double lon, ZoneId zone) {}
