package org.evenhall.reports;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;

/**
 * Which figures somebody asks for; a filter that is null lets all through, and several of them hold together.
 *
 * @param from first local day
 * @param to day after the last one; at most 400 days later
 * @param area id of an area; what lies below it counts
 * @param alliance id of an alliance; spaces of its member organisations and in its member communities count
 * @param organisation id of an organisation
 */
public record UtilisationQuery(
        LocalDate from, LocalDate to, GroupBy groupBy, String area, String alliance, String organisation) {

    public static final int MOST_DAYS = 400;

    /** Refused as malformed where the period is missing, ends before it begins, or is too long. */
    public UtilisationQuery {
        needed("from", from);
        needed("to", to);
        needed("groupBy", groupBy);
        if (!from.isBefore(to)) {
            throw Refused.malformed(Violation.of("order", "to", "malformed.order"));
        }
        if (ChronoUnit.DAYS.between(from, to) > MOST_DAYS) {
            throw Refused.malformed(Violation.of("longest-period", "to", "malformed.days", MOST_DAYS));
        }
    }

    /** All that the caller may see. */
    public static UtilisationQuery ofAll(LocalDate from, LocalDate to, GroupBy groupBy) {
        return new UtilisationQuery(from, to, groupBy, null, null, null);
    }

    boolean isFiltered() {
        return area != null || alliance != null || organisation != null;
    }

    private static void needed(String name, Object value) {
        if (value == null) {
            throw Refused.malformed(Violation.of("required", name, "malformed.needed"));
        }
    }
}
