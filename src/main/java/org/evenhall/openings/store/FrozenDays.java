package org.evenhall.openings.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhall.openings.OpenTime;
import org.evenhall.platform.persistence.Sql;

/** What was open on past days. A correction is a row of a higher version; the highest counts. */
@ApplicationScoped
public class FrozenDays {

    private static final String LATEST =
            " AND version = (SELECT MAX(other.version) FROM open_day other WHERE other.space_id = open_day.space_id"
                    + " AND other.day = open_day.day)";

    private static final String SUMS = "SUM(CAST(open_seconds AS BIGINT)), SUM(CAST(evening_seconds AS BIGINT))";

    private Sql sql;

    protected FrozenDays() {}

    @Inject
    public FrozenDays(Sql sql) {
        this.sql = sql;
    }

    /** @param intervals minutes of wall-clock time since midnight of the day, as in {@code 1080-1290,1320-1500} */
    public record FrozenDay(String spaceId, LocalDate day, String intervals, OpenTime time) {}

    /** The last day that is frozen for the whole city. */
    public Optional<LocalDate> last() {
        return sql.first("SELECT MAX(day) FROM open_day", row -> {
                    int day = row.getInt(1);
                    return row.wasNull() ? Optional.<LocalDate>empty() : Optional.of(LocalDate.ofEpochDay(day));
                })
                .flatMap(day -> day);
    }

    /** Ids of the spaces for which a day is frozen. */
    public List<String> frozenOn(LocalDate day) {
        return sql.list("SELECT space_id FROM open_day WHERE day = ? AND version = 1", row -> row.getString(1), day);
    }

    /** Freezes days; what another node has frozen meanwhile stays as it is. */
    public void add(List<FrozenDay> days, Instant now) {
        sql.batch(
                "INSERT INTO open_day (space_id, day, version, intervals, open_seconds, evening_seconds, frozen_at)"
                        + " VALUES (?, ?, 1, ?, ?, ?, ?)" + sql.dialect().unlessThere(),
                days.stream()
                        .map(day -> new Object[] {
                            day.spaceId(),
                            day.day(),
                            day.intervals(),
                            day.time().seconds(),
                            day.time().eveningSeconds(),
                            now
                        })
                        .toList());
    }

    /** Open time by space over frozen days {@code [from, to)}. */
    public Map<String, OpenTime> sums(LocalDate from, LocalDate to) {
        Map<String, OpenTime> sums = new HashMap<>();
        List<String> corrected = new ArrayList<>();
        sql.list(
                "SELECT space_id, " + SUMS
                        + ", MAX(version) FROM open_day WHERE day >= ? AND day < ? GROUP BY space_id",
                row -> row.getInt(4) == 1
                        ? sums.put(row.getString(1), new OpenTime(row.getLong(2), row.getLong(3)))
                        : corrected.add(row.getString(1)),
                from,
                to);
        corrected.forEach(space -> sums.put(space, corrected(space, from, to)));
        return sums;
    }

    /** Looking for the latest version of each day takes far longer, so it is done only where there are several. */
    private OpenTime corrected(String spaceId, LocalDate from, LocalDate to) {
        return sql.first(
                        "SELECT " + SUMS + " FROM open_day WHERE space_id = ? AND day >= ? AND day < ?" + LATEST,
                        row -> new OpenTime(row.getLong(1), row.getLong(2)),
                        spaceId,
                        from,
                        to)
                .orElseThrow();
    }

    /** The frozen days {@code [from, to)} of these spaces, in no order; one statement for up to a hundred spaces. */
    public List<FrozenDay> ofSpaces(Collection<String> spaceIds, LocalDate from, LocalDate to) {
        return sql.among(
                "SELECT space_id, day, intervals, open_seconds, evening_seconds FROM open_day WHERE day >= ? AND day < ?"
                        + LATEST + " AND space_id IN",
                spaceIds,
                row -> new FrozenDay(
                        row.getString(1),
                        LocalDate.ofEpochDay(row.getInt(2)),
                        row.getString(3),
                        new OpenTime(row.getLong(4), row.getLong(5))),
                from,
                to);
    }
}
