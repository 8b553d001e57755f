package org.evenhall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.evenhall.proof.Size;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each page in both languages, light and dark, narrow and wide: axe finds nothing, and nothing has to be pushed sideways. */
@ExtendWith(Browser.class)
class AccessiblePagesIT {

    private static final List<String> PAGES = List.of(
            "/",
            "/resident/rooms?near=Mitte&need=STEP_FREE",
            "/resident/rooms?people=999",
            "/resident/bookings",
            "/resident/inbox",
            "/sign-in",
            "/coordinator/utilisation",
            "/admin/imports",
            "/owner/index",
            "/owner/space",
            "/owner/today",
            "/owner/requests",
            "/owner/pauses",
            "/owner/groups",
            "/owner/policy",
            "/admin/deliveries",
            "/problems",
            "/problems/slot-taken",
            "/nowhere");

    /** The two that differ most, and in full the others. */
    static Stream<Arguments> looks() {
        return Stream.of(
                        Arguments.of("en-GB", ColorScheme.LIGHT, 1440),
                        Arguments.of("zh-CN", ColorScheme.DARK, 390),
                        Arguments.of("en-GB", ColorScheme.DARK, 320),
                        Arguments.of("zh-CN", ColorScheme.LIGHT, 768))
                .limit(Size.rounds(2, 4));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void inEveryLook(String locale, ColorScheme scheme, int width, Browser browser) {
        var page = browser.open(new NewContextOptions()
                .setLocale(locale)
                .setColorScheme(scheme)
                .setViewportSize(width, 900)
                .setBypassCSP(true));
        signInAsAdministrator(page);
        var all = new ArrayList<>(PAGES);
        page.navigate("/");
        all.add(page.locator(".room h3 a").first().getAttribute("href"));
        all.add(page.locator(".room .act .button").first().getAttribute("href"));
        for (String address : all) {
            page.navigate(address);
            assertThat(page.title()).as("title of " + address).isNotBlank();
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(locale.substring(0, 2));
            assertThat(faults(page)).as(address).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth > innerWidth"))
                    .as(address + " is too wide for " + width)
                    .isEqualTo(false);
        }
    }

    private static List<String> faults(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream().map(AccessiblePagesIT::told).toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getNodes().get(0).getHtml();
    }

    private static void signInAsAdministrator(Page page) {
        page.navigate("/sign-in");
        page.locator("#username").fill("admin");
        page.locator("#password").fill("demoadmin");
        page.locator("#enter").click();
        page.waitForURL("**/");
    }
}
