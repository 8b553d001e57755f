package org.evenhall.availability.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.evenhall.availability.domain.Cells;
import org.evenhall.availability.domain.DaySheet;
import org.evenhall.availability.domain.Occupancy;
import org.evenhall.platform.nodes.Trace;
import org.evenhall.platform.nodes.Traces;
import org.evenhall.platform.persistence.Sql;

/** Day sheets as rows, derived from claims and blockades under the lock of the site; and the trace of each change. */
@ApplicationScoped
public class Sheets {

    private static final String COLUMNS = "space_id, day, version, cells";

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
        List<DaySheet> written = new ArrayList<>();
        for (int day = Cells.day(Cells.floor(from)); day <= Cells.lastDay(Cells.ceil(until)); day++) {
            DaySheet sheet = write(derive(spaceId, day));
            traces.leave(Trace.SHEET, spaceId, day);
            written.add(sheet);
        }
        return written;
    }

    /** What the sheet of a day should say by the claims and blockades; its version is 0. */
    public DaySheet derive(String spaceId, int day) {
        Instant from = Cells.start((long) day * Cells.PER_DAY);
        Instant until = Cells.start((day + 1L) * Cells.PER_DAY);
        return new DaySheet(
                spaceId,
                day,
                0,
                cells(day, claims.ofSpace(spaceId, from, until).stream().map(Claim::take)),
                cells(day, blockades.ofSpace(spaceId, from, until).stream().map(Blockade::take)));
    }

    private static long[] cells(int day, Stream<Occupancy.Take> takes) {
        long[] words = new long[Cells.WORDS];
        takes.forEach(take -> Cells.set(
                words,
                0,
                day,
                Cells.floor(Instant.ofEpochMilli(take.start())),
                Cells.ceil(Instant.ofEpochMilli(take.end()))));
        return words;
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
            sql.update(
                    "INSERT INTO day_sheet (" + COLUMNS + ") VALUES (?, ?, ?, ?)",
                    derived.spaceId(),
                    derived.day(),
                    version,
                    derived.bytes());
        } else {
            sql.update(
                    "UPDATE day_sheet SET version = ?, cells = ? WHERE space_id = ? AND day = ?",
                    version,
                    derived.bytes(),
                    derived.spaceId(),
                    derived.day());
        }
        return new DaySheet(derived.spaceId(), derived.day(), version, derived.taken(), derived.closed());
    }

    /** The sheets of one space, {@code [fromDay, toDay]}. */
    public List<DaySheet> ofSpace(String spaceId, int fromDay, int toDay) {
        return sql.list(
                "SELECT " + COLUMNS + " FROM day_sheet WHERE space_id = ? AND day >= ? AND day <= ?",
                Sheets::sheet,
                spaceId,
                fromDay,
                toDay);
    }

    /** The sheets of a day of these spaces. */
    public List<DaySheet> of(Collection<String> spaceIds, int day) {
        return sql.among(
                "SELECT " + COLUMNS + " FROM day_sheet WHERE day = " + day + " AND space_id IN",
                spaceIds,
                Sheets::sheet);
    }

    /** The sheets of every space, {@code [fromDay, toDay]}. */
    public List<DaySheet> all(int fromDay, int toDay) {
        return sql.list(
                "SELECT " + COLUMNS + " FROM day_sheet WHERE day >= ? AND day <= ?", Sheets::sheet, fromDay, toDay);
    }

    public List<DaySheet> ofSpace(String spaceId) {
        return sql.list("SELECT " + COLUMNS + " FROM day_sheet WHERE space_id = ?", Sheets::sheet, spaceId);
    }

    private static DaySheet sheet(ResultSet row) throws SQLException {
        return DaySheet.of(row.getString(1), row.getInt(2), row.getLong(3), row.getBytes(4));
    }
}
