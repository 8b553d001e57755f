package org.evenhall.platform.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenhall.platform.Configuration;

/**
 * Starts Payara Micro with the war that is its argument, in this process and in the foreground, and prints one line
 * when it is ready. Whatever stands in the way is said in a sentence and ends the process with code 1, because Payara
 * Micro alone keeps running, and logs "ready", with a taken port or without the application.
 *
 * <p>Settings are those of {@link Configuration}. With {@code --with-parent} the server ends
 * when the process that started it does.
 */
public final class Launch {

    /** Left by the application when it could not start. */
    private static final String FAILURE = "evenhall.failure";

    private static final String HEADERS_IN_ASCII_ONLY =
            "org.glassfish.grizzly.http.STRICT_HEADER_VALUE_VALIDATION_RFC_9110";

    /** Tells the application that the process is about to end, so that it stops to be ready. */
    private static final String STOPPING = "evenhall.stopping";

    private static final String DEMO = "; demo accounts: resident, resident2, owner, university, coordinator, admin,"
            + " each with the password \"demo\" and the user name, as in demoresident";

    /** How long requests under way may take to finish after a signal to stop. */
    private static final int GRACE_MILLIS = 1000;

    private final Configuration settings;

    private Launch(Configuration settings) {
        this.settings = settings;
    }

    public static void main(String... arguments) {
        PrintStream errors = System.err;
        try {
            List<String> words = List.of(arguments);
            if (words.contains("--with-parent")) {
                Parent.follow();
            }
            Path war = words.stream()
                    .filter(word -> !word.startsWith("--"))
                    .map(Path::of)
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow(() -> new CannotStart("Usage: java -jar evenhall-launcher.jar evenhall.war"));
            new Launch(Configuration.ofProcess()).start(war);
        } catch (CannotStart | IllegalStateException e) {
            errors.println("Evenhall did not start. " + e.getMessage());
            System.exit(1);
        }
    }

    private void start(Path war) throws CannotStart {
        settings.mustMakeSense();
        mustBeFree(settings.host(), settings.port());
        Home home = Home.take(settings.home());
        System.setProperty("java.io.tmpdir", home.temporary().toString());
        System.setProperty("HTTP_HOST", settings.host());
        System.setProperty("HTTP_PORT", Integer.toString(settings.port()));
        System.setProperty(HEADERS_IN_ASCII_ONLY, "false"); // RFC 9110 5.5 has a server take other bytes as they are
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.setProperty(STOPPING, "true"), "stopping"));
        PrintStream console = System.out;
        PrintStream unwanted = home.consoleOfServer();
        System.setOut(unwanted);
        System.setErr(unwanted);
        boot(List.of(
                "--deploy",
                war.toAbsolutePath().toString(),
                "--rootdir",
                home.server().toString(),
                "--prebootcommandfile",
                home.resource("preboot.asadmin").toString(),
                "--logproperties",
                home.resource("logging.properties").toString(),
                "--port",
                Integer.toString(settings.port()),
                "--nohazelcast",
                "--disablephonehome",
                "--shutdowngrace",
                Integer.toString(GRACE_MILLIS)));
        if (!Readiness.of(settings.address()).comes()) {
            throw new CannotStart(reason() + " More is in " + home.log() + ".");
        }
        console.println("Evenhall is ready at " + settings.address() + "/" + (settings.demo() ? DEMO : "") + "; log: "
                + home.log() + "; Ctrl-C stops it.");
    }

    /** By name, so that the launcher compiles without the server. */
    private static void boot(List<String> arguments) throws CannotStart {
        try {
            Class.forName("fish.payara.micro.PayaraMicro")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments.toArray(String[]::new));
        } catch (InvocationTargetException e) {
            throw new CannotStart("Payara Micro failed: " + e.getCause() + ".");
        } catch (ReflectiveOperationException e) {
            throw new CannotStart("payara-micro.jar must lie beside the launcher.");
        }
    }

    private static void mustBeFree(String host, int port) throws CannotStart {
        InetAddress address;
        try {
            address = InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new CannotStart("HTTP_HOST is no address of this machine: \"" + host + "\".");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw new CannotStart("Port " + port + " of " + host + " cannot be used (" + e.getMessage()
                    + "). Stop what listens there, or set HTTP_PORT to another.");
        }
    }

    private static String reason() {
        String failure = System.getProperty(FAILURE);
        return failure == null ? "The application could not be deployed." : failure;
    }
}
