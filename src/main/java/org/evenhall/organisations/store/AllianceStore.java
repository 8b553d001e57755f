package org.evenhall.organisations.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.Named;
import org.evenhall.kernel.Page;
import org.evenhall.organisations.DefineAlliance;
import org.evenhall.platform.persistence.Sql;

/** Alliances and their members in the database. */
@ApplicationScoped
public class AllianceStore {

    private static final String COLUMNS = "id, external_id, name, name_zh, demo";

    private final Sql sql;

    AllianceStore() {
        this(null);
    }

    @Inject
    public AllianceStore(Sql sql) {
        this.sql = sql;
    }

    /** A row of an alliance. */
    public record Kept(String id, String externalId, Named name, boolean demo) {}

    /** A row of a member, with its name. */
    public record KeptMember(String allianceId, Named name, DefineAlliance.Member member) {}

    public Optional<Kept> get(String id) {
        return sql.first("SELECT " + COLUMNS + " FROM alliance WHERE id = ?", AllianceStore::kept, id);
    }

    public Optional<Kept> byExternalId(String externalId) {
        return sql.first("SELECT " + COLUMNS + " FROM alliance WHERE external_id = ?", AllianceStore::kept, externalId);
    }

    /** By name and id. */
    public Page<Kept> list(int page, int size) {
        var items = sql.list(
                "SELECT " + COLUMNS + " FROM alliance ORDER BY name, id OFFSET " + (long) page * size
                        + " ROWS FETCH NEXT " + size + " ROWS ONLY",
                AllianceStore::kept);
        return new Page<>(items, sql.count("SELECT COUNT(*) FROM alliance"), page, size);
    }

    /** The members of these alliances, organisations first, each kind by name. */
    public List<KeptMember> members(Collection<String> allianceIds) {
        if (allianceIds.isEmpty()) {
            return List.of();
        }
        String marks = String.join(", ", Collections.nCopies(allianceIds.size(), "?"));
        return sql.list(
                "SELECT m.alliance_id, m.organisation_id, m.area_id, m.pledged_hours, o.name, o.name_zh, a.name,"
                        + " a.name_zh, CASE WHEN m.organisation_id IS NULL THEN 1 ELSE 0 END AS is_area,"
                        + " COALESCE(o.name, a.name) AS shown FROM alliance_member m"
                        + " LEFT JOIN organisation o ON o.id = m.organisation_id LEFT JOIN area a ON a.id = m.area_id"
                        + " WHERE m.alliance_id IN (" + marks + ") ORDER BY is_area, shown, m.id",
                AllianceStore::member,
                allianceIds.toArray());
    }

    public void add(Kept alliance) {
        sql.update(
                "INSERT INTO alliance (name, name_zh, demo, external_id, id) VALUES (?, ?, ?, ?, ?)", values(alliance));
    }

    public void change(Kept alliance) {
        sql.update(
                "UPDATE alliance SET name = ?, name_zh = ?, demo = ?, external_id = ? WHERE id = ?", values(alliance));
    }

    public void replaceMembers(String allianceId, List<DefineAlliance.Member> members) {
        sql.update("DELETE FROM alliance_member WHERE alliance_id = ?", allianceId);
        sql.batch(
                "INSERT INTO alliance_member (id, alliance_id, organisation_id, area_id, pledged_hours)"
                        + " VALUES (?, ?, ?, ?, ?)",
                members.stream()
                        .map(each -> new Object[] {
                            Ids.next(), allianceId, each.organisationId(), each.areaId(), each.pledgedHours()
                        })
                        .toList());
    }

    private static Object[] values(Kept alliance) {
        return new Object[] {
            alliance.name().name(), alliance.name().nameZh(), alliance.demo(), alliance.externalId(), alliance.id()
        };
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getString(1), row.getString(2), new Named(row.getString(3), row.getString(4)), row.getBoolean(5));
    }

    private static KeptMember member(ResultSet row) throws SQLException {
        String organisation = row.getString(2);
        return new KeptMember(
                row.getString(1),
                organisation == null
                        ? new Named(row.getString(7), row.getString(8))
                        : new Named(row.getString(5), row.getString(6)),
                new DefineAlliance.Member(organisation, row.getString(3), row.getInt(4)));
    }
}
