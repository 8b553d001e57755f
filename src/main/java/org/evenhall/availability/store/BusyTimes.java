package org.evenhall.availability.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.evenhall.availability.BusyTime;
import org.evenhall.availability.domain.Occupancy;
import org.evenhall.kernel.TimeRange;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.Sharing;

/** When a space is not to be had at all: what a public calendar shows. */
@ApplicationScoped
public class BusyTimes {

    private Sql sql;

    protected BusyTimes() {}

    @Inject
    public BusyTimes(Sql sql) {
        this.sql = sql;
    }

    private record Row(BusyTime time, Occupancy.Take take) {}

    /**
     * What excludes a wish for the space in {@code [from, until)}, in the order of its start. Single places that are taken
     * in a space given out by places leave the rest of it to be had.
     */
    public List<BusyTime> of(Listed space, Instant from, Instant until) {
        boolean whole = space.sharing() == Sharing.WHOLE;
        var wish = new Occupancy.Take(
                space.partFrom(), space.partTo(), whole, 1, from.toEpochMilli(), until.toEpochMilli());
        List<BusyTime> busy = new ArrayList<>();
        rows("claim", "whole", space, from, until).stream()
                .filter(row -> Occupancy.excludes(row.take, wish))
                .forEach(row -> busy.add(row.time));
        rows("blockade", "TRUE", space, from, until).stream()
                .filter(row -> Occupancy.forbids(row.take, wish))
                .forEach(row -> busy.add(row.time));
        busy.sort(Comparator.comparing(BusyTime::slot).thenComparing(BusyTime::id));
        return busy;
    }

    private List<Row> rows(String table, String whole, Listed space, Instant from, Instant until) {
        return sql.list(
                "SELECT id, start_at, end_at, created_at, part_from, part_to, " + whole + " FROM " + table
                        + " WHERE site_id = ? AND end_at > ? AND start_at < ?",
                row -> new Row(
                        new BusyTime(
                                row.getString(1),
                                TimeRange.ofMillis(row.getLong(2), row.getLong(3)),
                                table.equals("blockade"),
                                Instant.ofEpochMilli(row.getLong(4))),
                        new Occupancy.Take(
                                row.getInt(5), row.getInt(6), row.getBoolean(7), 1, row.getLong(2), row.getLong(3))),
                space.site(),
                from,
                until);
    }
}
