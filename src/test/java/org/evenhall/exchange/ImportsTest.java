package org.evenhall.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.evenhall.exchange.Squares.feature;
import static org.evenhall.exchange.Squares.file;
import static org.evenhall.exchange.Squares.library;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.evenhall.exchange.ImportView.Status;
import org.evenhall.exchange.osm.OsmImport;
import org.evenhall.exchange.store.ImportStore;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Refused;
import org.evenhall.organisations.OrganisationQuery;
import org.evenhall.platform.Started;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.Place;
import org.evenhall.store.Databases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportsTest {

    private static final String TWO = file(library("node/1", "Eins"), library("node/2", "Zwei"));

    @ParameterizedTest
    @EnumSource
    void theSameFileTwiceChangesNothing(Databases database) {
        var city = City.on(database).withDistricts();
        assertThat(city.take(TWO)).satisfies(run -> {
            assertThat(run.status()).isEqualTo(Status.DONE);
            assertThat(run.progress()).isEqualTo(1);
            assertThat(run.created()).isEqualTo(2);
            assertThat(run.problems()).isEmpty();
        });
        var before = city.listed();
        assertThat(before).isNotEmpty();

        assertThat(city.take(TWO)).satisfies(run -> {
            assertThat(run.unchanged()).isEqualTo(2);
            assertThat(run.created() + run.updated() + run.hidden() + run.skipped())
                    .isZero();
        });
        assertThat(city.listed()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void aNewerFileUpdatesByIdAndHidesWhatIsGone(Databases database) {
        var city = City.on(database).withDistricts();
        city.take(TWO);
        var ids = city.listed().stream().map(Listed::id).toList();

        assertThat(city.take(file(library("node/1", "Eins neu"), library("node/3", "Drei"))))
                .satisfies(run -> {
                    assertThat(run.created()).isEqualTo(1);
                    assertThat(run.updated()).isEqualTo(1);
                    assertThat(run.hidden()).isEqualTo(1);
                });
        assertThat(city.listedVenues()).containsExactly("Drei", "Eins neu");
        assertThat(ids).contains(city.listed().get(0).id());
        assertThat(city.organisations
                        .list(City.RESIDENT, new OrganisationQuery(null, null, null, 0, 50))
                        .total())
                .isEqualTo(2);

        assertThat(city.take(TWO)).satisfies(run -> {
            assertThat(run.updated()).as("one is renamed, one is back").isEqualTo(2);
            assertThat(run.hidden()).isEqualTo(1);
        });
        assertThat(city.listedVenues()).containsExactly("Eins", "Zwei");
        assertThat(city.listed()).extracting(Listed::id).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void anotherFileHidesNothing() {
        var city = City.on(Databases.DERBY).withDistricts();
        city.take(TWO);
        assertThat(city.take(file(library("node/7", "Sieben"))).hidden()).isZero();
        assertThat(city.listedVenues()).containsExactly("Eins", "Sieben", "Zwei");
    }

    @Test
    void anExtractOfALargeFileHidesNothingAndHasEditionsOfItsOwn() {
        var city = City.on(Databases.DERBY).withDistricts();
        city.take(file(IntStream.range(0, 120)
                .mapToObj(i -> library("node/" + i, "Haus " + i))
                .toArray(String[]::new)));

        var extract = city.take(TWO);
        assertThat(extract.updated()).isEqualTo(2);
        assertThat(extract.hidden()).isZero();
        assertThat(extract.problems()).hasSize(1);
        assertThat(city.take(file(library("node/1", "Eins"))).hidden()).isEqualTo(1);
        assertThat(city.listedVenues()).hasSize(119);
    }

    @Test
    void aFeatureWithoutAPlaceIsSkippedButNotGone() {
        var city = City.on(Databases.DERBY).withDistricts();
        city.take(TWO);
        String placeless =
                "{\"type\":\"Feature\",\"id\":\"node/2\",\"geometry\":null,\"properties\":{\"amenity\":\"library\"}}";
        var run = city.take(file(library("node/1", "Eins"), placeless));
        assertThat(run.skipped()).isEqualTo(1);
        assertThat(run.hidden()).isZero();
        assertThat(city.listedVenues()).containsExactly("Eins", "Zwei");
    }

    @Test
    void aFileThatIsNoGeoJsonFailsAndChangesNothing() {
        var city = City.on(Databases.DERBY).withDistricts();
        for (String bytes : List.of(
                "",
                "   ",
                "nonsense",
                "<html></html>",
                "[]",
                "null",
                "{}",
                "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{}}",
                "{\"type\":\"FeatureCollection\"}",
                "{\"type\":\"FeatureCollection\",\"features\":{}}",
                "{\"type\":\"FeatureCollection\",\"features\":[",
                "{\"type\":\"FeatureCollection\",\"features\":[]} and more",
                "{\"type\":\"Topology\",\"features\":[]}")) {
            var run = city.take(bytes);
            assertThat(run.status()).as(bytes).isEqualTo(Status.FAILED);
            assertThat(run.reason()).as(bytes).isNotBlank();
        }
        assertThat(city.sql.count("SELECT COUNT(*) FROM venue")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatBreaksOffInItsMiddleChangesNothing(Databases database) {
        var city = City.on(database).withDistricts();
        city.take(TWO);
        String broken = file(library("node/1", "Anders"), library("node/9", "Neun"));
        assertThat(city.take(broken.substring(0, broken.length() - 20)).status())
                .isEqualTo(Status.FAILED);
        byte[] binary = {0, (byte) 0xFF, 17, (byte) 0xC3, 0x28};
        assertThat(city.take(binary, null, false).status()).isEqualTo(Status.FAILED);
        String deep =
                "{\"type\":\"FeatureCollection\",\"features\":[" + "[".repeat(100_000) + "]".repeat(100_000) + "]}";
        assertThat(city.take(deep).status()).isEqualTo(Status.FAILED);
        assertThat(city.listedVenues()).containsExactly("Eins", "Zwei");
    }

    @ParameterizedTest
    @EnumSource
    void dirtIsSaidByNameAndNothingIsDroppedSilently(Databases database) {
        var city = City.on(database).withDistricts();
        String long300 = "x".repeat(300);
        var run = city.take(file(
                feature("node/1", 13.5, 52.5, "\"amenity\":\"library\""),
                feature(
                        "node/2",
                        13.5,
                        52.5,
                        "\"amenity\":\"library\",\"addr:street\":\"Am Park\",\"addr:housenumber\":7"),
                feature("node/3", 113.5, 95, "\"amenity\":\"library\",\"name\":\"Off\""),
                feature("node/4", 52.5, 13.5, "\"amenity\":\"library\",\"name\":\"Swapped\""),
                feature("node/5", 20, 52.5, "\"amenity\":\"library\",\"name\":\"Far\""),
                feature(
                        "node/6",
                        13.5,
                        52.5,
                        "\"amenity\":\"library\",\"name\":\"Bad\",\"opening_hours\":\"when we like\""),
                feature("node/7", 13.5, 52.5, "\"amenity\":\"library\",\"name\":\"" + long300 + "\""),
                feature("node/7", 13.5, 52.5, "\"amenity\":\"library\",\"name\":\"Again\""),
                feature("node/8", 13.5, 52.5, "\"amenity\":\"pub\",\"name\":\"Pub\""),
                feature("node/9", 13.5, 52.5, "\"amenity\":\"childcare\",\"name\":\"Kita\""),
                "{\"type\":\"Feature\",\"properties\":{\"amenity\":\"library\",\"name\":\"No id\"},"
                        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[13.1,52.1],[13.2,52.1],[13.2,52.2],[13.1,52.1]]]}}",
                "17",
                feature(
                        "node/10",
                        13.5,
                        52.5,
                        "\"amenity\":\"library\",\"name\":\"Nul \\u0000 \\ud800 \\ud83d\\ude00\",\"website\":\"javascript:alert(1)\""),
                feature("node/11", 13.5, 52.5, "\"amenity\":[\"library\"],\"name\":\"List\"")));

        assertThat(run.status()).isEqualTo(Status.DONE);
        assertThat(run.read()).isEqualTo(14);
        assertThat(run.created()).isEqualTo(8);
        assertThat(run.skipped()).isEqualTo(6);
        assertThat(run.problems())
                .extracting(ImportView.Issue::feature, ImportView.Issue::field)
                .containsExactly(
                        tuple("node/1", "name"),
                        tuple("node/2", "name"),
                        tuple("node/3", "geometry"),
                        tuple("node/4", "geometry"),
                        tuple("node/5", "geometry"),
                        tuple("node/6", "opening_hours"),
                        tuple("node/7", "name"),
                        tuple("node/7", "id"),
                        tuple("node/8", "kind"),
                        tuple("node/9", "kind"),
                        tuple("#11", "id"),
                        tuple("#12", "type"),
                        tuple("node/10", "website"),
                        tuple("node/11", "amenity"),
                        tuple("node/11", "kind"));
        assertThat(run.problems().get(5).value()).isEqualTo("when we like");
        assertThat(run.problems().get(5).line()).isEqualTo(7);
        assertThat(run.problems().get(5).reason()).contains("\"when we like\"").doesNotContain("hours.unsupported");
        assertThat(city.listedVenues())
                .containsExactly("Bad", "Library, Am Park 7", "No id", "Nul 😀", "x".repeat(250));
        assertThat(city.hours.stated).containsValue("when we like");
    }

    @Test
    void whatARunHasDoneBeforeItBrokeOffIsShown() {
        var city = City.on(Databases.DERBY).withDistricts();
        city.hours.most = 1;
        var told = new AtomicInteger();
        String many = file(IntStream.range(0, 300)
                .mapToObj(i -> library("node/" + i, "Haus " + i))
                .toArray(String[]::new));
        var place = new Place(ZoneId.of("Europe/Berlin"), "DE", "be");
        new ImportStore(city.sql).begin("a run", "osm-geojson", "", "hash", false, Instant.EPOCH, null);

        city.osm.carryOut(
                new OsmImport.Run("a run", City.ADMIN, null, place, false),
                many.getBytes(StandardCharsets.UTF_8),
                told::incrementAndGet);

        assertThat(city.hours.stated).as("the first batch").isNotEmpty();
        assertThat(told).hasValue(1);
    }

    @Test
    void aDryRunSaysWhatWouldHappen() {
        var city = City.on(Databases.DERBY).withDistricts();
        city.take(TWO);
        var run = city.take(
                file(library("node/1", "Neu"), library("node/3", "Drei")).getBytes(StandardCharsets.UTF_8), null, true);
        assertThat(run.dryRun()).isTrue();
        assertThat(run.created()).isEqualTo(1);
        assertThat(run.updated()).isEqualTo(1);
        assertThat(run.hidden()).isEqualTo(1);
        assertThat(city.listedVenues()).containsExactly("Eins", "Zwei");
    }

    @Test
    void aStatedSourceIsReplacedAsAWhole() {
        var city = City.on(Databases.DERBY).withDistricts();
        city.take(TWO.getBytes(StandardCharsets.UTF_8), "houses", false);
        var run = city.take(file(library("node/3", "Drei")).getBytes(StandardCharsets.UTF_8), "houses", false);
        assertThat(run.hidden()).isEqualTo(2);
        var empty = city.take(file().getBytes(StandardCharsets.UTF_8), "houses", false);
        assertThat(empty.hidden()).as("an empty file empties nothing").isZero();
        assertThat(empty.problems()).hasSize(1);
    }

    @Test
    void onlyAdministratorsImport() {
        var city = City.on(Databases.DERBY);
        var file = new ImportFile(null, false, null, null, null, null);
        assertThatThrownBy(() -> city.imports.importNow(City.RESIDENT, file, new byte[0], ""))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> city.imports.importNow(Caller.system(), file, new byte[0], ""))
                .as("the first file must say in which zone it is")
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @EnumSource
    void problemsComeByPagesInTheOrderOfTheFile(Databases database) {
        var city = City.on(database).withDistricts();
        var run = city.take(file("17", "18", "19"));

        assertThat(city.imports.progress(City.ADMIN, run.id()).problems()).isEmpty();
        assertThat(city.imports.problems(City.ADMIN, run.id(), 0, 2)).satisfies(page -> {
            assertThat(page.total()).isEqualTo(3);
            assertThat(page.items()).isEqualTo(run.problems().subList(0, 2));
        });
        assertThat(city.imports.problems(City.ADMIN, run.id(), 1, 2).items())
                .isEqualTo(run.problems().subList(2, 3));
        assertThatThrownBy(() -> city.imports.problems(City.RESIDENT, run.id(), 0, 2))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aRunThatTheLastStopBrokeOffHasFailed() {
        var city = City.on(Databases.DERBY).withDistricts();
        String id = city.take(TWO).id();
        city.sql.update("UPDATE import_run SET status = 'RUNNING', finished_at = NULL WHERE id = ?", id);
        city.imports.endUnfinished(new Started());
        assertThat(city.imports.run(City.ADMIN, id).status()).isEqualTo(Status.FAILED);
        assertThat(city.imports.runs(City.ADMIN, 0, 10).total()).isEqualTo(1);
    }
}
