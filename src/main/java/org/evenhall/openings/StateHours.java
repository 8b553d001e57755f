package org.evenhall.openings;

import java.time.LocalDate;

/**
 * Opening hours as an owner states them.
 *
 * @param openingHours in the syntax of OpenStreetMap's {@code opening_hours}
 * @param validFrom first day on which they hold, not before today; today where it is left out
 */
public record StateHours(String openingHours, LocalDate validFrom) {}
