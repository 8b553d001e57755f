package org.evenhall.spaces.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.spaces.DefineVenue;
import org.evenhall.spaces.KnownVenue;
import org.evenhall.spaces.Place;

/** Venues in the database, written by batches. */
@ApplicationScoped
public class VenueStore {

    private static final String STATED = "organisation_id = ?, area_id = ?, name = ?, name_zh = ?, address = ?,"
            + " lat = ?, lon = ?, zone = ?, country = ?, region = ?, wheelchair = ?, website = ?, phone = ?,"
            + " source = ?, lineage = ?, attribution = ?, content_hash = ?, published = ?, external_id = ?";

    private final Sql sql;

    VenueStore() {
        this(null);
    }

    @Inject
    public VenueStore(Sql sql) {
        this.sql = sql;
    }

    /** A venue's row in short. */
    public record Present(String id, String contentHash, boolean gone) {}

    /** How to reach a venue; both null where unknown. */
    public record Contact(String website, String phone) {}

    public List<KnownVenue> known() {
        return sql.list(
                "SELECT external_id, source, lineage, content_hash, gone FROM venue",
                row -> new KnownVenue(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getBoolean(5)));
    }

    /** By external id. */
    public Map<String, Present> present(Collection<String> externalIds) {
        Map<String, Present> found = new HashMap<>();
        sql.among(
                "SELECT external_id, id, content_hash, gone FROM venue WHERE external_id IN",
                externalIds,
                row -> found.put(row.getString(1), new Present(row.getString(2), row.getString(3), row.getBoolean(4))));
        return found;
    }

    /** The zone, country and region of most venues. */
    public Optional<Place> commonPlace() {
        return sql.first(
                "SELECT zone, country, region, COUNT(*) AS venues FROM venue GROUP BY zone, country, region"
                        + " ORDER BY venues DESC, zone",
                row -> new Place(ZoneId.of(row.getString(1)), row.getString(2), row.getString(3)));
    }

    /** Whose house it is, as long as it is one. */
    public Optional<String> organisationOf(String venueId) {
        return sql.first(
                "SELECT organisation_id FROM venue WHERE id = ? AND gone = FALSE", row -> row.getString(1), venueId);
    }

    public Contact contact(String venueId) {
        return sql.first(
                        "SELECT website, phone FROM venue WHERE id = ?",
                        row -> new Contact(row.getString(1), row.getString(2)),
                        venueId)
                .orElse(new Contact(null, null));
    }

    public void add(Map<String, DefineVenue> byId) {
        sql.batch(
                "INSERT INTO venue (" + STATED.replace(" = ?", "") + ", id, gone, version) VALUES (" + "?, ".repeat(20)
                        + "FALSE, 0)",
                byId.entrySet().stream().map(VenueStore::values).toList());
    }

    public void change(Map<String, DefineVenue> byId) {
        sql.batch(
                "UPDATE venue SET " + STATED + ", gone = FALSE, version = version + 1 WHERE id = ?",
                byId.entrySet().stream().map(VenueStore::values).toList());
    }

    public void assign(Collection<String> externalIds, String lineage) {
        sql.batch(
                "UPDATE venue SET lineage = ? WHERE external_id = ?",
                externalIds.stream().map(each -> new Object[] {lineage, each}).toList());
    }

    public void retire(Collection<String> externalIds) {
        sql.batch(
                "UPDATE venue SET gone = TRUE, version = version + 1 WHERE external_id = ? AND gone = FALSE",
                externalIds.stream().map(each -> new Object[] {each}).toList());
    }

    private static Object[] values(Map.Entry<String, DefineVenue> entry) {
        var venue = entry.getValue();
        return new Object[] {
            venue.organisationId(),
            venue.areaId(),
            venue.name().name(),
            venue.name().nameZh(),
            venue.address(),
            venue.point().lat(),
            venue.point().lon(),
            venue.zone().getId(),
            venue.country(),
            venue.region(),
            venue.wheelchair(),
            venue.website(),
            venue.phone(),
            venue.source(),
            venue.lineage(),
            venue.attribution(),
            venue.contentHash(),
            venue.published(),
            venue.externalId(),
            entry.getKey()
        };
    }
}
