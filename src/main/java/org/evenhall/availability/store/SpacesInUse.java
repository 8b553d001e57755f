package org.evenhall.availability.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.platform.persistence.Dialect;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.ReliesOnSpaces;
import org.evenhall.spaces.Sharing;

/** What is claimed must stay possible while a space changes, and follows it when its site is divided anew. */
@ApplicationScoped
public class SpacesInUse implements ReliesOnSpaces {

    private Sql sql;
    private Clock clock;

    protected SpacesInUse() {}

    @Inject
    public SpacesInUse(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A claim on the space or on a part of it. Who has the space whole takes no places of it. */
    private record Use(Instant from, Instant until, int places, boolean ofPart, boolean whole) {}

    @Override
    public void mustBear(Listed present, Listed wanted) {
        boolean sharingChanges = present.sharing() != wanted.sharing();
        boolean fewer = wanted.sharing() == Sharing.PLACES && wanted.capacity() < present.capacity();
        if (!sharingChanges && !fewer) {
            return;
        }
        List<Use> uses = uses(present);
        if (sharingChanges && uses.stream().anyMatch(use -> !use.ofPart())) {
            throw new Refused(Reason.CONFLICT, "publish.sharing-in-use");
        }
        int most = mostPlacesAtOnce(uses);
        if (most > wanted.capacity()) {
            throw new Refused(Reason.CONFLICT, "publish.capacity-in-use", most);
        }
    }

    private List<Use> uses(Listed space) {
        Instant now = clock.instant();
        return sql.list(
                "SELECT busy_from, busy_until, places, space_id, whole FROM claim WHERE site_id = ?"
                        + " AND busy_until > ? AND part_from >= ? AND part_to <= ?"
                        + " AND (expires_at IS NULL OR expires_at > ?)",
                row -> new Use(
                        Instant.ofEpochMilli(row.getLong(1)),
                        Instant.ofEpochMilli(row.getLong(2)),
                        row.getInt(3),
                        !row.getString(4).equals(space.id()),
                        row.getBoolean(5)),
                space.site(),
                now,
                space.partFrom(),
                space.partTo(),
                now);
    }

    private static int mostPlacesAtOnce(List<Use> uses) {
        Map<Instant, Integer> changes = new TreeMap<>();
        uses.stream().filter(use -> use.ofPart() || !use.whole()).forEach(use -> {
            changes.merge(use.from(), use.places(), Integer::sum);
            changes.merge(use.until(), -use.places(), Integer::sum);
        });
        int most = 0;
        int taken = 0;
        for (int change : changes.values()) {
            taken += change;
            most = Math.max(most, taken);
        }
        return most;
    }

    /** Claims move one after the other and may seem to overlap on the way, so a guard of the database looks at the end. */
    @Override
    public void divided(List<Listed> spaces) {
        if (sql.dialect() == Dialect.POSTGRESQL) {
            sql.update("SET CONSTRAINTS ALL DEFERRED");
        }
        for (String table : List.of("claim", "blockade")) {
            sql.batch(
                    "UPDATE " + table + " SET part_from = ?, part_to = ? WHERE space_id = ?",
                    spaces.stream()
                            .map(space -> new Object[] {space.partFrom(), space.partTo(), space.id()})
                            .toList());
        }
    }
}
