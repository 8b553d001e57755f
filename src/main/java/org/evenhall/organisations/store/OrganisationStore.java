package org.evenhall.organisations.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenhall.kernel.Named;
import org.evenhall.kernel.Page;
import org.evenhall.organisations.DefineOrganisation;
import org.evenhall.organisations.OrganisationKind;
import org.evenhall.organisations.OrganisationQuery;
import org.evenhall.platform.persistence.Sql;

/** Organisations in the database, read by pages and written by batches. */
@ApplicationScoped
public class OrganisationStore {

    private static final String COLUMNS =
            "o.id, o.external_id, o.kind, o.name, o.name_zh, o.area_id, o.website," + " o.published, o.parent_id";

    private final Sql sql;

    OrganisationStore() {
        this(null);
    }

    @Inject
    public OrganisationStore(Sql sql) {
        this.sql = sql;
    }

    /** A row: what was stated, with the id that it got here. */
    public record Kept(String id, String parentId, DefineOrganisation stated) {}

    public Optional<Kept> get(String id) {
        return sql.first("SELECT " + COLUMNS + " FROM organisation o WHERE o.id = ?", OrganisationStore::kept, id);
    }

    public Optional<Kept> byExternalId(String externalId) {
        return sql.first(
                "SELECT " + COLUMNS + " FROM organisation o WHERE o.external_id = ?",
                OrganisationStore::kept,
                externalId);
    }

    /** By external id. */
    public Map<String, Kept> byExternalIds(Collection<String> externalIds) {
        Map<String, Kept> found = new HashMap<>();
        sql.among(
                        "SELECT " + COLUMNS + " FROM organisation o WHERE o.external_id IN",
                        externalIds,
                        OrganisationStore::kept)
                .forEach(kept -> found.put(kept.stated().externalId(), kept));
        return found;
    }

    /** Names by id. */
    public Map<String, Named> names(Collection<String> ids) {
        Map<String, Named> names = new HashMap<>();
        sql.among(
                "SELECT id, name, name_zh FROM organisation WHERE id IN",
                ids,
                row -> names.put(row.getString(1), new Named(row.getString(2), row.getString(3))));
        return names;
    }

    /** Those of these ids that there are. */
    public Set<String> known(Collection<String> ids) {
        return new HashSet<>(sql.among("SELECT id FROM organisation WHERE id IN", ids, row -> row.getString(1)));
    }

    /** The ids of those that belong to one of these. */
    public Set<String> below(Collection<String> ids) {
        return new HashSet<>(sql.among("SELECT id FROM organisation WHERE parent_id IN", ids, row -> row.getString(1)));
    }

    /** What the public sees, by name and id. */
    public Page<Kept> list(OrganisationQuery query) {
        var from = new StringBuilder(" FROM organisation o");
        var where = new StringBuilder(" WHERE o.published = TRUE");
        List<Object> args = new ArrayList<>();
        if (query.area() != null) {
            from.append(" JOIN area a ON a.id = o.area_id LEFT JOIN area b ON b.id = a.parent_id"
                    + " LEFT JOIN area c ON c.id = b.parent_id");
            where.append(" AND (a.id = ? OR b.id = ? OR c.id = ? OR c.parent_id = ?)");
            args.addAll(Collections.nCopies(4, query.area()));
        }
        if (query.kind() != null) {
            where.append(" AND o.kind = ?");
            args.add(query.kind());
        }
        for (String word : words(query.q())) {
            where.append(" AND (LOWER(o.name) LIKE ? ESCAPE '!' OR LOWER(o.name_zh) LIKE ? ESCAPE '!')");
            args.addAll(Collections.nCopies(2, "%" + word.replaceAll("([!%_])", "!$1") + "%"));
        }
        var items = sql.list(
                "SELECT " + COLUMNS + from + where + " ORDER BY o.name, o.id OFFSET "
                        + (long) query.page() * query.size() + " ROWS FETCH NEXT " + query.size() + " ROWS ONLY",
                OrganisationStore::kept,
                args.toArray());
        return new Page<>(
                items, sql.count("SELECT COUNT(*)" + from + where, args.toArray()), query.page(), query.size());
    }

    public void add(List<Kept> rows) {
        sql.batch(
                "INSERT INTO organisation (kind, name, name_zh, area_id, website, published, external_id, id, version)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)",
                rows.stream().map(OrganisationStore::values).toList());
    }

    public void change(List<Kept> rows) {
        sql.batch(
                "UPDATE organisation SET kind = ?, name = ?, name_zh = ?, area_id = ?, website = ?, published = ?,"
                        + " external_id = ?, version = version + 1 WHERE id = ?",
                rows.stream().map(OrganisationStore::values).toList());
    }

    public void hide(Collection<String> externalIds) {
        sql.batch(
                "UPDATE organisation SET published = FALSE, version = version + 1"
                        + " WHERE external_id = ? AND published = TRUE",
                externalIds.stream().map(each -> new Object[] {each}).toList());
    }

    private static Object[] values(Kept kept) {
        var stated = kept.stated();
        return new Object[] {
            stated.kind(),
            stated.name().name(),
            stated.name().nameZh(),
            stated.areaId(),
            stated.website(),
            stated.published(),
            stated.externalId(),
            kept.id()
        };
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getString(1),
                row.getString(9),
                new DefineOrganisation(
                        row.getString(2),
                        OrganisationKind.valueOf(row.getString(3)),
                        new Named(row.getString(4), row.getString(5)),
                        row.getString(6),
                        row.getString(7),
                        row.getBoolean(8)));
    }

    private static List<String> words(String q) {
        return q == null || q.isBlank()
                ? List.of()
                : List.of(q.toLowerCase(Locale.ROOT).strip().split("\\s+"));
    }
}
