package org.evenhall.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UtilisationCsvTest {

    private static final String HEADER = "key,label,spaces,openHours,bookedHours,usedHours,utilisation,bookings,"
            + "cancelled,noShows,people,eveningOpenHours,eveningBookedHours\r\n";

    private static UtilisationRow row(String key, String label, String utilisation) {
        return new UtilisationRow(
                key,
                label,
                2,
                new BigDecimal("42.5"),
                new BigDecimal("4.3333"),
                null,
                utilisation == null ? null : new BigDecimal(utilisation),
                4,
                1,
                0,
                31,
                new BigDecimal("12.5"),
                new BigDecimal("0"));
    }

    private static UtilisationReport report(UtilisationRow... rows) {
        return new UtilisationReport(
                LocalDate.of(2026, 3, 28),
                LocalDate.of(2026, 4, 4),
                "organisation",
                List.of(rows),
                row("total", "Total", "0.1020"));
    }

    private static String written(String... labels) throws IOException {
        var out = new ByteArrayOutputStream();
        UtilisationCsv.write(
                report(Stream.of(labels).map(label -> row("k", label, "0.5000")).toArray(UtilisationRow[]::new)), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String label(String csv) {
        return csv.substring(HEADER.length()).split(",")[1];
    }

    @Test
    void namesTheFieldsAndEndsWithTheTotal() throws IOException {
        assertThat(written("Schule"))
                .isEqualTo(HEADER
                        + "k,Schule,2,42.5,4.3333,,0.5000,4,1,0,31,12.5,0\r\n"
                        + "total,Total,2,42.5,4.3333,,0.1020,4,1,0,31,12.5,0\r\n");
    }

    @Test
    void whatIsNotKnownIsEmpty() throws IOException {
        var out = new ByteArrayOutputStream();
        UtilisationCsv.write(report(row("k", "l", null)), out);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("k,l,2,42.5,4.3333,,,4,1,0,31,12.5,0\r\n");
    }

    @Test
    void commasQuotesAndLinesAreQuoted() throws IOException {
        assertThat(written("A, \"B\"\nC")).contains("k,\"A, \"\"B\"\"\nC\",2,");
    }

    @Test
    void chineseIsWrittenInUtf8() throws IOException {
        assertThat(written("图书馆")).contains("k,图书馆,2,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49 30", "-x", "@SUM(A1)", "\t=1", "＝1", "＋1", "－1", "＠x"})
    void aLabelThatASpreadsheetWouldReckonWithIsText(String label) throws IOException {
        assertThat(label(written(label))).isEqualTo("'" + label);
    }

    @Test
    void aLineBreakBeforeAFormulaHidesNothing() throws IOException {
        assertThat(written("\r=1")).contains("k,\"'\r=1\",2,");
        assertThat(written("\n=1")).contains("k,\"'\n=1\",2,");
    }

    @Test
    void otherLabelsStayAsTheyAre() throws IOException {
        for (String label : Arrays.asList("Schule 1", "1. Schule", "'s Hus", "")) {
            assertThat(label(written(label)).replace("\"", "")).isEqualTo(label);
        }
    }

    @Test
    void theFileSaysWhatIsInIt() {
        assertThat(UtilisationCsv.fileName(report())).isEqualTo("utilisation-organisation-2026-03-28-2026-04-04.csv");
    }
}
