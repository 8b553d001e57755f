package org.evenhall.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.evenhall.areas.Level;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Change;
import org.evenhall.kernel.GeoPoint;
import org.evenhall.kernel.Named;
import org.evenhall.kernel.Refused;
import org.evenhall.organisations.DefineAlliance;
import org.evenhall.organisations.DefineOrganisation;
import org.evenhall.organisations.OrganisationKind;
import org.evenhall.organisations.OrganisationQuery;
import org.evenhall.organisations.OrganisationView;
import org.evenhall.store.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Areas, organisations, alliances and spaces, as both databases keep and list them. */
class CityListsTest {

    private static final Caller CHINESE = Caller.anonymous(Locale.CHINESE);

    @ParameterizedTest
    @EnumSource
    void theSameStatementTwiceChangesNothing(Databases database) {
        var city = City.on(database).withDistricts();
        assertThat(city.areas.define(City.ADMIN, Squares.city()).kind()).isEqualTo(Change.Kind.UNCHANGED);
        assertThat(city.areas
                        .define(City.ADMIN, Squares.district("a", "Far west", 13))
                        .kind())
                .isEqualTo(Change.Kind.UPDATED);

        var house = house(city, "o1", "100% Öko_Haus", "绿色之家", "b");
        assertThat(city.organisations.define(City.ADMIN, house).kind()).isEqualTo(Change.Kind.CREATED);
        assertThat(city.organisations.define(City.ADMIN, house).kind()).isEqualTo(Change.Kind.UNCHANGED);

        var member = new DefineAlliance.Member(city.organisations.find("o1").orElseThrow(), null, 40);
        var alliance = new DefineAlliance("all", new Named("Alliance", "联盟"), true, List.of(member));
        assertThat(city.alliances.define(City.ADMIN, alliance).kind()).isEqualTo(Change.Kind.CREATED);
        assertThat(city.alliances.define(City.ADMIN, alliance).kind()).isEqualTo(Change.Kind.UNCHANGED);
        var id = city.alliances.find("all").orElseThrow();
        assertThat(city.alliances.get(CHINESE, id).name()).isEqualTo("联盟");
        assertThat(city.alliances.get(CHINESE, id).members()).singleElement().satisfies(each -> assertThat(each.name())
                .isEqualTo("绿色之家"));

        assertThatThrownBy(() -> city.organisations.define(City.RESIDENT, house))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> city.alliances.get(CHINESE, "nobody")).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @EnumSource
    void listsFilterAndPageInOneOrder(Databases database) {
        var city = City.on(database).withDistricts();
        city.organisations.defineAll(
                City.ADMIN,
                List.of(
                        house(city, "o1", "100% Haus", "绿色之家", "b"),
                        house(city, "o2", "Alte Schule", null, "a"),
                        house(city, "o3", "Haus am Park", null, "a")));

        assertThat(names(city, null, null)).containsExactly("100% Haus", "Alte Schule", "Haus am Park");
        assertThat(names(city, "PARK haus", null)).containsExactly("Haus am Park");
        assertThat(names(city, "100%", null)).containsExactly("100% Haus");
        assertThat(names(city, "%", null)).containsExactly("100% Haus");
        assertThat(names(city, "绿色", null)).containsExactly("100% Haus");
        assertThat(names(city, null, "a")).containsExactly("Alte Schule", "Haus am Park");
        assertThat(names(city, null, "city")).hasSize(3);

        var page = city.organisations.list(
                City.RESIDENT, new OrganisationQuery(null, OrganisationKind.LIBRARY, null, 1, 2));
        assertThat(page.total()).isEqualTo(3);
        assertThat(page.items()).extracting(OrganisationView::name).containsExactly("Haus am Park");

        var areas = city.areas.list(City.RESIDENT, null, null, 0, 2);
        assertThat(areas.total()).isEqualTo(3);
        assertThat(areas.items()).extracting(area -> area.level()).containsExactly(Level.CITY, Level.DISTRICT);
        assertThat(areas.items().get(1).path()).containsExactly("Squares", "East");
        String east = city.areas.at(new GeoPoint(52.5, 14.5)).orElseThrow();
        assertThat(city.areas.andAbove(east))
                .containsExactly(east, city.areas.find("city").orElseThrow());
    }

    @ParameterizedTest
    @EnumSource
    void aSpaceShowsWhatItsVenueAndAreasLendIt(Databases database) {
        var city = City.on(database).withDistricts();
        city.take(Squares.file(Squares.feature(
                "node/1",
                14.5,
                52.5,
                "\"amenity\":\"library\",\"name\":\"Haus\",\"name:zh\":\"图书馆\",\"wheelchair\":\"yes\","
                        + "\"website\":\"www.example.org\"")));
        var space = city.listed().get(0);
        var view = city.spaces.get(CHINESE, space.id());
        assertThat(view.venue().name()).isEqualTo("图书馆");
        assertThat(view.area().path()).containsExactly("方城", "East");
        assertThat(view.accessibility()).containsEntry("wheelchair", "yes");
        assertThat(view.stepFree()).isTrue();
        assertThat(view.website()).isEqualTo("https://www.example.org");
        assertThat(view.attribution()).contains("OpenStreetMap");
        assertThat(view.parts()).isEmpty();
        assertThat(space.searchText()).contains("haus", "图书馆", "east", "方城");
        assertThatThrownBy(() -> city.spaces.get(CHINESE, "nothing")).isInstanceOf(Refused.class);
    }

    private static List<String> names(City city, String q, String area) {
        String id = area == null ? null : city.areas.find(area).orElseThrow();
        return city.organisations.list(City.RESIDENT, new OrganisationQuery(q, null, id, 0, 50)).items().stream()
                .map(OrganisationView::name)
                .toList();
    }

    private static DefineOrganisation house(City city, String id, String name, String nameZh, String area) {
        return new DefineOrganisation(
                id,
                OrganisationKind.LIBRARY,
                new Named(name, nameZh),
                city.areas.find(area).orElseThrow(),
                null,
                true);
    }
}
