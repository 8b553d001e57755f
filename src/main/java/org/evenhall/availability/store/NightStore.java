package org.evenhall.availability.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.evenhall.availability.AuditView.Difference;
import org.evenhall.availability.Nights.NightView;
import org.evenhall.kernel.Page;
import org.evenhall.platform.json.Json;
import org.evenhall.platform.json.RecordReader;
import org.evenhall.platform.persistence.Sql;

/** What the auditor found each night, as rows. */
@ApplicationScoped
public class NightStore {

    private Sql sql;

    protected NightStore() {}

    @Inject
    public NightStore(Sql sql) {
        this.sql = sql;
    }

    /** As it is kept; public, or it could be neither written nor read. */
    public record Told(List<Difference> differences) {}

    public void add(NightView night) {
        sql.update(
                "INSERT INTO calendar_audit (id, audited_at, claims, day_sheets, differences, told)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                night.id(),
                night.auditedAt().toInstant(),
                night.claims(),
                night.daySheets(),
                night.differences(),
                Json.text(new Told(night.first())));
    }

    public Page<NightView> list(int page, int size) {
        return new Page<>(
                sql.list(
                        "SELECT id, audited_at, claims, day_sheets, differences, told FROM calendar_audit"
                                + " ORDER BY audited_at DESC, id OFFSET ? ROWS FETCH NEXT ? ROWS ONLY",
                        NightStore::night,
                        (long) page * size,
                        size),
                sql.count("SELECT COUNT(*) FROM calendar_audit"),
                page,
                size);
    }

    private static NightView night(ResultSet row) throws SQLException {
        return new NightView(
                row.getString(1),
                OffsetDateTime.ofInstant(Instant.ofEpochMilli(row.getLong(2)), ZoneOffset.UTC),
                row.getLong(3),
                row.getLong(4),
                row.getInt(5),
                RecordReader.read(row.getString(6).getBytes(StandardCharsets.UTF_8), Told.class)
                        .differences());
    }
}
