package org.evenhall.openings;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * The opening hours of a space and what they come to.
 *
 * @param openingHours what was stated last, in the syntax of OpenStreetMap; null where nothing is
 * @param validFrom first day on which that holds
 * @param readable whether it can be read; if not, the space cannot be booked
 * @param inheritedFrom id of the space around it whose hours these are, null where they are its own
 * @param days two weeks from today, or from {@code validFrom} where that is later
 */
public record HoursView(
        String spaceId,
        String openingHours,
        LocalDate validFrom,
        boolean readable,
        String inheritedFrom,
        ZoneId zone,
        List<Day> days) {

    /** A local day; {@code reason} says why nothing is open, null where something is. */
    public record Day(LocalDate date, List<Open> open, String reason) {}

    /** Half-open. */
    public record Open(OffsetDateTime start, OffsetDateTime end) {}
}
