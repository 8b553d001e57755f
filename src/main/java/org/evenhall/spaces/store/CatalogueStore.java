package org.evenhall.spaces.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhall.kernel.GeoPoint;
import org.evenhall.kernel.Named;
import org.evenhall.organisations.OrganisationKind;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.Sharing;
import org.evenhall.spaces.SpaceKind;

/** Spaces with what their venue, organisation and areas lend them, by one query. */
@ApplicationScoped
public class CatalogueStore {

    private static final String EVERYTHING = """
            SELECT s.id, s.site_id, s.part_from, s.part_to, s.name, s.name_zh, s.description, s.description_zh, s.kind,
              s.capacity, s.sharing, s.amenities, s.step_free, s.demo, s.published AS space_published, s.version,
              v.id AS venue_id, v.name AS venue_name, v.name_zh AS venue_zh, v.address, v.lat, v.lon, v.zone,
              v.country, v.region, v.wheelchair, v.attribution, v.published AS venue_published, v.gone,
              o.id AS organisation_id, o.name AS organisation_name, o.name_zh AS organisation_zh,
              o.kind AS organisation_kind, o.parent_id AS organisation_parent, o.published AS organisation_published,
              a.id AS area1, a.name AS area1_name, a.name_zh AS area1_zh,
              b.id AS area2, b.name AS area2_name, b.name_zh AS area2_zh,
              c.id AS area3, c.name AS area3_name, c.name_zh AS area3_zh,
              d.id AS area4, d.name AS area4_name, d.name_zh AS area4_zh
            FROM spaces s
            JOIN venue v ON v.id = s.venue_id
            JOIN organisation o ON o.id = v.organisation_id
            LEFT JOIN area a ON a.id = v.area_id
            LEFT JOIN area b ON b.id = a.parent_id
            LEFT JOIN area c ON c.id = b.parent_id
            LEFT JOIN area d ON d.id = c.parent_id""";

    private final Sql sql;

    CatalogueStore() {
        this(null);
    }

    @Inject
    public CatalogueStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * All of them in the order of ids, sorted here: the database would write a city to the disk for it. Venues,
     * organisations and areas are shared between the spaces that have them in common.
     */
    public List<Listed> everything() {
        return sorted(sql.list(EVERYTHING, new Lister()));
    }

    /** The spaces of these sites, in the order of ids. */
    public List<Listed> ofSites(Collection<String> sites) {
        return sorted(sql.among(EVERYTHING + " WHERE s.site_id IN", sites, new Lister()));
    }

    private static List<Listed> sorted(List<Listed> spaces) {
        spaces.sort(Comparator.comparing(Listed::id));
        return spaces;
    }

    private static final class Lister implements Sql.Row<Listed> {

        private final Map<String, Listed.Venue> venues = new HashMap<>();
        private final Map<String, Listed.Organisation> organisations = new HashMap<>();
        private final Map<String, List<Listed.Area>> areas = new HashMap<>();

        @Override
        public Listed of(ResultSet row) throws SQLException {
            return new Listed(
                    row.getString("id"),
                    row.getString("site_id"),
                    row.getInt("part_from"),
                    row.getInt("part_to"),
                    named(row, "name", "name_zh"),
                    named(row, "description", "description_zh"),
                    SpaceKind.valueOf(row.getString("kind")),
                    row.getInt("capacity"),
                    Sharing.valueOf(row.getString("sharing")),
                    SpaceStore.amenities(row.getString("amenities")),
                    row.getBoolean("step_free"),
                    row.getBoolean("demo"),
                    row.getBoolean("space_published")
                            && row.getBoolean("venue_published")
                            && !row.getBoolean("gone")
                            && row.getBoolean("organisation_published"),
                    shared(venues, row.getString("venue_id"), venue(row)),
                    shared(organisations, row.getString("organisation_id"), organisation(row)),
                    shared(areas, row.getString("area1"), CatalogueStore.areas(row)),
                    row.getInt("version"));
        }
    }

    private static <T> T shared(Map<String, T> seen, String id, T fresh) {
        var earlier = seen.putIfAbsent(id, fresh);
        return earlier == null ? fresh : earlier;
    }

    private static Listed.Venue venue(ResultSet row) throws SQLException {
        return new Listed.Venue(
                row.getString("venue_id"),
                named(row, "venue_name", "venue_zh"),
                row.getString("address"),
                new GeoPoint(row.getDouble("lat"), row.getDouble("lon")),
                ZoneId.of(row.getString("zone")),
                row.getString("country"),
                row.getString("region"),
                row.getString("wheelchair"),
                row.getString("attribution"));
    }

    private static Listed.Organisation organisation(ResultSet row) throws SQLException {
        return new Listed.Organisation(
                row.getString("organisation_id"),
                named(row, "organisation_name", "organisation_zh"),
                OrganisationKind.valueOf(row.getString("organisation_kind")),
                row.getString("organisation_parent"));
    }

    private static List<Listed.Area> areas(ResultSet row) throws SQLException {
        List<Listed.Area> areas = new ArrayList<>();
        for (int level = 1; level <= 4; level++) {
            String id = row.getString("area" + level);
            if (id != null) {
                areas.add(new Listed.Area(id, named(row, "area" + level + "_name", "area" + level + "_zh")));
            }
        }
        return areas;
    }

    private static Named named(ResultSet row, String name, String nameZh) throws SQLException {
        return new Named(row.getString(name), row.getString(nameZh));
    }
}
