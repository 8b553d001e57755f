package org.evenhall.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenhall.areas.Level;
import org.evenhall.identity.Caller;
import org.evenhall.spaces.Listed;
import org.evenhall.store.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemoCityTest {

    @ParameterizedTest
    @EnumSource
    void berlinIsThereAfterTheFirstStartAndUntouchedByTheSecond(Databases database) {
        var city = City.on(database);
        assertThat(city.demo.build()).isTrue();
        city.catalogue.reload();

        everyFeatureIsAccountedFor(city);
        theDistrictsAreThereInBothLanguages(city);
        mostVenuesAreListed(city);
        assertThat(city.alliances.list(City.RESIDENT, 0, 10).items())
                .singleElement()
                .satisfies(alliance -> {
                    assertThat(alliance.demo()).isTrue();
                    assertThat(alliance.members()).hasSize(4);
                });

        assertThat(city.demo.build()).as("the second start").isFalse();
    }

    private static void everyFeatureIsAccountedFor(City city) {
        var runs = city.imports.runs(City.ADMIN, 0, 10).items();
        assertThat(runs).hasSize(2).allSatisfy(run -> {
            assertThat(run.created() + run.updated() + run.unchanged() + run.skipped())
                    .isEqualTo(run.read());
        });
        var bySource = runs.stream().collect(Collectors.toMap(ImportView::source, run -> run));
        assertThat(bySource.get(DemoCity.UNIVERSITIES).created()).isEqualTo(37);
        var venues = bySource.get(DemoCity.VENUES);
        assertThat(venues.read()).isEqualTo(1227);
        assertThat(venues.skipped()).as("childcare").isEqualTo(73);
        assertThat(city.imports.run(City.ADMIN, venues.id()).problems())
                .as("each skipped feature is named, and more")
                .hasSizeGreaterThan(73);
    }

    private static void theDistrictsAreThereInBothLanguages(City city) {
        var districts = city.areas.list(
                Caller.anonymous(Locale.CHINESE), city.areas.find(DemoCity.CITY).orElseThrow(), Level.DISTRICT, 0, 50);
        assertThat(districts.total()).isEqualTo(12);
        assertThat(districts.items()).extracting(area -> area.path().get(0)).containsOnly("柏林");
        assertThat(districts.items()).extracting(area -> area.name()).contains("米特区", "潘科区");
        assertThat(city.areas.outlines().length()).isBetween(10_000, 120_000);
    }

    private static void mostVenuesAreListed(City city) {
        assertThat(city.listed()).hasSizeBetween(3000, 4500);
        assertThat(city.listed()).allSatisfy(space -> {
            assertThat(space.areas()).hasSize(2);
            assertThat(space.demo()).isTrue();
            assertThat(space.venue().attribution()).contains("OpenStreetMap");
        });
        Map<Boolean, Long> found =
                city.listed().stream().collect(Collectors.groupingBy(Listed::stepFree, Collectors.counting()));
        assertThat(found.get(true)).isGreaterThan(500);
        assertThat(city.hours.stated).containsValue("Mo-Fr 18:00-21:30; PH off");
    }
}
