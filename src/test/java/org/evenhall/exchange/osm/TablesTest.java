package org.evenhall.exchange.osm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.evenhall.kernel.GeoPoint;
import org.evenhall.organisations.OrganisationKind;
import org.evenhall.spaces.DefineSpace;
import org.evenhall.spaces.SpaceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TablesTest {

    private final KindTable kinds = KindTable.load();
    private final RoomTable rooms = RoomTable.load();
    private final HoursTable hours = HoursTable.load();

    @ParameterizedTest
    @CsvSource({
        "amenity, theatre, CULTURAL_CENTRE",
        "amenity, cinema, CULTURAL_CENTRE",
        "leisure, sports_centre, SPORTS_CENTRE",
        "amenity, coworking_space, ENTERPRISE",
        "amenity, university, UNIVERSITY",
        "amenity, library, LIBRARY",
        "amenity, pub;library, LIBRARY",
        "shop, books, BOOKSTORE"
    })
    void aTagSaysWhatKindOfHouseItIs(String key, String value, OrganisationKind kind) {
        assertThat(kinds.of(feature(Map.of(key, value))).orElseThrow().kind()).isEqualTo(kind);
    }

    @Test
    void theFirstRowThatFitsDecides() {
        var youth = feature(Map.of("amenity", "community_centre", "community_centre", "youth_centre"));
        assertThat(kinds.of(youth).orElseThrow().kind()).isEqualTo(OrganisationKind.YOUTH_CENTRE);
        var museum = feature(Map.of("amenity", "library", "tourism", "museum"));
        assertThat(kinds.of(museum).orElseThrow().kind()).isEqualTo(OrganisationKind.MUSEUM);
    }

    @Test
    void childcareIsLeftOutOnPurposeAndAPubIsUnknown() {
        assertThat(kinds.of(feature(Map.of("amenity", "childcare")))
                        .orElseThrow()
                        .kind())
                .isNull();
        assertThat(kinds.of(feature(Map.of("amenity", "pub")))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyKindGetsRoomsOfItsOwnAndHours(OrganisationKind kind) {
        for (int house = 0; house < 50; house++) {
            var made = rooms.of(kind, "node/" + house, "s:node/" + house, false);
            assertThat(made).isNotEmpty().hasSizeLessThanOrEqualTo(8);
            assertThat(made).extracting(DefineSpace::externalId).doesNotHaveDuplicates();
            assertThat(made).allSatisfy(room -> {
                assertThat(room.demo()).isTrue();
                assertThat(room.name().name()).doesNotContain("{");
                assertThat(room.name().nameZh()).isNotBlank().doesNotContain("{");
                assertThat(room.kind() == SpaceKind.SEAT).isEqualTo(room.capacity() == 1);
            });
        }
        assertThat(hours.of(kind, feature(Map.of())).text()).isNotBlank();
    }

    @Test
    void theSameHouseAlwaysGetsTheSameRoomsAndHousesDiffer() {
        var first = rooms.of(OrganisationKind.SCHOOL, "node/1", "a:node/1", true);
        assertThat(rooms.of(OrganisationKind.SCHOOL, "node/1", "a:node/1", true))
                .isEqualTo(first);
        var sizes = IntStream.range(0, 40)
                .mapToObj(i -> rooms.of(OrganisationKind.SCHOOL, "node/" + i, "x", true).stream()
                        .map(DefineSpace::capacity)
                        .toList())
                .distinct()
                .toList();
        assertThat(sizes).hasSizeGreaterThan(10);
    }

    @Test
    void theHoursOfASchoolMeanTeaching() {
        var tags = Map.of("opening_hours", "Mo-Fr 08:00-16:00");
        assertThat(hours.of(OrganisationKind.SCHOOL, feature(tags)).text()).isEqualTo("Mo-Fr 18:00-21:30; PH off");
        assertThat(hours.of(OrganisationKind.LIBRARY, feature(tags)).text()).isEqualTo("Mo-Fr 08:00-16:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name=Haus;operator=Stadt | name | Haus",
                "alt_name=Anders;operator=Stadt | alt_name | Anders",
                "operator=Stadt | operator | Library, Stadt",
                "addr:street=Am Park;addr:housenumber=7 | addr:street | Library, Am Park 7",
                "wheelchair=yes | | Library node/1"
            })
    void aHouseWithoutANameIsCalledByWhatElseIsKnown(String given, String from, String name) {
        Map<String, String> tags = new HashMap<>();
        List.of(given.split(";")).forEach(tag -> tags.put(tag.split("=")[0], tag.split("=")[1]));
        var naming = Naming.of(feature(tags), OrganisationKind.LIBRARY);
        assertThat(naming.from()).isEqualTo(from);
        assertThat(naming.name().name()).isEqualTo(name);
    }

    @Test
    void anAddressIsReadFromOneFieldOrMany() {
        assertThat(Naming.address(feature(
                        Map.of("addr:street", "A", "addr:housenumber", "1", "addr:postcode", "2", "addr:city", "B"))))
                .isEqualTo("A 1, 2 B");
        assertThat(Naming.address(feature(Map.of("addr:street_line", "A 1", "addr:city", "B"))))
                .isEqualTo("A 1, B");
        assertThat(Naming.address(feature(Map.of("addr:city", "B")))).isEqualTo("B");
        assertThat(Naming.address(feature(Map.of()))).isNull();
    }

    private static Feature feature(Map<String, String> tags) {
        return new Feature(1, "node/1", "node/1", tags, new GeoPoint(52, 13), List.of());
    }
}
