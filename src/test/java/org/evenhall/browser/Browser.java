package org.evenhall.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhall.server.RunningServer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test a page of a fresh browser profile, in English, on the running application; addresses may be relative.
 * A failed test leaves its picture in {@code target/screenshots}.
 *
 * <pre>{@code
 * @ExtendWith(Browser.class)
 * class FindARoomIT {
 *     @Test
 *     void showsTheCity(Page page) {
 *         page.navigate("/");
 * }</pre>
 *
 * A test that needs another language, size or colour scheme asks for {@code Browser} and calls {@link #open}.
 */
public final class Browser implements ParameterResolver {

    private static final Namespace HERE = Namespace.create(Browser.class);

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final ExtensionContext test;

    /** For JUnit. */
    public Browser() {
        this(null);
    }

    private Browser(ExtensionContext test) {
        this.test = test;
    }

    /** A page of a fresh profile; it is closed with the test. */
    public Page open(com.microsoft.playwright.Browser.NewContextOptions options) {
        options.setBaseURL(RunningServer.get().baseUri().toString());
        BrowserContext context = chromium(test).newContext(options);
        Page page = context.newPage();
        test.getStore(HERE).put(page.hashCode(), new Opened(page, context, test));
        return page;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Page.class || type == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Browser browser = new Browser(context);
        return parameter.getParameter().getType() == Browser.class
                ? browser
                : browser.open(new com.microsoft.playwright.Browser.NewContextOptions().setLocale("en-GB"));
    }

    private static com.microsoft.playwright.Browser chromium(ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .getOrComputeIfAbsent(Driven.class, key -> new Driven(), Driven.class)
                .browser;
    }

    /** A page of one test; when the test is over, JUnit closes it. */
    private record Opened(Page page, BrowserContext context, ExtensionContext test) implements AutoCloseable {

        @Override
        public void close() {
            if (test.getExecutionException().isPresent()) {
                String name = test.getRequiredTestClass().getSimpleName() + "." + test.getDisplayName();
                Path file = Path.of("target", "screenshots", name.replaceAll("[^\\w.-]+", "_") + ".png");
                page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
            }
            context.close();
        }
    }

    /** The browser of this JVM. */
    private static final class Driven implements AutoCloseable {

        private final Playwright playwright;
        private final com.microsoft.playwright.Browser browser;

        Driven() {
            Optional<Path> program = Chromium.find();
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            BrowserType.LaunchOptions options =
                    new BrowserType.LaunchOptions().setHeadless(true).setArgs(FLAGS);
            program.ifPresent(options::setExecutablePath);
            browser = playwright.chromium().launch(options);
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
