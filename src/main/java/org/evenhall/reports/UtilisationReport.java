package org.evenhall.reports;

import java.time.LocalDate;
import java.util.List;

/**
 * How well the opened hours of a period were used.
 *
 * @param groupBy as the request wrote it
 * @param rows by label, then key; periods in the order of time
 * @param total of all spaces counted, each once; its key is {@code total}
 */
public record UtilisationReport(
        LocalDate from, LocalDate to, String groupBy, List<UtilisationRow> rows, UtilisationRow total) {

    public UtilisationReport {
        rows = List.copyOf(rows);
    }
}
