package org.evenhall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the first look at the city to a room for the evening, and back again. */
@ExtendWith(Browser.class)
class BookARoomIT {

    @Test
    void takesThreeStepsFromTheHomePage(Browser browser) {
        var page = browser.open(new NewContextOptions().setLocale("en-GB").setViewportSize(390, 844));
        book(page);
        assertThat(page.locator("h1")).hasText("The room is yours");
        giveBack(page);
    }

    @Test
    void needsNoScript(Browser browser) {
        var page = browser.open(new NewContextOptions().setLocale("en-GB").setJavaScriptEnabled(false));
        book(page);
        giveBack(page);
    }

    @Test
    void tellsWhatIsWrongAndLosesNothing(Page page) {
        page.navigate("/");
        page.locator(".room .act .button").last().click();
        signIn(page);
        page.locator("#note").fill("<b>Seven</b> chairs & a table");
        page.locator("form#book").evaluate("form => form.noValidate = true");
        page.locator("#people").fill("9999");
        page.locator("#send").click();
        assertThat(page.locator("#refusal")).containsText("people");
        assertThat(page.locator("#people")).hasValue("9999");
        assertThat(page.locator("#note")).hasValue("<b>Seven</b> chairs & a table");
    }

    @Test
    void offersOtherTimesWhereSomebodyElseWasFirst(Browser browser) {
        var first = browser.open(new NewContextOptions().setLocale("en-GB"));
        var second = browser.open(new NewContextOptions().setLocale("en-GB"));
        first.navigate("/");
        String address = first.locator(".room .act .button").nth(2).getAttribute("href");
        first.navigate(address);
        signIn(first);
        second.navigate(address);
        signIn(second, "resident2");
        first.locator("#send").click();
        assertThat(first.locator("h1")).hasText("The room is yours");
        second.locator("#send").click();
        assertThat(second.locator("#refusal")).containsText("The time is taken");
        assertThat(second.locator("#refusal .pick").first()).isVisible();
        giveBack(first);
    }

    /** A link elsewhere could have such an address, and the browser would follow it as whoever is signed in. */
    @Test
    void isNotBookedByALink(Page page) {
        page.navigate("/");
        String address = page.locator(".room .act .button").nth(3).getAttribute("href");
        page.navigate(address);
        signIn(page);
        var form = page.locator("form#book").evaluate("form => new URLSearchParams(new FormData(form)).toString()");

        var answer = page.navigate("/resident/book?send=send&" + form);

        Assertions.assertThat(answer.status()).isEqualTo(403);
        page.navigate(address);
        page.locator("#send").click();
        assertThat(page.locator("h1")).hasText("The room is yours");
        giveBack(page);
    }

    @Test
    void changesItOrKeepsTheOldTime(Browser browser) {
        var page = browser.open(new NewContextOptions().setLocale("en-GB").setJavaScriptEnabled(false));
        book(page);
        String when = page.locator(".ticket .big-when").textContent();
        page.locator("a[href^='/resident/move']").click();
        page.locator("#day").fill("2020-02-29");
        page.locator("#send").click();
        assertThat(page.locator("#refusal")).isVisible();
        assertThat(page.locator("#day")).hasValue("2020-02-29");
        assertThat(page.locator("header .lead")).hasText(when);

        page.locator("main a[href^='/resident/booking']").click();
        page.locator("a[href^='/resident/move']").click();
        page.locator("#people").fill("1");
        page.locator("#send").click();
        assertThat(page.locator(".ticket .big-when")).hasText(when);
        assertThat(page.locator(".pairs dd").nth(1)).hasText("1");
        giveBack(page);
    }

    @Test
    void booksOnceHoweverOftenTheFormIsSent(Page page) {
        page.navigate("/");
        String address = page.locator(".room .act .button").nth(3).getAttribute("href");
        page.navigate(address);
        signIn(page);
        Page tab = page.context().newPage();
        tab.navigate(address);
        page.locator("#send").dblclick();
        assertThat(page.locator("h1")).hasText("The room is yours");
        tab.locator("#send").click();
        assertThat(tab.locator("h1")).hasText("The room is yours");
        assertThat(tab).hasURL(page.url());
        giveBack(page);
    }

    @Test
    void keepsTheWishToRepeatWhereAnotherInputIsAtFault(Page page) {
        page.navigate("/");
        page.locator(".room .act .button").nth(3).click();
        signIn(page);
        page.locator("#purpose").selectOption("MEETING");
        page.locator(".repeat summary").click();
        page.locator("#how").selectOption("WEEKLY");
        page.locator("#times").fill("4");
        page.locator("#people").fill("");
        page.locator("#send").click();
        assertThat(page.locator("#people-said")).hasText("Say how many people will come.");
        assertThat(page.locator("#purpose")).hasValue("MEETING");
        assertThat(page.locator("#how")).hasValue("WEEKLY");
        assertThat(page.locator("#times")).hasValue("4");
    }

    private static void book(Page page) {
        page.navigate("/");
        page.locator(".room .act .button").first().click();
        signIn(page);
        page.locator("#send").click();
        assertThat(page).hasURL(Pattern.compile("/resident/booking\\?id="));
    }

    private static void signIn(Page page) {
        signIn(page, "resident");
    }

    private static void signIn(Page page, String username) {
        page.locator("main a.button.wide").click();
        page.locator("#username").fill(username);
        page.locator("#password").fill("demo" + username);
        page.locator("#enter").click();
        assertThat(page).hasURL(Pattern.compile("/resident/book\\?"));
    }

    private static void giveBack(Page page) {
        page.locator("a.button.wrong").click();
        page.locator("#yes").click();
        assertThat(page.locator(".ticket .tag")).hasText("cancelled");
    }
}
