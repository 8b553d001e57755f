package org.evenhall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An owner states the rules of a room on a page, and keeps groups. */
@ExtendWith(Browser.class)
class StateRulesIT {

    @Test
    void whatIsStatedIsToldToResidentsAndCanBeTakenBack(Browser browser) {
        var page = browser.open(new NewContextOptions().setLocale("en-GB"));
        signInAsAdministrator(page);
        String room = room(page);
        page.navigate("/owner/policy?space=" + room);
        page.locator("#longest").selectOption(new SelectOption().setLabel("1 h 30 min"));
        page.locator("#releases").selectOption(new SelectOption().setLabel("Monday"));
        page.locator("#time-releases").fill("08:00");
        page.locator("#days-releases").fill("28");
        page.locator("[name='purposes'][value='STUDY']").check(new Locator.CheckOptions().setForce(true));
        page.locator("[name='hours-per-week-in-space']").fill("4");
        page.locator("#save").click();
        assertThat(page).hasURL(Pattern.compile("saved=true"));
        assertThat(page.locator("#longest")).hasValue("PT1H30M");
        assertThat(page.locator("[name='hours-per-week-in-space']")).hasValue("4");

        page.navigate("/resident/space?id=" + room);
        assertThat(page.locator(".rules").first())
                .containsText("A booking lasts 30 min to 1 h 30 min. rule of this space");
        assertThat(page.locator(".rules").first()).containsText("Every Monday at 08:00");
        assertThat(page.locator(".rules").first()).containsText("It is for: Study.");
        assertThat(page.locator(".rules").first()).containsText("at most 4 h a week in this space");

        page.navigate("/owner/policy?space=" + room);
        page.locator("#longest").selectOption("");
        page.locator("#releases").selectOption("");
        page.locator("[name='own-purposes']").uncheck();
        page.locator("[name='hours-per-week-in-space']").fill("");
        page.locator("#save").click();
        assertThat(page).hasURL(Pattern.compile("saved=true"));
        page.navigate("/resident/space?id=" + room);
        assertThat(page.locator(".rules").first()).containsText("A booking lasts 30 min to 3 h. rule of the city");
    }

    @Test
    void whatMakesNoSenseIsToldAtItsFieldAndNothingIsLost(Browser browser) {
        var page = browser.open(new NewContextOptions().setLocale("en-GB"));
        signInAsAdministrator(page);
        page.navigate("/owner/policy?space=" + room(page));
        page.locator("form#policy").evaluate("form => form.noValidate = true");
        page.locator("#ageFrom").fill("40");
        page.locator("#ageTo").fill("20");
        page.locator("[name='open-bookings-in-space']").fill("0");
        page.locator("#save").click();
        assertThat(page.locator(".notice.wrong")).containsText("Some values make no sense");
        assertThat(page.locator("[name='open-bookings-in-space']")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#ageFrom")).hasValue("40");
        page.locator("form#policy").evaluate("form => form.noValidate = true");
        page.locator("[name='open-bookings-in-space']").fill("");
        page.locator("#save").click();
        assertThat(page.locator(".notice.wrong")).containsText("It must not be less than Aged from, which is 40.");
        assertThat(page.locator("#ageTo")).hasAttribute("aria-invalid", "true");
    }

    @Test
    void groupsAreMadeChangedAndDissolved(Browser browser) {
        var page = browser.open(new NewContextOptions().setLocale("en-GB"));
        signInAsAdministrator(page);
        page.navigate("/owner/policy?space=" + room(page));
        page.locator("main a[href^='/owner/groups']").click();
        page.locator("#name").fill("Chess club");
        page.locator("#members").fill("nobody-at-all");
        page.locator("#save").click();
        assertThat(page.locator(".notice.wrong")).containsText("nobody-at-all");
        assertThat(page.locator("#name")).hasValue("Chess club");
        page.locator("#members").fill("resident\nresident2");
        page.locator("#save").click();
        assertThat(page.locator(".notice.good")).hasText("Done.");
        var club = page.locator(".my-room", new Page.LocatorOptions().setHasText("Chess club"));
        assertThat(club).containsText("2 members");
        club.locator("a").click();
        assertThat(page.locator("#members")).hasValue("resident\nresident2");
        page.locator("#members").fill("resident");
        page.locator("#save").click();
        assertThat(club).containsText("one member");
        club.locator("a").click();
        page.locator("#remove").click();
        assertThat(page.locator(".notice.good")).hasText("Done.");
        assertThat(club).hasCount(0);
    }

    private static String room(Page page) {
        page.navigate("/");
        return page.locator(".room h3 a").last().getAttribute("href").replaceFirst(".*id=([^&]+).*", "$1");
    }

    private static void signInAsAdministrator(Page page) {
        page.navigate("/sign-in");
        page.locator("#username").fill("admin");
        page.locator("#password").fill("demoadmin");
        page.locator("#enter").click();
        page.waitForURL("**/");
    }
}
