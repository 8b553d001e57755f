package org.evenhall.availability.rest;

import java.time.OffsetDateTime;
import java.util.Locale;
import org.evenhall.availability.FreeSpace;
import org.evenhall.spaces.SpaceCard;

/** A space that is free as asked; times in the zone of its venue. */
public record FreeSpaceView(SpaceCard space, OffsetDateTime start, OffsetDateTime end, int places) {

    static FreeSpaceView of(FreeSpace free, Locale locale) {
        var zone = free.space().zone();
        return new FreeSpaceView(
                free.space().card(locale, free.distance()),
                OffsetDateTime.ofInstant(free.slot().start(), zone),
                OffsetDateTime.ofInstant(free.slot().end(), zone),
                free.places());
    }
}
