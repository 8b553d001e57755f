package org.evenhall.exchange.osm;

import java.util.EnumMap;
import java.util.Map;
import org.evenhall.organisations.OrganisationKind;

/** {@code hours.csv}: the hours of houses that state none, or whose stated hours mean teaching. */
final class HoursTable {

    private record Row(boolean always, String hours) {}

    /** @param stated whether the hours are those that the house itself states */
    record Hours(String text, boolean stated) {}

    private final Map<OrganisationKind, Row> rows = new EnumMap<>(OrganisationKind.class);

    static HoursTable load() {
        var table = new HoursTable();
        Tables.rows("hours.csv")
                .forEach(row -> table.rows.put(
                        OrganisationKind.valueOf(row.getField("organisationKind")),
                        new Row(row.getField("applies").equals("always"), row.getField("hours"))));
        for (OrganisationKind kind : OrganisationKind.values()) {
            if (!table.rows.containsKey(kind)) {
                throw new IllegalStateException("hours.csv says nothing of " + kind + ".");
            }
        }
        return table;
    }

    Hours of(OrganisationKind kind, Feature feature) {
        var row = rows.get(kind);
        var stated = feature.tag("opening_hours");
        return row.always() || stated.isEmpty() ? new Hours(row.hours(), false) : new Hours(stated.get(), true);
    }
}
