package org.evenhall.areas.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenhall.areas.Level;
import org.evenhall.areas.domain.Area;
import org.evenhall.kernel.Named;
import org.evenhall.kernel.Page;
import org.evenhall.platform.persistence.Sql;

/** Areas in the database: few, written seldom, read as a whole for the atlas and by pages for lists. */
@ApplicationScoped
public class AreaStore {

    private static final String COLUMNS =
            "id, external_id, parent_id, level, name, name_zh, population, surface_m2, lat, lon, attribution";

    /** Levels in their order, so that a list begins with the city. */
    private static final String LEVEL_ORDER =
            "CASE level WHEN 'CITY' THEN 0 WHEN 'DISTRICT' THEN 1 WHEN 'STREET' THEN 2 ELSE 3 END";

    private final Sql sql;

    AreaStore() {
        this(null);
    }

    @Inject
    public AreaStore(Sql sql) {
        this.sql = sql;
    }

    /** All areas, with their boundaries. */
    public List<Area> all() {
        return sql.list("SELECT " + COLUMNS + ", boundary FROM area ORDER BY id", row -> area(row, row.getString(12)));
    }

    public Optional<Area> byExternalId(String externalId) {
        return sql.first(
                "SELECT " + COLUMNS + ", boundary FROM area WHERE external_id = ?",
                row -> area(row, row.getString(12)),
                externalId);
    }

    /** A page of areas without their boundaries, by level, name, id; filters that are null let all through. */
    public Page<Area> list(String parent, Level level, int page, int size) {
        String where =
                " WHERE " + (parent == null ? "1 = 1" : "parent_id = ?") + (level == null ? "" : " AND level = ?");
        Object[] args = Stream.of(parent, level).filter(Objects::nonNull).toArray();
        var items = sql.list(
                "SELECT " + COLUMNS + ", " + LEVEL_ORDER + " AS level_order FROM area" + where
                        + " ORDER BY level_order, name, id OFFSET " + (long) page * size + " ROWS FETCH NEXT " + size
                        + " ROWS ONLY",
                row -> area(row, null),
                args);
        return new Page<>(items, sql.count("SELECT COUNT(*) FROM area" + where, args), page, size);
    }

    public void add(Area area) {
        sql.update(
                "INSERT INTO area (parent_id, level, name, name_zh, population, surface_m2, lat, lon, boundary,"
                        + " attribution, external_id, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values(area));
    }

    public void change(Area area) {
        sql.update(
                "UPDATE area SET parent_id = ?, level = ?, name = ?, name_zh = ?, population = ?, surface_m2 = ?,"
                        + " lat = ?, lon = ?, boundary = ?, attribution = ?, external_id = ? WHERE id = ?",
                values(area));
    }

    private static Object[] values(Area area) {
        return new Object[] {
            area.parentId(),
            area.level(),
            area.name().name(),
            area.name().nameZh(),
            area.population(),
            area.surface(),
            area.lat(),
            area.lon(),
            area.boundary(),
            area.attribution(),
            area.externalId(),
            area.id()
        };
    }

    private static Area area(ResultSet row, String boundary) throws SQLException {
        return new Area(
                row.getString("id"),
                row.getString("external_id"),
                row.getString("parent_id"),
                Level.valueOf(row.getString("level")),
                new Named(row.getString("name"), row.getString("name_zh")),
                row.getObject("population", Integer.class),
                row.getObject("surface_m2", Double.class),
                row.getObject("lat", Double.class),
                row.getObject("lon", Double.class),
                boundary,
                row.getString("attribution"));
    }
}
