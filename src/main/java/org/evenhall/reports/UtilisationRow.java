package org.evenhall.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.evenhall.reports.domain.Figures;
import org.evenhall.reports.domain.Tally;

/**
 * One row of the table. Hours are decimals, exact to four places, and so is the share; both are rounded from whole
 * seconds, so that the total is not the sum of what was rounded.
 *
 * @param openHours open to the public as the hours stood on each day, less closures
 * @param bookedHours taken; more than {@code openHours} where a space was closed after it had been booked
 * @param usedHours held by those who had checked in; null where check-in was asked of no booking
 * @param utilisation booked by open hours; null where nothing was open
 * @param bookings neither cancelled nor declined
 * @param people for how many these bookings were made
 * @param eveningOpenHours those from 18:00 to 22:00 local time
 */
public record UtilisationRow(
        String key,
        String label,
        int spaces,
        BigDecimal openHours,
        BigDecimal bookedHours,
        BigDecimal usedHours,
        BigDecimal utilisation,
        long bookings,
        long cancelled,
        long noShows,
        long people,
        BigDecimal eveningOpenHours,
        BigDecimal eveningBookedHours) {

    private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3600);
    private static final int PLACES = 4;

    static UtilisationRow of(String key, String label, Tally.Sum sum) {
        Figures figures = sum.figures();
        return new UtilisationRow(
                key,
                label,
                sum.spaces(),
                hours(figures.open()),
                hours(figures.booked()),
                figures.used() == null ? null : hours(figures.used()),
                share(figures.booked(), figures.open()),
                figures.bookings(),
                figures.cancelled(),
                figures.noShows(),
                figures.people(),
                hours(figures.eveningOpen()),
                hours(figures.eveningBooked()));
    }

    /** Without zeros at the end: 3.5, 120, 0.3333. */
    private static BigDecimal hours(long seconds) {
        BigDecimal hours = BigDecimal.valueOf(seconds)
                .divide(SECONDS_AN_HOUR, PLACES, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return hours.scale() < 0 ? hours.setScale(0) : hours;
    }

    private static BigDecimal share(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), PLACES, RoundingMode.HALF_UP);
    }
}
