package org.evenhall.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The application as an operator starts it, called from outside. It starts with the first test that asks, serves all
 * tests of this JVM and goes with it:
 *
 * <pre>{@code
 * @ExtendWith(RunningServer.class)
 * class SpacesResourceIT {
 *     @Test
 *     void listsTheSpaces(RunningServer server) {
 *         given().get(server.baseUri().resolve("/api/v1/spaces"));
 * }</pre>
 */
public final class RunningServer implements ParameterResolver {

    private static RunningServer running;

    private final Server server;
    private final Process process;

    /** For JUnit; tests get the running one as a parameter. */
    public RunningServer() {
        this(null, null);
    }

    private RunningServer(Server server, Process process) {
        this.server = server;
        this.process = process;
    }

    /** Starts it, or gives the one that runs. */
    public static synchronized RunningServer get() {
        if (running == null || !running.process.isAlive()) {
            running = start(new Server("running"));
        }
        return running;
    }

    /** A server of one's own, on a home of its own, that may be killed; see {@link #again}. */
    public static RunningServer apart(String name) {
        return start(new Server(name));
    }

    /** A node of one's own on a PostgreSQL database that others may work on too. */
    public static RunningServer on(String databaseUrl, String name) {
        return start(new Server(name, databaseUrl));
    }

    /** The same server on the same home, started once more after it was killed. */
    public RunningServer again() {
        return start(server);
    }

    /** Ends it as a power cut would. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** Ends it in good order. */
    public void stop() {
        process.destroy();
        await();
    }

    /** Where it answers, with a slash at the end. */
    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + server.port() + "/");
    }

    private static RunningServer start(Server server) {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(server.jvmOptions());
        command.addAll(List.of(
                "-jar",
                Server.launcher().toString(),
                "--with-parent",
                Server.war().toString()));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            RunningServer started = new RunningServer(server, process);
            Runtime.getRuntime().addShutdownHook(new Thread(started::stop));
            String line = process.inputReader().readLine();
            if (line == null || !line.startsWith("Evenhall is ready")) {
                process.destroy();
                throw new IllegalStateException("The server did not start: " + line);
            }
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await() {
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return get();
    }
}
