package org.evenhall.availability.rest;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.evenhall.availability.FreeSearch;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.platform.http.Parameters;
import org.evenhall.spaces.CatalogueParameters;

/** A search for free times as query parameters. */
final class FreeSearchParameters {

    private static final int MOST_DAYS = 31;
    private static final int MOST_PEOPLE = 1_000_000;

    private FreeSearchParameters() {}

    static FreeSearch read(Parameters parameters) {
        LocalDate date = parameters.date("date");
        LocalDate from = parameters.date("dateFrom");
        LocalDate to = parameters.date("dateTo");
        if (date != null) {
            if (from != null || to != null) {
                throw Refused.malformed(Violation.of("either", "date", "malformed.date-or-period"));
            }
            from = date;
            to = date.plusDays(1);
        }
        parameters.needed(to == null ? "date" : "dateFrom", from);
        parameters.needed("dateTo", to);
        parameters.inOrder(from, "dateTo", to);
        if (ChronoUnit.DAYS.between(from, to) > MOST_DAYS) {
            throw Refused.malformed(Violation.of("longest-period", "dateTo", "malformed.days", MOST_DAYS));
        }
        Integer fromMinute = parameters.needed("from", parameters.minuteOfDay("from"));
        Integer toMinute = parameters.needed("to", parameters.minuteOfDay("to"));
        parameters.inOrder(fromMinute, "to", toMinute);
        Integer people = parameters.whole("people", 1, MOST_PEOPLE);
        return new FreeSearch(
                from,
                to,
                parameters.weekdays("weekdays"),
                fromMinute,
                toMinute,
                parameters.duration("duration"),
                people == null ? 1 : people,
                CatalogueParameters.filter(parameters));
    }
}
