package org.evenhall.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.evenhall.kernel.Ids;
import org.evenhall.platform.Configuration;
import org.evenhall.platform.persistence.ConfiguredDataSource;
import org.evenhall.platform.persistence.Dialect;
import org.evenhall.platform.persistence.Migrations;
import org.evenhall.platform.persistence.Sql;

/**
 * The application as {@code mvn -Prun} starts it, on an embedded database of its own under {@code target}, into which
 * people and their tokens were put beforehand: limits hold per person, so a measurement of bookings needs many.
 */
final class BenchServer implements AutoCloseable {

    /** Half of them book over HTTP, the others are for whoever books past it. */
    static final int PEOPLE = 40_000;

    /** Seconds. */
    private static final int LONGEST_REST = 120;

    /** Processor time within a second. */
    private static final int AT_REST_MILLIS = 100;

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path HOME = TARGET.resolve("bench");

    private final int port;
    private final Process process;

    private BenchServer(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    static BenchServer start() throws Exception {
        return start(null);
    }

    /** @param databaseUrl an empty PostgreSQL database to work on, or null for the embedded one */
    static BenchServer start(String databaseUrl) throws Exception {
        clear(HOME);
        fill(Configuration.of(
                databaseUrl == null
                        ? Map.of("EVENHALL_HOME", HOME.toString())::get
                        : Map.of("EVENHALL_DB_URL", databaseUrl)::get));
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(List.of(System.getProperty("evenhall.server.jvm", "-Xmx1g -XX:+UseSerialGC")
                .split(" ")));
        if (databaseUrl != null) {
            command.add("-DEVENHALL_DB_URL=" + databaseUrl);
        }
        command.addAll(List.of(
                "-DEVENHALL_HOME=" + HOME,
                "-DEVENHALL_DEMO=true",
                "-DHTTP_HOST=127.0.0.1",
                "-DHTTP_PORT=" + port,
                "-jar",
                TARGET.resolve("server").resolve("evenhall-launcher.jar").toString(),
                "--with-parent",
                TARGET.resolve("evenhall.war").toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        List.of("EVENHALL_HOME", "EVENHALL_DEMO", "EVENHALL_DB_URL", "HTTP_HOST", "HTTP_PORT")
                .forEach(builder.environment()::remove);
        BenchServer server = new BenchServer(port, builder.start());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        List<String> said = new ArrayList<>();
        var lines = server.process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("Evenhall is ready")) {
                return server;
            }
            said.add(line);
        }
        server.close();
        throw new IllegalStateException("The server did not start: " + said);
    }

    int port() {
        return port;
    }

    /** Processor time that the server has used so far. */
    Duration used() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /**
     * Waits until the server has nothing left to do: under load its compiler and the delivery of news get little of the
     * processors, and what they still owe would be counted to what is measured next.
     */
    void awaitRest() throws InterruptedException {
        Duration before = used();
        for (int seconds = 0; seconds < LONGEST_REST; seconds++) {
            Thread.sleep(1000);
            Duration now = used();
            if (now.minus(before).toMillis() < AT_REST_MILLIS) {
                return;
            }
            before = now;
        }
    }

    /** The token of one of {@value #PEOPLE} people; the first is an administrator. */
    static String token(int person) {
        return "bench-" + person;
    }

    /** The id of one of them. */
    static String person(int number) {
        return "person-" + number;
    }

    private static void fill(Configuration configuration) throws Exception {
        ConfiguredDataSource database = new ConfiguredDataSource(configuration);
        Migrations.of(database).run();
        Sql sql = new Sql(database, configuration.databaseUrl().isPresent() ? Dialect.POSTGRESQL : Dialect.DERBY);
        long now = Instant.now().toEpochMilli();
        List<Object[]> people = new ArrayList<>();
        List<Object[]> tokens = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            String id = person(i);
            people.add(new Object[] {id, token(i), "Somebody " + i, "-", false, now});
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token(i).getBytes(StandardCharsets.UTF_8));
            tokens.add(new Object[] {
                HexFormat.of().formatHex(hash),
                id,
                now,
                now + Duration.ofHours(12).toMillis()
            });
        }
        sql.batch(
                "INSERT INTO person (id, username, name, password_hash, demo, created_at) VALUES (?, ?, ?, ?, ?, ?)",
                people);
        sql.batch(
                "INSERT INTO access_token (token_hash, person_id, created_at, expires_at) VALUES (?, ?, ?, ?)", tokens);
        sql.update(
                "INSERT INTO entitlement (id, person_id, role, thing_kind, thing_id)"
                        + " VALUES (?, ?, 'ADMINISTRATOR', 'CITY', '*')",
                Ids.next(),
                people.get(0)[0]);
        ConfiguredDataSource.stop(configuration);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
