package org.evenhall.groups.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenhall.kernel.Page;
import org.evenhall.platform.persistence.Sql;

/** The tables {@code person_group} and {@code group_member}. Whoever changes a group holds the lock of its row. */
@ApplicationScoped
public class GroupStore {

    private static final String COLUMNS = "id, organisation_id, name, version";

    private Sql sql;

    protected GroupStore() {}

    @Inject
    public GroupStore(Sql sql) {
        this.sql = sql;
    }

    /** A row of a group. */
    public record Kept(String id, String organisation, String name, long version) {}

    public Optional<Kept> find(String id) {
        return sql.first("SELECT " + COLUMNS + " FROM person_group WHERE id = ?", GroupStore::kept, id);
    }

    /** Whether there is such a group, which is locked until the transaction ends. */
    public boolean lock(String id) {
        return sql.lock("person_group", id);
    }

    /** The groups of an organisation, by name and id. */
    public Page<Kept> list(String organisation, int page, int size) {
        return new Page<>(
                sql.list(
                        "SELECT " + COLUMNS + " FROM person_group WHERE organisation_id = ? ORDER BY name, id OFFSET "
                                + (long) page * size + " ROWS FETCH NEXT " + size + " ROWS ONLY",
                        GroupStore::kept,
                        organisation),
                sql.count("SELECT COUNT(*) FROM person_group WHERE organisation_id = ?", organisation),
                page,
                size);
    }

    /** The groups that a person belongs to, in the order of their ids. */
    public List<Kept> of(String personId) {
        return sql.list(
                "SELECT g.id, g.organisation_id, g.name, g.version FROM group_member m"
                        + " JOIN person_group g ON g.id = m.group_id WHERE m.person_id = ? ORDER BY g.id",
                GroupStore::kept,
                personId);
    }

    /** Ids of the members by group. */
    public Map<String, Set<String>> members(Collection<String> groupIds) {
        Map<String, Set<String>> members = new HashMap<>();
        sql.among(
                "SELECT group_id, person_id FROM group_member WHERE group_id IN",
                groupIds,
                row -> members.computeIfAbsent(row.getString(1), any -> new HashSet<>())
                        .add(row.getString(2)));
        return members;
    }

    public void add(Kept group, Instant now) {
        sql.update(
                "INSERT INTO person_group (" + COLUMNS + ", created_at) VALUES (?, ?, ?, ?, ?)",
                group.id(),
                group.organisation(),
                group.name(),
                group.version(),
                now);
    }

    public void rename(String id, String name) {
        sql.update("UPDATE person_group SET name = ?, version = version + 1 WHERE id = ?", name, id);
    }

    public void setMembers(String id, Set<String> wanted) {
        Set<String> present = members(Set.of(id)).getOrDefault(id, Set.of());
        List<Object[]> gone = present.stream()
                .filter(person -> !wanted.contains(person))
                .map(person -> new Object[] {id, person})
                .toList();
        List<Object[]> come = wanted.stream()
                .filter(person -> !present.contains(person))
                .sorted()
                .map(person -> new Object[] {id, person})
                .toList();
        if (!gone.isEmpty()) {
            sql.batch("DELETE FROM group_member WHERE group_id = ? AND person_id = ?", gone);
        }
        if (!come.isEmpty()) {
            sql.batch("INSERT INTO group_member (group_id, person_id) VALUES (?, ?)", come);
        }
    }

    public void remove(String id) {
        sql.update("DELETE FROM group_member WHERE group_id = ?", id);
        sql.update("DELETE FROM person_group WHERE id = ?", id);
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(row.getString(1), row.getString(2), row.getString(3), row.getLong(4));
    }
}
