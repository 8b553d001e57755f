package org.evenhall.server;

import java.io.BufferedReader;
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

    private final URI baseUri;
    private final Process process;

    /** For JUnit; tests get the running one as a parameter. */
    public RunningServer() {
        this(null, null);
    }

    private RunningServer(URI baseUri, Process process) {
        this.baseUri = baseUri;
        this.process = process;
    }

    /** Starts it, or gives the one that runs. */
    public static synchronized RunningServer get() {
        if (running == null || !running.process.isAlive()) {
            try {
                running = start(new Server("running"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return running;
    }

    /** Where it answers, with a slash at the end. */
    public URI baseUri() {
        return baseUri;
    }

    private static RunningServer start(Server server) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(server.jvmOptions());
        command.addAll(List.of(
                "-jar",
                Server.launcher().toString(),
                "--with-parent",
                Server.war().toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
        BufferedReader lines = process.inputReader();
        String line = lines.readLine();
        if (line == null || !line.startsWith("Evenhall is ready")) {
            process.destroy();
            throw new IllegalStateException("The server did not start: " + line);
        }
        return new RunningServer(URI.create("http://127.0.0.1:" + server.port() + "/"), process);
    }

    private static void stop(Process process) {
        process.destroy();
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
