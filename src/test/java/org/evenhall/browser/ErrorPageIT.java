package org.evenhall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Browser.class)
class ErrorPageIT {

    @Test
    void anUnknownAddressTellsNothingAboutTheServer(Page page) {
        Response response = page.navigate("/no-such-page");
        assertThat(response.status()).isEqualTo(404);
        assertThat(page.title()).isNotBlank();
        assertThat(page.content()).doesNotContainIgnoringCase("payara").doesNotContain("Exception");
        assertThat(response.headers()).doesNotContainKeys("server", "x-powered-by");
    }
}
