package org.evenhall.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;

/**
 * What the servers of the tests have in common: what the build made, a fresh folder under {@code target}, a free port
 * of this machine, and the demo city.
 */
final class Server {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private final Path home;
    private final int port;
    private final String databaseUrl;

    /** @param name of the folder, unlike that of any other server that runs at the same time */
    Server(String name) {
        this(name, null);
    }

    /** @param databaseUrl of a PostgreSQL database that it works on, or null for the embedded one */
    Server(String name, String databaseUrl) {
        this.databaseUrl = databaseUrl;
        home = TARGET.resolve("servers").resolve(name);
        port = freePort();
        clear(home);
    }

    static Path war() {
        return TARGET.resolve("evenhall.war");
    }

    static Path payara() {
        return TARGET.resolve("server").resolve("payara-micro.jar");
    }

    static Path launcher() {
        return TARGET.resolve("server").resolve("evenhall-launcher.jar");
    }

    Path home() {
        return home;
    }

    int port() {
        return port;
    }

    /** A test server lives for minutes, so the compiler that starts fast is enough. */
    List<String> jvmOptions() {
        List<String> options = new ArrayList<>(List.of(
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=" + TimeZone.getDefault().getID(),
                "-DEVENHALL_HOME=" + home,
                "-DEVENHALL_DEMO=true",
                "-DHTTP_HOST=127.0.0.1",
                "-Dorg.glassfish.grizzly.http.STRICT_HEADER_VALUE_VALIDATION_RFC_9110=false", // as the launcher does
                "-DHTTP_PORT=" + port));
        if (databaseUrl != null) {
            options.add("-DEVENHALL_DB_URL=" + databaseUrl);
        }
        return options;
    }

    List<String> payaraOptions() {
        return List.of(
                "--port",
                Integer.toString(port),
                "--nohazelcast",
                "--disablephonehome",
                "--rootdir",
                home.resolve("run").toString(),
                "--prebootcommandfile",
                Path.of("config", "payara", "preboot.asadmin").toAbsolutePath().toString());
    }

    /** Every class of the tests that run inside, so that one archive serves them all. */
    static Class<?>[] testClasses() {
        Path classes = TARGET.resolve("test-classes");
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.matches(".*IT(\\$.*)?\\.class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .map(Server::load)
                    .filter(type -> InServer.class.isAssignableFrom(type.isMemberClass() ? type.getNestHost() : type))
                    .toArray(Class<?>[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Server.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void clear(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
