package org.evenhall.spaces;

import org.evenhall.kernel.Ids;
import org.evenhall.platform.persistence.Sql;

/** Spaces as rows, so that other rows can refer to them. */
public final class StoredSpaces {

    private StoredSpaces() {}

    /** A house of its own for the space; tests with new ids share a database and no space. */
    public static void store(Sql sql, Listed space) {
        String organisation = Ids.next();
        String venue = Ids.next();
        sql.update(
                "INSERT INTO organisation (id, external_id, kind, name, published, version) VALUES (?, ?, 'LIBRARY',"
                        + " 'House', TRUE, 1)",
                organisation,
                organisation);
        sql.update(
                "INSERT INTO venue (id, external_id, organisation_id, name, lat, lon, zone, source, lineage,"
                        + " content_hash, published, gone, version) VALUES (?, ?, ?, 'House', 52.5, 13.4,"
                        + " 'Europe/Berlin', 'test', 'test', 'x', TRUE, FALSE, 1)",
                venue,
                venue,
                organisation);
        sql.update(
                "INSERT INTO spaces (id, external_id, venue_id, site_id, part_from, part_to, kind, name, capacity,"
                        + " sharing, amenities, step_free, demo, published, version) VALUES (?, ?, ?, ?, ?, ?,"
                        + " 'STUDY_ROOM', 'Room', ?, ?, '', TRUE, FALSE, TRUE, 1)",
                space.id(),
                space.id(),
                venue,
                space.site(),
                space.partFrom(),
                space.partTo(),
                space.capacity(),
                space.sharing());
        if (space.id().equals(space.site())) {
            sql.update("INSERT INTO site (id) VALUES (?)", space.site());
        }
    }
}
