package org.evenhall.reports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The table as a file (RFC 4180, UTF-8): the names of the fields, the rows, the total last. Labels are written by
 * whoever names a house, so one that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV
 * injection).
 */
public final class UtilisationCsv {

    public static final String MEDIA_TYPE = "text/csv;charset=UTF-8";

    /** What begins a formula, in the full-width forms too, or hides the beginning of one. */
    private static final String BEGINNINGS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private UtilisationCsv() {}

    /** A name for the file that says what is in it. */
    public static String fileName(UtilisationReport report) {
        return "utilisation-" + report.groupBy() + "-" + report.from() + "-" + report.to() + ".csv";
    }

    /** Writes the table; the stream stays open. */
    public static void write(UtilisationReport report, OutputStream out) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
        csv.writeRecord(Arrays.stream(UtilisationRow.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
        for (UtilisationRow row : report.rows()) {
            csv.writeRecord(cells(row));
        }
        csv.writeRecord(cells(report.total()));
        csv.flush();
    }

    private static String[] cells(UtilisationRow row) {
        return new String[] {
            text(row.key()),
            text(row.label()),
            String.valueOf(row.spaces()),
            number(row.openHours()),
            number(row.bookedHours()),
            number(row.usedHours()),
            number(row.utilisation()),
            String.valueOf(row.bookings()),
            String.valueOf(row.cancelled()),
            String.valueOf(row.noShows()),
            String.valueOf(row.people()),
            number(row.eveningOpenHours()),
            number(row.eveningBookedHours())
        };
    }

    private static String text(String text) {
        return !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String number(BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
