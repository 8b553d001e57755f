package org.evenhall.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.evenhall.platform.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentSecurityTest {

    @ParameterizedTest
    @CsvSource({
        "https://tiles.example.org/{z}/{x}/{y}.png,https://tiles.example.org",
        "https://{s}.tiles.example.org/{z}/{x}/{y}@2x.png,https://*.tiles.example.org",
        "http://127.0.0.1:9000/{z}/{x}/{y}.png,http://127.0.0.1:9000"
    })
    void allowsPicturesOfTheBaseMap(String tiles, String origin) {
        assertThat(ContentSecurity.origin(tiles)).isEqualTo(origin);
    }

    @Test
    void endsWithScriptsSoThatANonceCanFollow() {
        var policy = new ContentSecurity(Configuration.of(Map.<String, String>of()::get)).getPolicy();

        assertThat(policy)
                .endsWith("script-src 'self'")
                .contains("img-src 'self' data:;")
                .doesNotContain("unsafe");
    }
}
