package org.evenhall.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {

    @ParameterizedTest
    @CsvSource({
        "Treptow-Köpenick, köpenick",
        "Treptow-Köpenick, KÖPENICK",
        "Treptow-Köpenick, Ko\u0308penick",
        "Treptow-Köpenick, Kopenick",
        "Treptow-Köpenick, Koepenick",
        "Friedrichstraße 101, Friedrichstrasse",
        "Friedrichstrasse 101, friedrichstraße",
        "Café Müller, cafe",
        "Café Müller, mueller",
        "米特区图书馆, 图书馆",
        "３号教室, 3号",
        "Elsäßer Weg, elsaesser"
    })
    void areFoundAsPeopleTypeThem(String name, String typed) {
        assertThat(SearchWords.searchable(name)).contains(SearchWords.asked(typed));
    }

    @ParameterizedTest
    @CsvSource({"Treptow-Köpenick, Kopernikus", "Goethe-Schule, Gothe"})
    void areNotConfused(String name, String typed) {
        assertThat(SearchWords.searchable(name)).doesNotContain(SearchWords.asked(typed));
    }
}
