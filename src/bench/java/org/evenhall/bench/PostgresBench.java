package org.evenhall.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenhall.bench.Crowd.Figures;
import org.evenhall.platform.Configuration;
import org.evenhall.platform.persistence.ConfiguredDataSource;
import org.evenhall.platform.persistence.Dialect;
import org.evenhall.platform.persistence.Sql;

/**
 * The server on PostgreSQL: sixteen clients who book distinct slots over HTTP beside {@code pgbench} with the same
 * statements on the same database, first with ten thousand stored bookings and then with a million. {@code pgbench} comes
 * with PostgreSQL and has to be on the path; without it that one line is left out.
 */
final class PostgresBench {

    private static final int CLIENTS = 16;
    private static final int SECONDS = Integer.getInteger("bench.seconds", 4);
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 60);

    /** Both in turn, because vacuuming and checkpoints come when they come. */
    private static final int ROUNDS = 3;

    private static final Path SCRIPT = Path.of("src", "bench", "pgbench", "booking.sql");

    private final String url;
    private final Sql sql;
    private final LoadBench load;

    private PostgresBench(String url, LoadBench load) {
        this.url = url;
        this.sql = new Sql(
                new ConfiguredDataSource(Configuration.of(Map.of("EVENHALL_DB_URL", url)::get)), Dialect.POSTGRESQL);
        this.load = load;
    }

    static void run() throws Exception {
        try (EmbeddedPostgres postgres = durable();
                BenchServer server = BenchServer.start(postgres.getJdbcUrl("postgres", "postgres"))) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            LoadBench load = new LoadBench(server);
            load.fillCity();
            load.listFreeSpaces();
            PostgresBench bench = new PostgresBench(url, load);
            bench.makeSpacesForPgbench();
            bench.measureWith(10_000);
            bench.measureWith(1_000_000);
        }
    }

    /** As an operator runs it: a commit waits for the disk. Tests do without. */
    private static EmbeddedPostgres durable() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    private void measureWith(int bookings) throws Exception {
        store(bookings);
        System.out.printf(Locale.ROOT, "%n%,d stored bookings%n", sql.count("SELECT COUNT(*) FROM booking"));
        System.out.println("| What | per second | median ms | p95 ms | p99 ms | server CPU ms each | load average |");
        System.out.println("|---|---|---|---|---|---|---|");
        String week = "/api/v1/spaces/" + load.someSpace() + "/availability?from=" + load.day() + "&to="
                + load.day().plusDays(7);
        String evening = "/api/v1/availability?date=" + load.day() + "&from=18:30&to=21:00&people=6&near=52.52,13.405";
        Figures health = print("`GET /health/live`", load.gets("/health/live", 1));
        Figures space = print("`GET /spaces/{id}/availability`, a week", load.gets(week, 1));
        System.out.printf(
                Locale.ROOT, "p95 is %.1f times that of a constant answer%n", space.millis(0.95) / health.millis(0.95));
        print("`GET /availability`, one evening, whole city", load.gets(evening, 1));
        load.warmUpBooking(CLIENTS, WARM_UP);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Figures booked = print("`POST /bookings`, 16 clients", load.books(CLIENTS));
            double same = pgbench(load.day().toEpochDay() + bookings / 1000 + 100L * round);
            if (same > 0) {
                ratios.add(booked.perSecond() / same);
                System.out.printf(
                        Locale.ROOT,
                        "pgbench, 16 clients, the same statements: %.0f a second; over HTTP %.2f of it%n",
                        same,
                        ratios.get(ratios.size() - 1));
            }
        }
        if (!ratios.isEmpty()) {
            Collections.sort(ratios);
            System.out.printf(
                    Locale.ROOT,
                    "Over HTTP %.2f of pgbench, the median of %d rounds%n",
                    ratios.get(ratios.size() / 2),
                    ratios.size());
        }
    }

    private static Figures print(String what, Figures figures) {
        System.out.println(figures.line(what));
        return figures;
    }

    /** Spaces that only the script books, so that it meets nobody: each its own site. */
    private void makeSpacesForPgbench() {
        sql.update("INSERT INTO site (id) SELECT 'bench-' || n FROM generate_series(1, 20000) AS n");
        sql.update("INSERT INTO spaces (id, external_id, venue_id, site_id, part_from, part_to, kind, name, capacity,"
                + " sharing, amenities, step_free, demo, published, version) SELECT 'bench-' || n, 'bench-' || n, v.id,"
                + " 'bench-' || n, 0, 1, 'STUDY_ROOM', 'Room', 8, 'WHOLE', '', FALSE, FALSE, FALSE, 0"
                + " FROM generate_series(1, 20000) AS n, (SELECT id FROM venue ORDER BY id LIMIT 1) AS v");
    }

    /** Past bookings, one a space and evening, each with its claim and its day sheet. */
    private void store(int bookings) {
        long missing = bookings - sql.count("SELECT COUNT(*) FROM booking");
        if (missing <= 0) {
            return;
        }
        long already = sql.count("SELECT COUNT(*) FROM booking WHERE id LIKE 'stored-%'");
        String alone = " FROM spaces s JOIN venue v ON v.id = s.venue_id WHERE s.id NOT LIKE 'bench-%'"
                + " AND s.sharing = 'WHOLE' AND NOT EXISTS (SELECT 1 FROM spaces o"
                + " WHERE o.site_id = s.site_id AND o.id <> s.id)";
        long many = sql.count("SELECT COUNT(*)" + alone);
        String past = " FROM generate_series(" + (already + 1) + ", " + (already + missing) + ") AS n"
                + " JOIN (SELECT row_number() OVER (ORDER BY s.id) - 1 AS i, s.id, s.site_id, s.capacity,"
                + " v.organisation_id" + alone + ") AS s ON s.i = n % " + many;
        String day = "(" + load.day().toEpochDay() + " - 30 - n / " + many + ")";
        String start = "CAST(" + day + " AS BIGINT) * 86400000 + 61200000";
        sql.update(
                "INSERT INTO booking (id, number, space_id, organisation_id, booker_id, status, start_at, end_at, day,"
                        + " people, purpose, created_at, version, check_in_code, change_count) SELECT 'stored-' || n,"
                        + " 'S' || n, s.id, s.organisation_id, 'person-' || n % " + BenchServer.PEOPLE
                        + ", 'COMPLETED', "
                        + start + ", " + start + " + 7200000, " + day + ", 2, 'STUDY', " + start
                        + " - 86400000, 1, FALSE, 0" + past);
        sql.update(
                "INSERT INTO claim (id, site_id, space_id, part_from, part_to, start_at, end_at, busy_from, busy_until,"
                        + " whole, places, of_places, holder_kind, holder_id, day, evening_seconds, created_at)"
                        + " SELECT 'stored-' || n, s.site_id, s.id, 0, 1, " + start + ", " + start + " + 7200000, "
                        + start
                        + ", " + start + " + 7200000, TRUE, s.capacity, s.capacity, 'BOOKING', 'stored-' || n, " + day
                        + ", 7200, " + start + past);
        sql.update("INSERT INTO day_sheet (space_id, day, version, cells) SELECT s.id, " + day
                + ", 1, decode(repeat('00', 72), 'hex')" + past + " ON CONFLICT DO NOTHING");
        sql.update("ANALYZE");
    }

    /** Whose the spaces for the script are. */
    private String organisation() {
        return sql.first("SELECT organisation_id FROM venue ORDER BY id", row -> row.getString(1))
                .orElseThrow();
    }

    /**
     * Transactions a second; 0 where there is no pgbench.
     *
     * @param firstDay on which no space is booked yet, nor on those that follow
     */
    private double pgbench(long firstDay) throws IOException, InterruptedException {
        Matcher address =
                Pattern.compile("jdbc:postgresql://([^:/]+):(\\d+)/(\\w+)").matcher(url);
        if (!address.find()) {
            throw new IllegalStateException(url);
        }
        ProcessBuilder builder = new ProcessBuilder(
                        "pgbench",
                        "-n",
                        "-M",
                        "prepared",
                        "-h",
                        address.group(1),
                        "-p",
                        address.group(2),
                        "-U",
                        "postgres",
                        "-D",
                        "people=" + BenchServer.PEOPLE,
                        "-D",
                        "day=" + firstDay,
                        "-D",
                        "turn=0",
                        "-D",
                        "organisation=" + organisation(),
                        "-f",
                        SCRIPT.toString(),
                        "-c",
                        Integer.toString(CLIENTS),
                        "-j",
                        "2",
                        "-T",
                        Integer.toString(SECONDS),
                        address.group(3))
                .redirectErrorStream(true);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            System.out.println("There is no pgbench on the path.");
            return 0;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Matcher tps = Pattern.compile("tps = ([0-9.]+)").matcher(said);
        if (!tps.find() || said.contains("aborted")) {
            throw new IllegalStateException(said);
        }
        return Double.parseDouble(tps.group(1));
    }
}
