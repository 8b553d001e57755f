package org.evenhall.bookings.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenhall.kernel.Purpose;
import org.evenhall.kernel.TimeRange;
import org.evenhall.platform.persistence.Sql;

/** Series as rows, and the dates that were left out of them. The dates that were booked are bookings. */
@ApplicationScoped
public class SeriesStore {

    private Sql sql;

    protected SeriesStore() {}

    @Inject
    public SeriesStore(Sql sql) {
        this.sql = sql;
    }

    /** @param rrule as {@code Recurrence} writes it */
    public record Row(
            String id,
            String bookerId,
            String spaceId,
            String rrule,
            int people,
            Purpose purpose,
            String note,
            Instant createdAt) {}

    /** @param reason why, as the desk reads and writes it */
    public record Skipped(TimeRange slot, String reason) {}

    public void add(Row series, List<Skipped> skipped) {
        sql.update(
                "INSERT INTO booking_series (id, booker_id, space_id, rrule, people, purpose, note, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                series.id(),
                series.bookerId(),
                series.spaceId(),
                series.rrule(),
                series.people(),
                series.purpose(),
                series.note(),
                series.createdAt());
        if (!skipped.isEmpty()) {
            sql.batch(
                    "INSERT INTO skipped_date (series_id, start_at, end_at, reason) VALUES (?, ?, ?, ?)",
                    skipped.stream()
                            .map(date -> new Object[] {
                                series.id(), date.slot().start(), date.slot().end(), date.reason()
                            })
                            .toList());
        }
    }

    public Optional<Row> find(String id) {
        return sql.first(
                "SELECT id, booker_id, space_id, rrule, people, purpose, note, created_at FROM booking_series"
                        + " WHERE id = ?",
                row -> new Row(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5),
                        Purpose.valueOf(row.getString(6)),
                        row.getString(7),
                        Instant.ofEpochMilli(row.getLong(8))),
                id);
    }

    /** Those that were left out and not added since, by start. */
    public List<Skipped> skipped(String seriesId) {
        return sql
                .list(
                        "SELECT start_at, end_at, reason FROM skipped_date WHERE series_id = ?",
                        row -> new Skipped(TimeRange.ofMillis(row.getLong(1), row.getLong(2)), row.getString(3)),
                        seriesId)
                .stream()
                .sorted((one, other) -> one.slot().compareTo(other.slot()))
                .toList();
    }

    /** Takes a date from those that are left out; nothing where it is not among them any more. */
    public boolean unskip(String seriesId, Instant start) {
        return sql.update("DELETE FROM skipped_date WHERE series_id = ? AND start_at = ?", seriesId, start) > 0;
    }

    /** Nobody else changes the series as a whole until this transaction ends. */
    public void lock(String seriesId) {
        sql.lock("booking_series", seriesId);
    }
}
