package org.evenhall.platform.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageChoiceTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/search?q=a&from=18:30#map", "/spaces/1.xhtml"})
    void leadsBackToAPathOfThisSite(String path) {
        assertThat(LanguageChoice.wayBack(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "//evil.org", "/\\evil.org", "https://evil.org", "/\t/evil.org", "/a\r\nX: y", "javascript:1"
            })
    void neverLeadsToAnotherSite(String elsewhere) {
        assertThat(LanguageChoice.wayBack(elsewhere)).isEqualTo("/");
    }
}
