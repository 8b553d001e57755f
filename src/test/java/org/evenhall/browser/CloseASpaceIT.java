package org.evenhall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A house closes a room that somebody has booked. */
@ExtendWith(Browser.class)
class CloseASpaceIT {

    /** Who is to lose the room is seen first; the booker takes the one that is kept instead. */
    @Test
    void keepsAnotherRoomForWhoeverItHits(Browser browser) {
        var owner = browser.open(new NewContextOptions().setLocale("en-GB"));
        var booker = browser.open(new NewContextOptions().setLocale("en-GB"));
        signIn(owner, "owner");
        signIn(booker, "resident");
        owner.navigate("/owner/index");
        String closures = owner.locator(".my-room a[href*=closures]").first().getAttribute("href");
        booker.navigate("/resident/space?id=" + closures.replaceAll(".*=", ""));
        String address = booker.locator(".week-day .pick").last().getAttribute("href");
        booker.navigate(address);
        booker.locator("#send").click();
        assertThat(booker.locator("h1")).hasText("The room is yours");

        owner.navigate(closures);
        owner.locator("#closing button").click();
        assertThat(owner.locator("#from-said")).hasText("This is needed.");
        owner.locator("#from").fill(address.replaceAll(".*[?&]start=([^&]*).*", "$1"));
        owner.locator("#until").fill(address.replaceAll(".*[?&]end=([^&]*).*", "$1"));
        owner.locator("#reason").fill("The floor is being painted");
        owner.locator("#closing button").click();
        assertThat(owner.locator("section.notice.wrong")).containsText("One booking is hit.");
        owner.locator("button[value=close]").click();
        assertThat(owner.locator(".notice.good")).containsText("It is closed for that time.");

        booker.reload();
        assertThat(booker.locator("#instead")).hasText("Your space is closed");
        booker.locator("button[value=take]").click();
        assertThat(booker.locator(".ticket .tag")).hasText("confirmed");
        giveBack(booker);
        owner.locator("button[name=lift]").click();
        assertThat(owner.locator(".notice.good")).hasText("It is open again.");
    }

    private static void signIn(Page page, String username) {
        page.navigate("/sign-in");
        page.locator("#username").fill(username);
        page.locator("#password").fill("demo" + username);
        page.locator("#enter").click();
    }

    private static void giveBack(Page page) {
        page.locator("main a.button.wrong").click();
        page.locator("#yes").click();
        assertThat(page.locator(".ticket .tag")).hasText("cancelled");
    }
}
