package org.evenhall.exchange;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.evenhall.areas.Areas;
import org.evenhall.areas.DefineArea;
import org.evenhall.areas.Level;
import org.evenhall.exchange.domain.Text;
import org.evenhall.exchange.osm.Tables;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.GeoPoint;
import org.evenhall.kernel.Named;
import org.evenhall.organisations.Alliances;
import org.evenhall.organisations.DefineAlliance;
import org.evenhall.organisations.Organisations;
import org.evenhall.platform.Configuration;
import org.evenhall.platform.Started;
import org.evenhall.platform.nodes.Leases;

/**
 * The demo city, Berlin, put into the database at start through the same doors as any other city. All of it is stated
 * anew only where its files are other than those that were last imported, so that a second start takes no time.
 */
@ApplicationScoped
public class DemoCity {

    private static final Logger LOG = Logger.getLogger(DemoCity.class.getName());

    static final String CITY = "berlin";
    static final String VENUES = "berlin-venues";
    static final String UNIVERSITIES = "berlin-universities";

    private static final GeoPoint CENTRE = new GeoPoint(52.5186, 13.4083);
    private static final String DISTRICTS = "berlin-districts.geojson";
    private static final List<String> FILES = List.of(
            DISTRICTS,
            "districts-zh.csv",
            VENUES + ".geojson",
            UNIVERSITIES + ".geojson",
            "osm-kinds.csv",
            "hours.csv",
            "rooms.csv");
    private static final String ALLIANCE_UNIVERSITY = UNIVERSITIES + ":node/892568035";
    private static final List<String> ALLIANCE_DISTRICTS = List.of("01", "02", "08");

    private final Configuration configuration;
    private final Areas areas;
    private final Imports imports;
    private final Organisations organisations;
    private final Alliances alliances;
    private final Leases leases;

    DemoCity() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public DemoCity(
            Configuration configuration,
            Areas areas,
            Imports imports,
            Organisations organisations,
            Alliances alliances,
            Leases leases) {
        this.configuration = configuration;
        this.areas = areas;
        this.imports = imports;
        this.organisations = organisations;
        this.alliances = alliances;
        this.leases = leases;
    }

    void build(@Observes @Priority(Started.DATA) Started started) {
        if (configuration.demo() && leases.alone("demo", this::build)) {
            LOG.info("The demo city is built.");
        }
    }

    /** Brings the demo city to what its files say, and says whether there was anything to do. */
    boolean build() {
        String edition = edition();
        if (imports.imported(VENUES, edition) && imports.imported(UNIVERSITIES, edition)) {
            return false;
        }
        defineAreas(Tables.bytes(DISTRICTS));
        importNow(VENUES, edition);
        importNow(UNIVERSITIES, edition);
        defineAlliance();
        return true;
    }

    /** One hash over all files: whatever changes, everything is stated anew, and what is as before stays untouched. */
    private static String edition() {
        return Text.hash(
                FILES.stream().map(name -> Text.hash(Tables.bytes(name))).collect(Collectors.joining()));
    }

    private void importNow(String source, String edition) {
        var file = new ImportFile(ImportFile.OSM_GEOJSON, false, source, ZoneId.of("Europe/Berlin"), "DE", "be");
        var run = imports.importNow(Caller.system(), file, Tables.bytes(source + ".geojson"), edition);
        if (run.status() != ImportView.Status.DONE) {
            throw new IllegalStateException("The demo city cannot be imported: " + run.reason());
        }
    }

    private void defineAreas(byte[] districts) {
        var caller = Caller.system();
        Map<String, String> chinese = new HashMap<>();
        Tables.rows("districts-zh.csv").forEach(row -> chinese.put(row.getField("id"), row.getField("nameZh")));
        try (var reader = Json.createReader(new ByteArrayInputStream(districts))) {
            var collection = reader.readObject();
            String attribution = collection.getString("attribution");
            var features = collection.getJsonArray("features").getValuesAs(JsonObject.class);
            areas.define(caller, city(features, chinese.get("city"), attribution));
            for (var feature : features) {
                areas.define(caller, district(feature, chinese, attribution));
            }
        }
    }

    private static DefineArea city(List<JsonObject> districts, String nameZh, String attribution) {
        int population = 0;
        double surface = 0;
        for (var district : districts) {
            var properties = district.getJsonObject("properties");
            population += properties.getInt("population");
            surface += properties.getJsonNumber("areaSquareMetres").doubleValue();
        }
        return new DefineArea(
                CITY, null, Level.CITY, new Named("Berlin", nameZh), population, surface, CENTRE, null, attribution);
    }

    private static DefineArea district(JsonObject feature, Map<String, String> chinese, String attribution) {
        var properties = feature.getJsonObject("properties");
        String id = properties.getString("id");
        return new DefineArea(
                CITY + "/" + id,
                CITY,
                Level.DISTRICT,
                new Named(properties.getString("name"), chinese.get(id)),
                properties.getInt("population"),
                properties.getJsonNumber("areaSquareMetres").doubleValue(),
                null,
                "MULTIPOLYGON " + wellKnown(feature.getJsonObject("geometry")),
                attribution);
    }

    /** The coordinates of a Polygon or MultiPolygon as well-known text writes them. */
    private static String wellKnown(JsonObject geometry) {
        var coordinates = geometry.getJsonArray("coordinates");
        boolean single = geometry.getString("type").equals("Polygon");
        return single ? "(" + wellKnown(coordinates) + ")" : wellKnown(coordinates);
    }

    private static String wellKnown(JsonArray nested) {
        boolean position = nested.get(0).getValueType() == JsonValue.ValueType.NUMBER;
        if (position) {
            return nested.get(0) + " " + nested.get(1);
        }
        return nested.stream().map(each -> wellKnown(each.asJsonArray())).collect(Collectors.joining(",", "(", ")"));
    }

    private void defineAlliance() {
        List<DefineAlliance.Member> members = new ArrayList<>();
        organisations.find(ALLIANCE_UNIVERSITY).ifPresent(id -> members.add(new DefineAlliance.Member(id, null, 400)));
        for (String district : ALLIANCE_DISTRICTS) {
            areas.find(CITY + "/" + district).ifPresent(id -> members.add(new DefineAlliance.Member(null, id, 120)));
        }
        alliances.define(
                Caller.system(),
                new DefineAlliance(
                        "berlin-evenings", new Named("Berlin Evenings (demo alliance)", "柏林之夜（演示联盟）"), true, members));
    }
}
