package org.evenhall.spaces.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhall.kernel.Named;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.spaces.Amenity;
import org.evenhall.spaces.DefineSpace;
import org.evenhall.spaces.Sharing;
import org.evenhall.spaces.SpaceKind;
import org.evenhall.spaces.domain.Division.Range;

/** Spaces in the database, each with the row of its site, written by batches. */
@ApplicationScoped
public class SpaceStore {

    private static final String STATED = "kind, name, name_zh, description, description_zh, capacity, sharing,"
            + " amenities, step_free, demo, external_id";

    private static final String KEPT = STATED + ", id, venue_id, published, by_owner";

    private final Sql sql;

    SpaceStore() {
        this(null);
    }

    @Inject
    public SpaceStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * A row: what was stated, with what became of it here.
     *
     * @param byOwner whether its owner has published or changed it, so that files no longer say what it is
     */
    public record Kept(String id, String venueId, boolean published, DefineSpace stated, boolean byOwner) {}

    /** A space with its place in the tree of parts. */
    public record Placed(Kept space, String site, Range range) {}

    /** The spaces of these venues by external id. */
    public Map<String, Kept> ofVenues(Collection<String> venueIds) {
        Map<String, Kept> found = new HashMap<>();
        sql.among("SELECT " + KEPT + " FROM spaces WHERE venue_id IN", venueIds, SpaceStore::kept)
                .forEach(kept -> found.put(kept.stated().externalId(), kept));
        return found;
    }

    /** Each as its own site: the row that changes of its calendar lock is made with it. */
    public void add(List<Kept> rows) {
        sql.batch(
                "INSERT INTO site (id) VALUES (?)",
                rows.stream().map(each -> new Object[] {each.id()}).toList());
        sql.batch(
                "INSERT INTO spaces (" + STATED + ", id, venue_id, site_id, part_from, part_to, published, version)"
                        + " VALUES (" + "?, ".repeat(14) + "0, 1, TRUE, 0)",
                rows.stream()
                        .map(each -> Stream.concat(
                                        values(each.stated()), Stream.of(each.id(), each.venueId(), each.id()))
                                .toArray())
                        .toList());
    }

    /** What is stated of a space now. */
    public Optional<Kept> find(String id) {
        return sql.first("SELECT " + KEPT + " FROM spaces WHERE id = ?", SpaceStore::kept, id);
    }

    public Optional<String> siteOf(String id) {
        return sql.first("SELECT site_id FROM spaces WHERE id = ?", row -> row.getString(1), id);
    }

    /** Locks a site until the transaction ends: what its calendar relies on does not change meanwhile. */
    public void lockSite(String site) {
        if (!sql.lock("site", site)) {
            throw new IllegalStateException("A space without a site: " + site);
        }
    }

    /** The row that changes of a new site's calendar lock. */
    public void addSite(String site) {
        sql.update("INSERT INTO site (id) VALUES (?)", site);
    }

    /** Spaces that their owner publishes. */
    public void addOwned(List<Placed> rows) {
        sql.batch(
                "INSERT INTO spaces (" + STATED + ", id, venue_id, published, site_id, part_from, part_to, by_owner,"
                        + " version) VALUES (" + "?, ".repeat(17) + "TRUE, 0)",
                rows.stream()
                        .map(each -> Stream.concat(
                                        values(each.space().stated()),
                                        Stream.of(
                                                each.space().id(),
                                                each.space().venueId(),
                                                each.space().published(),
                                                each.site(),
                                                each.range().from(),
                                                each.range().to()))
                                .toArray())
                        .toList());
    }

    /** What its owner says of a space from now on. */
    public void changeOwned(Kept space) {
        sql.update(
                "UPDATE spaces SET " + STATED.replace(",", " = ?,")
                        + " = ?, published = ?, by_owner = TRUE, version = version + 1 WHERE id = ?",
                Stream.concat(values(space.stated()), Stream.of(space.published(), space.id()))
                        .toArray());
    }

    /** Numbers the spaces of a site anew. */
    public void place(Map<String, Range> ranges) {
        sql.batch(
                "UPDATE spaces SET part_from = ?, part_to = ? WHERE id = ?",
                ranges.entrySet().stream()
                        .map(each -> new Object[] {
                            each.getValue().from(), each.getValue().to(), each.getKey()
                        })
                        .toList());
    }

    public void change(List<Kept> rows) {
        sql.batch(
                "UPDATE spaces SET " + STATED.replace(",", " = ?,")
                        + " = ?, published = TRUE, version = version + 1 WHERE id = ?",
                rows.stream()
                        .map(each -> Stream.concat(values(each.stated()), Stream.of(each.id()))
                                .toArray())
                        .toList());
    }

    public void hide(Collection<String> ids) {
        sql.batch(
                "UPDATE spaces SET published = FALSE, version = version + 1 WHERE id = ?",
                ids.stream().map(each -> new Object[] {each}).toList());
    }

    private static Stream<Object> values(DefineSpace space) {
        return Stream.of(
                space.kind(),
                space.name().name(),
                space.name().nameZh(),
                space.description().name(),
                space.description().nameZh(),
                space.capacity(),
                space.sharing(),
                space.amenities().stream().map(Amenity::name).collect(Collectors.joining(",")),
                space.stepFree(),
                space.demo(),
                space.externalId());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getString(12),
                row.getString(13),
                row.getBoolean(14),
                new DefineSpace(
                        row.getString(11),
                        SpaceKind.valueOf(row.getString(1)),
                        new Named(row.getString(2), row.getString(3)),
                        new Named(row.getString(4), row.getString(5)),
                        row.getInt(6),
                        Sharing.valueOf(row.getString(7)),
                        amenities(row.getString(8)),
                        row.getBoolean(9),
                        row.getBoolean(10)),
                row.getBoolean(15));
    }

    static Set<Amenity> amenities(String names) {
        return names.isEmpty()
                ? Set.of()
                : Stream.of(names.split(",")).map(Amenity::valueOf).collect(Collectors.toSet());
    }
}
