package org.evenhall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From one evening to many, with every date seen before it is booked; and back again. */
@ExtendWith(Browser.class)
class RepeatABookingIT {

    private static final Pattern A_SERIES = Pattern.compile("/resident/series\\?id=");

    @Test
    void needsNoScript(Browser browser) {
        var page = browser.open(new NewContextOptions()
                .setLocale("en-GB")
                .setJavaScriptEnabled(false)
                .setViewportSize(390, 844));
        signIn(page);
        page.navigate("/");
        page.locator(".room .act .button").nth(4).click();
        page.locator(".repeat summary").click();
        page.locator("#how").selectOption("WEEKLY");
        page.locator("#send").click();
        assertThat(page.locator("#times-said")).hasText("Say how many times, or until which day.");

        page.locator("#times").fill("7");
        page.locator("#send").click();
        assertThat(page.locator(".dates li")).hasCount(7);
        assertThat(page.locator(".dates li.out .why").last()).containsText("30 days ahead");
        page.locator("#times").fill("6");
        page.locator("#send-dates").click();
        assertThat(page.locator(".dates li")).hasCount(6);

        page.locator("#send-dates").click();
        assertThat(page).hasURL(A_SERIES);
        assertThat(page.locator("h1")).hasText("The series is yours");
        addAfterGivingTheFirstBack(page);
        giveAllBack(page);
    }

    private static void signIn(Page page) {
        page.navigate("/sign-in");
        page.locator("#username").fill("resident2");
        page.locator("#password").fill("demoresident2");
        page.locator("#enter").click();
    }

    /** A limit counts what is open: a date given back makes room for one that was left out. */
    private static void addAfterGivingTheFirstBack(Page page) {
        String series = page.url().replaceAll("&.*", "");
        page.locator(".dates a.when").first().click();
        page.locator("a.button.wrong").click();
        page.locator("#yes").click();
        page.navigate(series);
        page.locator("section[aria-labelledby=skipped] a.why").first().click();
        page.locator("#add-date input[type=submit]").click();
        assertThat(page.locator(".notice.good")).hasText("The date is booked.");
    }

    private static void giveAllBack(Page page) {
        page.locator("main a.button.wrong").click();
        page.locator("#yes").click();
        assertThat(page.locator(".notice.good")).containsText("were given back");
        assertThat(page.locator("section[aria-labelledby=dates] li:not(.out)")).hasCount(0);
    }
}
