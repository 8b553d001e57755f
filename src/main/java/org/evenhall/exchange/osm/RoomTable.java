package org.evenhall.exchange.osm;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.evenhall.kernel.Named;
import org.evenhall.organisations.OrganisationKind;
import org.evenhall.spaces.Amenity;
import org.evenhall.spaces.DefineSpace;
import org.evenhall.spaces.Sharing;
import org.evenhall.spaces.SpaceKind;

/**
 * {@code rooms.csv}: the rooms that are made up for a house, because no open data tell them. Number and size vary by a
 * hash of the house's id, so that the city looks real and is the same after every import, on every machine.
 */
final class RoomTable {

    private final List<Row> rows;

    /** How many rooms of one sort a kind of house gets, for how many people. */
    record Row(
            OrganisationKind house,
            String room,
            SpaceKind kind,
            Named name,
            Range count,
            Range people,
            int step,
            Set<Amenity> amenities,
            Named about) {}

    /** Both ends included. */
    record Range(int from, int to) {

        int pick(String seed, int step) {
            var hash = new CRC32();
            hash.update(seed.getBytes(StandardCharsets.UTF_8));
            return from + (int) (hash.getValue() % ((to - from) / step + 1)) * step;
        }
    }

    RoomTable(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    static RoomTable load() {
        return new RoomTable(
                Tables.rows("rooms.csv").stream().map(RoomTable::row).toList());
    }

    /**
     * The rooms of a house.
     *
     * @param id of the house in its file: what varies the rooms
     * @param externalId what the rooms' own external ids begin with
     */
    List<DefineSpace> of(OrganisationKind house, String id, String externalId, boolean stepFree) {
        List<DefineSpace> rooms = new ArrayList<>();
        for (var row : rows) {
            if (row.house() == house) {
                String seed = id + "#" + row.room();
                int count = row.count().pick(seed, 1);
                for (int n = 1; n <= count; n++) {
                    rooms.add(new DefineSpace(
                            externalId + "#" + row.room() + "-" + n,
                            row.kind(),
                            numbered(row.name(), n, count),
                            row.about(),
                            row.people().pick(seed + n + "people", row.step()),
                            Sharing.WHOLE,
                            row.amenities(),
                            stepFree,
                            true));
                }
            }
        }
        return rooms;
    }

    private static Named numbered(Named name, int n, int count) {
        String number = count == 1 ? "" : String.valueOf(n);
        return new Named(
                name.name().replace("{n}", number).strip(),
                name.nameZh().replace("{n}", number).strip());
    }

    private static Row row(NamedCsvRecord row) {
        return new Row(
                OrganisationKind.valueOf(row.getField("organisationKind")),
                row.getField("room"),
                SpaceKind.valueOf(row.getField("spaceKind")),
                new Named(row.getField("name"), row.getField("nameZh")),
                new Range(number(row, "countFrom"), number(row, "countTo")),
                new Range(number(row, "peopleFrom"), number(row, "peopleTo")),
                number(row, "peopleStep"),
                Stream.of(row.getField("amenities").split(" "))
                        .filter(name -> !name.isEmpty())
                        .map(Amenity::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                new Named(row.getField("about"), row.getField("aboutZh")));
    }

    private static int number(NamedCsvRecord row, String field) {
        return Integer.parseInt(row.getField(field));
    }
}
