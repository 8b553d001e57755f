package org.evenhall.platform.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of one server: {@code db} and {@code log} are kept, {@code run} holds the unpacked server and is made
 * anew at each start, {@code lock} belongs to the server that runs.
 */
final class Home {

    /** A server that was just told to stop may still be closing its database. */
    private static final int LOCK_TRIES = 30;

    private final Path folder;

    /** Held as long as the process lives: a channel that nobody refers to is closed, and its lock with it. */
    private static FileChannel held;

    private Home(Path folder) {
        this.folder = folder;
    }

    static Home take(Path folder) throws CannotStart {
        try {
            Files.createDirectories(folder.resolve("log"));
            lock(folder);
            Home home = new Home(folder);
            home.clear();
            Files.createDirectories(home.temporary());
            return home;
        } catch (IOException e) {
            throw new CannotStart("The folder " + folder + " cannot be used: " + e.getMessage()
                    + ". Set EVENHALL_HOME to one that can be written.");
        }
    }

    /** The system gives the lock back when the process ends, even when it is killed. */
    private static void lock(Path folder) throws IOException, CannotStart {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            for (int i = 0; i < LOCK_TRIES; i++) {
                if (channel.tryLock() != null) {
                    held = channel;
                    return;
                }
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        channel.close();
        throw new CannotStart(
                "Another server already uses " + folder + ". Stop it, or set EVENHALL_HOME to another folder.");
    }

    /** What an earlier start left. */
    private void clear() throws IOException {
        if (Files.exists(server())) {
            List<Path> files;
            try (Stream<Path> tree = Files.walk(server())) {
                files = tree.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    /** Writes a file of the launcher where the server can read it; {@code @log@} stands for the folder of the log. */
    Path resource(String name) throws CannotStart {
        try (InputStream in = Home.class.getResourceAsStream(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Path file = temporary().resolve(name);
            Files.writeString(
                    file, text.replace("@log@", log().getParent().toString().replace('\\', '/')));
            return file;
        } catch (IOException e) {
            throw new CannotStart("The folder " + folder + " cannot be written: " + e.getMessage() + ".");
        }
    }

    /** Where the server may print what is no log entry. */
    PrintStream consoleOfServer() throws CannotStart {
        try {
            return new PrintStream(folder.resolve("log").resolve("console.log").toFile(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CannotStart("The folder " + folder + " cannot be written: " + e.getMessage() + ".");
        }
    }

    Path server() {
        return folder.resolve("run");
    }

    Path temporary() {
        return server().resolve("tmp");
    }

    /** The newest log; older ones beside it count upwards. */
    Path log() {
        return folder.resolve("log").resolve("server-0.log");
    }
}
