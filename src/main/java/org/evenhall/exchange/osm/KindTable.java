package org.evenhall.exchange.osm;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhall.organisations.OrganisationKind;

/** {@code osm-kinds.csv}: which tags make which kind of organisation. The first row that fits decides. */
final class KindTable {

    private static final String LEFT_OUT = "LEFT_OUT";

    private final List<Row> rows;

    /**
     * A row of the table.
     *
     * @param kind null for what is left out on purpose
     * @param note why it is left out
     */
    record Row(String key, String value, OrganisationKind kind, String note) {

        boolean fits(Feature feature) {
            return feature.tag(key)
                    .map(given -> Arrays.asList(given.split("\\s*;\\s*")).contains(value))
                    .orElse(false);
        }
    }

    KindTable(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    static KindTable load() {
        return new KindTable(Tables.rows("osm-kinds.csv").stream()
                .map(row -> new Row(
                        row.getField("key"),
                        row.getField("value"),
                        row.getField("kind").equals(LEFT_OUT) ? null : OrganisationKind.valueOf(row.getField("kind")),
                        row.getField("note")))
                .toList());
    }

    Optional<Row> of(Feature feature) {
        return rows.stream().filter(row -> row.fits(feature)).findFirst();
    }

    /** All tags that the table asks for. */
    Set<String> keys() {
        return rows.stream().map(Row::key).collect(Collectors.toUnmodifiableSet());
    }

    /** What the feature has of these tags, for the report on one that fits no row. */
    String shown(Feature feature) {
        return rows.stream()
                .map(Row::key)
                .distinct()
                .filter(key -> feature.tag(key).isPresent())
                .map(key -> key + "=" + feature.tag(key).get())
                .collect(Collectors.joining(", "));
    }
}
