package org.evenhall.exchange.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.Set;
import org.evenhall.exchange.domain.Fault;
import org.evenhall.exchange.domain.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureReaderTest {

    private final FeatureReader reader = new FeatureReader(Set.of("amenity"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'id':'node/5' | {} | node/5",
                "'x':1 | {'@id':'way/5'} | way/5",
                "'x':1 | {'@id':'https://www.openstreetmap.org/node/5'} | node/5",
                "'x':1 | {'full_id':'r5'} | relation/5",
                "'x':1 | {'osm_id':'5','osm_type':'way'} | way/5",
                "'x':1 | {'osm_id':-5,'osm_type':'R'} | relation/5",
                "'id':5 | {'type':'node'} | node/5",
                "'id':'museum-17' | {} | museum-17"
            })
    void theSamePlaceHasTheSameIdWhateverToolWroteTheFile(String member, String properties, String id) {
        var read = read(member, "{'type':'Point','coordinates':[13,52]}", properties);
        assertThat(read.id()).isEqualTo(id);
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void withoutAnIdItGoesByNameAndPlace() {
        var first = read("'x':1", "{'type':'Point','coordinates':[13,52]}", "{'name':'A'}");
        assertThat(read("'x':2", "{'type':'Point','coordinates':[13,52]}", "{'name':'A'}")
                        .id())
                .isEqualTo(first.id());
        assertThat(read("'x':1", "{'type':'Point','coordinates':[13,52]}", "{'name':'B'}")
                        .id())
                .isNotEqualTo(first.id());
        assertThat(first.problems()).extracting(Problem::fault).containsExactly(Fault.NO_ID);
    }

    @Test
    void anAreaIsAtAPointInsideIt() {
        String ring = "{'type':'Polygon','coordinates':[[[0,0],[4,0],[4,4],[0,4],[0,0]]]}";
        assertThat(read("'id':1", ring, "{}").point().lat()).isCloseTo(2, within(1.9));
        assertThat(read("'id':1", "{'type':'LineString','coordinates':[[1,1],[2,2],[3,3]]}", "{}")
                        .point()
                        .lat())
                .isBetween(1.0, 3.0);
        assertThat(read("'id':1", "{'type':'GeometryCollection','geometries':[" + ring + "]}", "{}")
                        .point())
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'Point','coordinates':[13]}",
                "{'type':'Point','coordinates':['13','52']}",
                "{'type':'Point','coordinates':[13,95]}",
                "{'type':'Point','coordinates':[1300,52]}",
                "{'type':'Point','coordinates':[1e400,52]}",
                "{'type':'Point','coordinates':{}}",
                "{'type':'Point'}",
                "{'type':'Polygon','coordinates':[[[0,0],[4,0],[4,4]]]}",
                "{'type':'Polygon','coordinates':[[0,0],[4,0]]}",
                "{'type':'Circle','coordinates':[0,0]}",
                "{'type':'GeometryCollection','geometries':[17]}",
                "{}",
                "17"
            })
    void aPlaceThatIsNoneIsAProblemAndNoMore(String geometry) {
        var read = read("'id':1", geometry, "{}");
        assertThat(read.point()).isNull();
        assertThat(read.problems()).extracting(Problem::fault).containsExactly(Fault.BAD_PLACE);
    }

    @Test
    void numbersAndTruthValuesAreText() {
        var read = read(
                "'id':1",
                "{'type':'Point','coordinates':[13,52,35.5]}",
                "{'addr:postcode':10551,'name':true,'amenity':null,'phone':' +49 \\u0007 30 ','fixme':[1]}");
        assertThat(read.tags())
                .containsEntry("addr:postcode", "10551")
                .containsEntry("name", "true")
                .containsEntry("phone", "+49 30")
                .doesNotContainKeys("amenity", "fixme");
    }

    private Feature read(String member, String geometry, String properties) {
        String json = "{'type':'Feature'," + member + ",'geometry':" + geometry + ",'properties':" + properties + "}";
        try (var parser = Json.createReader(new StringReader(json.replace('\'', '"')))) {
            return reader.read(parser.readObject(), 1, 1);
        }
    }
}
