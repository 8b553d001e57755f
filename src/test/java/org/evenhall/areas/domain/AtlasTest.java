package org.evenhall.areas.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.evenhall.areas.Level;
import org.evenhall.kernel.GeoPoint;
import org.evenhall.kernel.Named;
import org.junit.jupiter.api.Test;

class AtlasTest {

    private static final Area CITY = area("c", null, Level.CITY, "POLYGON ((13 52, 15 52, 15 53, 13 53, 13 52))");
    private static final Area WEST = area("w", "c", Level.DISTRICT, "POLYGON ((13 52, 14 52, 14 53, 13 53, 13 52))");
    private static final Area EAST = area("e", "c", Level.DISTRICT, "POLYGON ((14 52, 15 52, 15 53, 14 53, 14 52))");

    private final Atlas atlas = new Atlas(List.of(CITY, WEST, EAST));

    @Test
    void aPointLiesInTheNarrowestArea() {
        assertThat(atlas.at(new GeoPoint(52.5, 13.5))).contains(WEST);
        assertThat(atlas.at(new GeoPoint(52.5, 14.5))).contains(EAST);
        assertThat(atlas.at(new GeoPoint(52.5, 15.5))).isEmpty();
    }

    @Test
    void aPointOnASharedBorderLiesInOneDistrictWhateverTheOrder() {
        var other = new Atlas(List.of(WEST, EAST, CITY));
        Stream.of(52.0, 52.25, 52.333333333, 53.0)
                .map(lat -> new GeoPoint(lat, 14))
                .forEach(point -> {
                    assertThat(atlas.at(point)).contains(EAST);
                    assertThat(other.at(point)).contains(EAST);
                });
    }

    @Test
    void whatLiesAboveIsToldNarrowestFirstAndThePathFromTheCityDown() {
        assertThat(atlas.andAbove("w")).containsExactly(WEST, CITY);
        assertThat(atlas.andAbove("nobody")).isEmpty();
        assertThat(atlas.andAbove(null)).isEmpty();
        assertThat(atlas.path("w", Locale.ENGLISH)).containsExactly("Area c", "Area w");
        assertThat(atlas.path("w", Locale.CHINESE)).containsExactly("c区", "w区");
    }

    @Test
    void theOutlinesAreTheDistrictsAndMayStandInsideAPage() {
        assertThat(atlas.outlines())
                .startsWith("{\"type\":\"FeatureCollection\"")
                .contains("\"name\":\"Area w\"", "[14.00000,53.00000]")
                .doesNotContain("Area c");
        var odd = new Area(
                "x",
                "x",
                null,
                Level.DISTRICT,
                new Named("a\"b</script>\\", null),
                null,
                null,
                null,
                null,
                WEST.boundary(),
                null);
        assertThat(new Atlas(List.of(odd)).outlines()).contains("\"a\\u0022b\\u003c/script>\\u005c\"");
    }

    private static Area area(String id, String parent, Level level, String boundary) {
        var name = new Named("Area " + id, id + "区");
        return new Area(id, id, parent, level, name, null, null, 52.5, 14.0, boundary, "Surveyors");
    }
}
