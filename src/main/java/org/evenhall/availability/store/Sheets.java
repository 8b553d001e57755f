package org.evenhall.availability.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.evenhall.availability.domain.Cells;
import org.evenhall.availability.domain.DaySheet;
import org.evenhall.availability.domain.Occupancy.Take;
import org.evenhall.platform.nodes.Trace;
import org.evenhall.platform.nodes.Traces;
import org.evenhall.platform.persistence.Sql;

/** Day sheets as rows, derived from claims and blockades under the lock of the site; and the trace of each change. */
@ApplicationScoped
public class Sheets {

    private static final String COLUMNS = "space_id, day, version, cells";
    private static final int MOST_AT_ONCE = 1024;
    private static final String INSERT = "INSERT INTO day_sheet (" + COLUMNS + ") VALUES (?, ?, ?, ?)";
    private static final String UPDATE = "UPDATE day_sheet SET version = ?, cells = ? WHERE space_id = ? AND day = ?";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM day_sheet WHERE ";

    private Sql sql;
    private Claims claims;
    private Blockades blockades;
    private Traces traces;

    protected Sheets() {}

    @Inject
    public Sheets(Sql sql, Claims claims, Blockades blockades, Traces traces) {
        this.sql = sql;
        this.claims = claims;
        this.blockades = blockades;
        this.traces = traces;
    }

    /** Derives the sheets of a space for the days that {@code [from, until)} touches, and leaves a trace of each. */
    public List<DaySheet> rewrite(String spaceId, Instant from, Instant until) {
        SortedSet<Integer> days = Cells.days(from, until);
        if (days.size() > 1) {
            return rewrite(spaceId, days);
        }
        DaySheet sheet = write(derive(spaceId, days.first()));
        traces.leave(Trace.SHEET, spaceId, sheet.day());
        return List.of(sheet);
    }

    /** The same for days that may lie far apart, with as many statements for many as for one. */
    public List<DaySheet> rewrite(String spaceId, SortedSet<Integer> days) {
        if (days.isEmpty()) {
            return List.of();
        }
        Instant from = Cells.start((long) days.first() * Cells.PER_DAY);
        Instant until = Cells.start((days.last() + 1L) * Cells.PER_DAY);
        List<Take> takes =
                claims.ofSpace(spaceId, from, until).stream().map(Claim::take).toList();
        List<Take> closures = blockades.ofSpace(spaceId, from, until).stream()
                .map(Blockade::take)
                .toList();
        Map<Integer, Long> versions = new HashMap<>();
        sql.list(
                        "SELECT day, version FROM day_sheet WHERE space_id = ? AND day >= ? AND day <= ?",
                        row -> Map.entry(row.getInt(1), row.getLong(2)),
                        spaceId,
                        days.first(),
                        days.last())
                .forEach(each -> versions.put(each.getKey(), each.getValue()));
        List<DaySheet> sheets = days.stream()
                .map(day -> DaySheet.of(spaceId, day, takes, closures).withVersion(1 + versions.getOrDefault(day, 0L)))
                .toList();
        write(sheets);
        traces.leave(Trace.SHEET, spaceId, days);
        return sheets;
    }

    private void write(List<DaySheet> sheets) {
        List<Object[]> news = new ArrayList<>();
        List<Object[]> changed = new ArrayList<>();
        for (DaySheet sheet : sheets) {
            if (sheet.version() == 1) {
                news.add(new Object[] {sheet.spaceId(), sheet.day(), sheet.version(), sheet.bytes()});
            } else {
                changed.add(new Object[] {sheet.version(), sheet.bytes(), sheet.spaceId(), sheet.day()});
            }
        }
        if (!news.isEmpty()) {
            sql.batch(INSERT, news);
        }
        if (!changed.isEmpty()) {
            sql.batch(UPDATE, changed);
        }
    }

    /** What the sheet of a day should say by the claims and blockades; its version is 0. */
    public DaySheet derive(String spaceId, int day) {
        Instant from = Cells.start((long) day * Cells.PER_DAY);
        Instant until = Cells.start((day + 1L) * Cells.PER_DAY);
        return DaySheet.of(
                spaceId,
                day,
                claims.ofSpace(spaceId, from, until).stream().map(Claim::take).toList(),
                blockades.ofSpace(spaceId, from, until).stream()
                        .map(Blockade::take)
                        .toList());
    }

    private DaySheet write(DaySheet derived) {
        long version = 1
                + sql.first(
                                "SELECT version FROM day_sheet WHERE space_id = ? AND day = ?",
                                row -> row.getLong(1),
                                derived.spaceId(),
                                derived.day())
                        .orElse(0L);
        if (version == 1) {
            sql.update(INSERT, derived.spaceId(), derived.day(), version, derived.bytes());
        } else {
            sql.update(UPDATE, version, derived.bytes(), derived.spaceId(), derived.day());
        }
        return derived.withVersion(version);
    }

    /** The sheet of one space and day, if it has one. */
    public Optional<DaySheet> of(String spaceId, int day) {
        return sql.first(SELECT + "space_id = ? AND day = ?", Sheets::sheet, spaceId, day);
    }

    /**
     * The sheets of some spaces, {@code [fromDay, toDay]}: one statement for any number of days and up to
     * {@value #MOST_AT_ONCE} spaces. The list is filled up to one of a few lengths, each a statement that the database
     * knows already.
     */
    public List<DaySheet> of(Collection<String> spaceIds, int fromDay, int toDay) {
        List<String> all = List.copyOf(spaceIds);
        List<DaySheet> found = new ArrayList<>();
        for (int begin = 0; begin < all.size(); begin += MOST_AT_ONCE) {
            int count = Math.min(MOST_AT_ONCE, all.size() - begin);
            int length = 1;
            while (length < count) {
                length *= 4;
            }
            Object[] args = new Object[2 + length];
            args[0] = fromDay;
            args[1] = toDay;
            for (int i = 0; i < length; i++) {
                args[2 + i] = all.get(begin + Math.min(i, count - 1));
            }
            found.addAll(sql.list(
                    SELECT + "day >= ? AND day <= ? AND space_id IN (?" + ", ?".repeat(length - 1) + ")",
                    Sheets::sheet,
                    args));
        }
        return found;
    }

    /** The sheets of every space on one day. */
    public List<DaySheet> onDay(int day) {
        return sql.list(SELECT + "day = ?", Sheets::sheet, day);
    }

    /** The days that need a sheet because of a closure of the space. */
    public SortedSet<Integer> daysClosed(String spaceId) {
        SortedSet<Integer> days = new TreeSet<>();
        blockades
                .ofSpace(spaceId, Instant.EPOCH, Instant.ofEpochMilli(Long.MAX_VALUE))
                .forEach(closure -> days.addAll(
                        Cells.days(closure.slot().start(), closure.slot().end())));
        return days;
    }

    public List<DaySheet> ofSpace(String spaceId) {
        return sql.list(SELECT + "space_id = ?", Sheets::sheet, spaceId);
    }

    private static DaySheet sheet(ResultSet row) throws SQLException {
        return DaySheet.of(row.getString(1), row.getInt(2), row.getLong(3), row.getBytes(4));
    }
}
