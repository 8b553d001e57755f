package org.evenhall.openings.rest;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Which hours to expand, for which days.
 *
 * @param openingHours in the syntax of OpenStreetMap's {@code opening_hours}
 * @param from first day
 * @param to day after the last one
 * @param country whose public holidays count (ISO 3166-1 alpha-2), or null
 * @param region part of the country (ISO 3166-2 without the country), or null
 */
public record ExpandHours(
        String openingHours, LocalDate from, LocalDate to, ZoneId zone, String country, String region) {}
