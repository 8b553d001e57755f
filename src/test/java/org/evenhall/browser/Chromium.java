package org.evenhall.browser;

import com.microsoft.playwright.CLI;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds an installed Chromium, or lets Playwright get one, or says what to install. */
final class Chromium {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private Chromium() {}

    /** @return its program, or nothing where Playwright has one of its own */
    static Optional<Path> find() {
        String given = System.getenv("EVENHALL_CHROMIUM");
        if (given != null && !given.isBlank()) {
            return Optional.of(Path.of(given));
        }
        Optional<Path> installed = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        if (installed.isEmpty()) {
            download();
        }
        return installed;
    }

    private static void download() {
        try {
            int code = new ProcessBuilder(
                            System.getProperty("java.home") + "/bin/java",
                            "-cp",
                            System.getProperty("java.class.path"),
                            CLI.class.getName(),
                            "install",
                            "chromium")
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code == 0) {
                return;
            }
        } catch (IOException e) {
            // said below
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("The browser tests need Chromium and could not download it. Install it"
                + " (Debian: apt-get install chromium fonts-noto-cjk), or set EVENHALL_CHROMIUM to its program.");
    }
}
