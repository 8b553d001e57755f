package org.evenhall.exchange.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhall.exchange.ImportView.Status;
import org.evenhall.exchange.domain.Fault;
import org.evenhall.exchange.domain.Problem;
import org.evenhall.exchange.domain.Text;
import org.evenhall.kernel.Page;
import org.evenhall.platform.persistence.Sql;

/** What was imported, how far it came, and what could not be taken as it was. */
@ApplicationScoped
public class ImportStore {

    private static final String COLUMNS = "id, source, dry_run, status, reason, detail, features, created, updated,"
            + " unchanged, hidden, skipped, started_at, finished_at";

    private static final String PROBLEMS = "SELECT line, feature, field, found_at, reason, detail FROM import_problem"
            + " WHERE run_id = ? ORDER BY ordinal";

    private static final int BATCH = 500;

    private final Sql sql;

    ImportStore() {
        this(null);
    }

    @Inject
    public ImportStore(Sql sql) {
        this.sql = sql;
    }

    /** How many features and venues came to what. */
    public record Counts(int features, int created, int updated, int unchanged, int hidden, int skipped) {

        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

        public int done() {
            return created + updated + unchanged + skipped;
        }
    }

    /** A row of a run; reason and detail are null unless it failed. */
    public record Run(
            String id,
            String source,
            boolean dryRun,
            Status status,
            Fault reason,
            String detail,
            Counts counts,
            Instant startedAt,
            Instant finishedAt) {}

    /** A run that begins now. */
    public void begin(String id, String format, String source, String fileHash, boolean dryRun, Instant at, String by) {
        sql.update(
                "INSERT INTO import_run (id, format, source, file_hash, dry_run, status, features, read_count, created,"
                        + " updated, unchanged, hidden, skipped, started_at, requested_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0, ?, ?)",
                id,
                format,
                source,
                fileHash,
                dryRun,
                Status.RUNNING,
                at,
                by);
    }

    /** @throws IllegalStateException where the run was ended meanwhile, because its node seemed to be gone */
    public void progress(String id, String source, Counts counts) {
        int running = sql.update(
                "UPDATE import_run SET source = ?, features = ?, read_count = ?, created = ?, updated = ?,"
                        + " unchanged = ?, hidden = ?, skipped = ? WHERE id = ? AND status = ?",
                source,
                counts.features(),
                counts.done(),
                counts.created(),
                counts.updated(),
                counts.unchanged(),
                counts.hidden(),
                counts.skipped(),
                id,
                Status.RUNNING);
        if (running == 0) {
            throw new IllegalStateException("The import " + id + " was ended by another node");
        }
    }

    /** Ends a run; reason and detail are null where it went well. */
    public void end(String id, Status status, Fault reason, String detail, Instant at) {
        sql.update(
                "UPDATE import_run SET status = ?, reason = ?, detail = ?, finished_at = ? WHERE id = ? AND status = ?",
                status,
                reason,
                Text.shown(detail, 500),
                at,
                id,
                Status.RUNNING);
    }

    /** Whether any run says to be under way. */
    public boolean isUnderWay() {
        return sql.count("SELECT COUNT(*) FROM import_run WHERE status = ?", Status.RUNNING) > 0;
    }

    /**
     * Ends what a server left unfinished when it stopped.
     *
     * @return whether there was anything
     */
    public boolean endUnfinished(Instant at) {
        return sql.update(
                        "UPDATE import_run SET status = ?, reason = ?, finished_at = ? WHERE status = ?",
                        Status.FAILED,
                        Fault.UNFINISHED,
                        at,
                        Status.RUNNING)
                > 0;
    }

    /** Whether a file with that hash has already been imported as this source's, to the end. */
    public boolean done(String source, String fileHash) {
        return sql.count(
                        "SELECT COUNT(*) FROM import_run WHERE source = ? AND file_hash = ? AND status = ?"
                                + " AND dry_run = FALSE",
                        source,
                        fileHash,
                        Status.DONE)
                > 0;
    }

    public Optional<Run> get(String id) {
        return sql.first("SELECT " + COLUMNS + " FROM import_run WHERE id = ?", ImportStore::run, id);
    }

    /** The latest first. */
    public Page<Run> list(int page, int size) {
        var items = sql.list(
                "SELECT " + COLUMNS + " FROM import_run ORDER BY started_at DESC, id OFFSET " + (long) page * size
                        + " ROWS FETCH NEXT " + size + " ROWS ONLY",
                ImportStore::run);
        return new Page<>(items, sql.count("SELECT COUNT(*) FROM import_run"), page, size);
    }

    public void add(String runId, List<Problem> problems) {
        for (int from = 0; from < problems.size(); from += BATCH) {
            List<Object[]> rows = new ArrayList<>();
            for (int i = from; i < Math.min(from + BATCH, problems.size()); i++) {
                var problem = problems.get(i);
                rows.add(new Object[] {
                    runId,
                    i,
                    problem.line(),
                    problem.feature(),
                    Text.shown(problem.field(), 120),
                    Text.shown(problem.value(), 500),
                    problem.fault(),
                    Text.shown(problem.detail(), 500)
                });
            }
            sql.batch(
                    "INSERT INTO import_problem (run_id, ordinal, line, feature, field, found_at, reason, detail)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    rows);
        }
    }

    public List<Problem> problems(String runId) {
        return sql.list(PROBLEMS, ImportStore::problem, runId);
    }

    public Page<Problem> problems(String runId, int page, int size) {
        var items = sql.list(
                PROBLEMS + " OFFSET " + (long) page * size + " ROWS FETCH NEXT " + size + " ROWS ONLY",
                ImportStore::problem,
                runId);
        return new Page<>(items, sql.count("SELECT COUNT(*) FROM import_problem WHERE run_id = ?", runId), page, size);
    }

    private static Problem problem(ResultSet row) throws SQLException {
        return new Problem(
                row.getObject(1, Integer.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Fault.valueOf(row.getString(5)),
                row.getString(6));
    }

    private static Run run(ResultSet row) throws SQLException {
        String reason = row.getString(5);
        long finished = row.getLong(14);
        return new Run(
                row.getString(1),
                row.getString(2),
                row.getBoolean(3),
                Status.valueOf(row.getString(4)),
                reason == null ? null : Fault.valueOf(reason),
                row.getString(6),
                new Counts(row.getInt(7), row.getInt(8), row.getInt(9), row.getInt(10), row.getInt(11), row.getInt(12)),
                Instant.ofEpochMilli(row.getLong(13)),
                finished == 0 ? null : Instant.ofEpochMilli(finished));
    }
}
