package org.evenhall.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.evenhall.spaces.ListedSpaces.BERLIN;
import static org.evenhall.spaces.ListedSpaces.aSpace;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.evenhall.areas.Areas;
import org.evenhall.areas.store.AreaStore;
import org.evenhall.identity.Caller;
import org.evenhall.identity.Caller.Right;
import org.evenhall.identity.Role;
import org.evenhall.identity.Thing;
import org.evenhall.kernel.Expected;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.organisations.Organisations;
import org.evenhall.organisations.store.OrganisationStore;
import org.evenhall.platform.json.RecordReader;
import org.evenhall.platform.nodes.Node;
import org.evenhall.platform.nodes.Traces;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.policies.PolicyView.Stated;
import org.evenhall.policies.PolicyView.StatedBy;
import org.evenhall.policies.store.PolicyBook;
import org.evenhall.policies.store.PolicyStore;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.store.CatalogueStore;
import org.evenhall.store.Databases;
import org.evenhall.store.Fired;
import org.evenhall.store.Transactions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PoliciesTest {

    private static final Caller OWNER = new Caller(
            "owner", "Owner", Locale.ENGLISH, Set.of(new Right(Role.OWNER, Thing.organisation("organisation"))));
    private static final Caller RESIDENT = new Caller("resident", "Resident", Locale.ENGLISH, Set.of());
    private static final Instant NOON = Instant.parse("2026-11-22T11:00:00Z");

    private final List<Listed> spaces = new ArrayList<>();
    private final Catalogue catalogue = new Catalogue(new CatalogueStore(null) {
        @Override
        public List<Listed> everything() {
            return spaces;
        }
    });
    private final Fired<PolicyBook.Restated> news = new Fired<>();
    private final Fired<PolicyChanged> changes = new Fired<>();
    private Transactions transactions;
    private Sql sql;
    private PolicyBook book;
    private Policies policies;
    private Listed room;

    private void on(Databases database) {
        transactions = new Transactions(database.shared());
        sql = transactions.sql(database);
        var areas = new Areas(new AreaStore(sql), new Fired<>(), null);
        var store = new PolicyStore(sql, new Traces(sql, new Node()));
        book = new PolicyBook(store, changes);
        policies = new Policies(
                book,
                store,
                catalogue,
                new Organisations(new OrganisationStore(sql), areas),
                areas,
                news,
                Clock.fixed(NOON, BERLIN));
        book.load();
        room = listed(aSpace(Ids.next()).listed());
    }

    private Listed listed(Listed space) {
        spaces.add(space);
        catalogue.reload();
        return space;
    }

    private static StatePolicy policy(String json) {
        return RecordReader.read(json.getBytes(StandardCharsets.UTF_8), StatePolicy.class);
    }

    /** As the owner, and as a server does when the transaction is committed. */
    private StatedPolicy state(Listed space, String json, long version) {
        StatedPolicy stated = transactions.run(
                () -> policies.state(OWNER, PolicyHolder.space(space.id()), policy(json), Expected.version(version)));
        hear();
        return stated;
    }

    private void hear() {
        news.take().forEach(book::takeOver);
    }

    private List<Violation> faults(Listed space, String json) {
        return faults(PolicyHolder.space(space.id()), OWNER, json);
    }

    private List<Violation> faults(PolicyHolder holder, Caller caller, String json) {
        var refused = new ArrayList<Violation>();
        assertThatThrownBy(() -> policies.preview(caller, holder, policy(json)))
                .asInstanceOf(type(Refused.class))
                .satisfies(each -> assertThat(each.reason()).isEqualTo(Reason.INVALID))
                .satisfies(each -> refused.addAll(each.violations()));
        return refused;
    }

    @ParameterizedTest
    @EnumSource
    void whatTheCityStatesHoldsUntilALowerLevelStatesOtherwise(Databases database) {
        on(database);
        assertThat(policies.of(room).longest()).isEqualTo(new Stated<>(Duration.ofHours(3), StatedBy.CITY));

        StatedPolicy stated = state(room, "{\"longest\":\"PT1H\",\"bufferAfter\":\"PT15M\"}", 0);

        assertThat(stated.version()).isEqualTo(1);
        assertThat(stated.stated().longest()).isEqualTo(Duration.ofHours(1));
        assertThat(stated.inForce().longest()).isEqualTo(new Stated<>(Duration.ofHours(1), StatedBy.SPACE));
        assertThat(policies.of(room)).isEqualTo(stated.inForce());
        assertThat(changes.all()).containsExactly(new PolicyChanged(room.id()));
        assertThat(policies.read(room)).isEqualTo(stated.inForce());
        assertThat(policies.of(listed(aSpace(Ids.next()).listed())).longest().from())
                .isEqualTo(StatedBy.CITY);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsLeftOutIsInheritedAgain(Databases database) {
        on(database);
        state(
                room,
                "{\"longest\":\"PT1H\",\"limits\":[{\"per\":\"PERSON\",\"measure\":\"HOURS_PER_DAY\",\"most\":2}]}",
                0);
        StatedPolicy again = state(room, "{\"shortest\":\"PT1H\"}", 1);

        assertThat(again.version()).isEqualTo(2);
        assertThat(again.inForce().longest().from()).isEqualTo(StatedBy.CITY);
        assertThat(again.inForce().limits()).noneMatch(limit -> limit.from() == StatedBy.SPACE);
        assertThat(sql.list("SELECT rule FROM policy_value WHERE holder_id = ?", row -> row.getString(1), room.id()))
                .containsExactly("shortest-duration");
    }

    @ParameterizedTest
    @EnumSource
    void aPartInheritsFromTheSpacesThatEncloseIt(Databases database) {
        on(database);
        var hall = listed(aSpace(Ids.next()).partOf(Ids.next(), 0, 8).listed());
        var half = listed(aSpace(Ids.next()).partOf(hall.site(), 0, 4).listed());
        var otherHalf = listed(aSpace(Ids.next()).partOf(hall.site(), 4, 8).listed());
        state(hall, "{\"longest\":\"PT2H\",\"shortest\":\"PT1H\"}", 0);
        StatedPolicy stated = state(half, "{\"longest\":\"PT90M\"}", 0);

        assertThat(stated.level()).isEqualTo(StatedBy.PART);
        assertThat(policies.of(half).longest()).isEqualTo(new Stated<>(Duration.ofMinutes(90), StatedBy.PART));
        assertThat(policies.of(half).shortest()).isEqualTo(new Stated<>(Duration.ofHours(1), StatedBy.SPACE));
        assertThat(policies.of(otherHalf).longest()).isEqualTo(new Stated<>(Duration.ofHours(2), StatedBy.SPACE));
        assertThat(policies.of(hall).longest()).isEqualTo(new Stated<>(Duration.ofHours(2), StatedBy.SPACE));
    }

    @ParameterizedTest
    @EnumSource
    void aRoomThatBecomesAPartHearsItsHallFromThenOn(Databases database) {
        on(database);
        String id = Ids.next();
        String site = Ids.next();
        Listed alone = listed(aSpace(id).partOf(site, 0, 4).listed());
        assertThat(policies.of(alone).longest().from()).isEqualTo(StatedBy.CITY);

        Listed elsewhere = aSpace(id).partOf(Ids.next(), 0, 4).listed();
        Listed hall = listed(aSpace(Ids.next()).partOf(site, 0, 8).listed());
        state(hall, "{\"longest\":\"PT2H\"}", 0);

        assertThat(policies.of(alone).longest()).isEqualTo(new Stated<>(Duration.ofHours(2), StatedBy.SPACE));
        assertThat(policies.of(elsewhere).longest().from())
                .as("of the same room as it would be in another hall")
                .isEqualTo(StatedBy.CITY);
        assertThat(policies.of(alone).longest().from()).isEqualTo(StatedBy.SPACE);
    }

    @ParameterizedTest
    @EnumSource
    void whoHasReadAnOlderStateIsRefused(Databases database) {
        on(database);
        state(room, "{}", 0);
        assertThatThrownBy(() -> state(room, "{}", 0))
                .asInstanceOf(type(Refused.class))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.STALE));
        assertThat(transactions
                        .run(() -> policies.state(OWNER, PolicyHolder.space(room.id()), policy("{}"), Expected.ANY))
                        .version())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void aPreviewStoresNothing(Databases database) {
        on(database);
        StatedPolicy preview = policies.preview(OWNER, PolicyHolder.space(room.id()), policy("{\"longest\":\"PT1H\"}"));
        assertThat(preview.inForce().longest().value()).isEqualTo(Duration.ofHours(1));
        assertThat(preview.version()).isZero();
        assertThat(policies.read(room).longest().value()).isEqualTo(Duration.ofHours(3));
        assertThat(news.all()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anotherNodeReadsWhatItWasNotTold(Databases database) {
        on(database);
        transactions.run(() ->
                policies.state(OWNER, PolicyHolder.space(room.id()), policy("{\"longest\":\"PT1H\"}"), Expected.ANY));
        assertThat(policies.of(room).longest().value()).isEqualTo(Duration.ofHours(3));

        book.follow(room.id());

        assertThat(policies.of(room).longest().value()).isEqualTo(Duration.ofHours(1));
        assertThat(changes.all()).as("what the index hears").containsExactly(new PolicyChanged(room.id()));
        if (database == Databases.POSTGRESQL) {
            assertThat(sql.count(
                            "SELECT COUNT(*) FROM calendar_change WHERE what = 'POLICY' AND subject = ?", room.id()))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void newsThatComesLateUndoesNothing(Databases database) {
        on(database);
        transactions.run(() ->
                policies.state(OWNER, PolicyHolder.space(room.id()), policy("{\"longest\":\"PT1H\"}"), Expected.ANY));
        var first = news.take();
        state(room, "{\"longest\":\"PT2H\"}", 1);
        first.forEach(book::takeOver);
        assertThat(policies.of(room).longest().value()).isEqualTo(Duration.ofHours(2));
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheOwnerStatesThem(Databases database) {
        on(database);
        assertThatThrownBy(() ->
                        policies.state(RESIDENT, PolicyHolder.space(room.id()), policy("{}"), Expected.version(0)))
                .asInstanceOf(type(Refused.class))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.FORBIDDEN));
        assertThatThrownBy(() -> policies.preview(OWNER, PolicyHolder.CITY, policy("{}")))
                .asInstanceOf(type(Refused.class))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.FORBIDDEN));
        assertThat(policies.stated(RESIDENT, PolicyHolder.space(room.id())).inForce())
                .as("rules are for everybody to read")
                .isEqualTo(policies.of(room));
    }

    @ParameterizedTest
    @EnumSource
    void aSpaceIsHiddenOutsideItsVisibleDays(Databases database) {
        on(database);
        var visibleDays = new VisibleDays(policies, Clock.fixed(NOON, BERLIN));
        state(room, "{\"visibleFrom\":\"2026-11-23\"}", 0);
        assertThat(visibleDays.allows(room)).isFalse();
        state(room, "{\"visibleFrom\":\"2026-11-22\"}", 1);
        assertThat(visibleDays.allows(room)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldThatMakesNoSenseIsNamedOnce(Databases database) {
        on(database);
        assertThat(faults(room, """
                        {"startGrid":"PT7M","shortest":"PT2M","bufferBefore":"PT3M","peopleFrom":0,"purposes":[],
                         "pricePerHour":-1,"releases":{"weekday":"MONDAY","days":3},"reminders":["PT1M"],
                         "limits":[{"per":"PERSON","measure":"OPEN_BOOKINGS","most":0},
                                   {"per":"PERSON","measure":"OPEN_BOOKINGS","most":2,"within":"CITY"},
                                   {"most":2}]}"""))
                .extracting(Violation::field)
                .containsExactlyInAnyOrder(
                        "startGrid",
                        "shortest",
                        "bufferBefore",
                        "peopleFrom",
                        "purposes",
                        "pricePerHour",
                        "releases",
                        "reminders",
                        "limits[0].most",
                        "limits[1].within",
                        "limits[2].per",
                        "limits[2].measure");
    }

    @ParameterizedTest
    @EnumSource
    void whatLiesBetweenTheFiveMinutesIsAMatterOfPolicy(Databases database) {
        on(database);
        assertThatThrownBy(() -> policies.preview(
                        OWNER,
                        PolicyHolder.space(room.id()),
                        policy("{\"bufferBefore\":\"PT3M\",\"bufferAfter\":\"PT301S\",\"startGrid\":\"PT30M\"}")))
                .asInstanceOf(type(Refused.class))
                .satisfies(each -> assertThat(each.reason()).isEqualTo(Reason.POLICY))
                .satisfies(each -> assertThat(each.violations())
                        .extracting(Violation::rule, Violation::field)
                        .containsExactly(tuple("five-minutes", "bufferBefore"), tuple("five-minutes", "bufferAfter")));
        assertThat(faults(room, "{\"bufferBefore\":\"PT3M\",\"bufferAfter\":\"P2D\"}"))
                .extracting(Violation::rule)
                .containsExactly("five-minutes", "invalid");
    }

    @ParameterizedTest
    @EnumSource
    void whatContradictsEachOtherOrWhatIsInheritedIsNamed(Databases database) {
        on(database);
        assertThat(faults(room, "{\"shortest\":\"PT4H\"}")).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("shortest");
            assertThat(fault.args()).containsExactly("longest", Duration.ofHours(3));
        });
        assertThat(faults(room, """
                        {"shortest":"PT2H","longest":"PT1H","peopleFrom":5,"peopleTo":4,"ageFrom":18,"ageTo":17,
                         "reservableFrom":"2026-12-01","reservableUntil":"2026-12-01",
                         "visibleFrom":"2026-12-02","visibleUntil":"2026-12-01","noticeAtLeast":"P31D"}"""))
                .extracting(Violation::field)
                .containsExactlyInAnyOrder(
                        "longest", "peopleTo", "ageTo", "reservableUntil", "visibleUntil", "noticeAtLeast");
    }

    @ParameterizedTest
    @EnumSource
    void theSameLimitIsStatedOnce(Databases database) {
        on(database);
        assertThat(faults(room, """
                        {"limits":[{"per":"GROUP","measure":"HOURS_PER_WEEK","most":2},
                                   {"per":"GROUP","measure":"HOURS_PER_WEEK","most":3,"within":"SPACE"}]}""")).extracting(Violation::field).containsExactly("limits[1]");
    }

    @ParameterizedTest
    @EnumSource
    void idsOfNothingAreNamed(Databases database) {
        on(database);
        assertThat(faults(room, "{\"areas\":[\"nowhere\"],\"members\":[\"nobody\"]}"))
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault.args()).containsExactly(Set.of("nowhere")),
                        fault -> assertThat(fault.args()).containsExactly(Set.of("nobody")));
    }

    @ParameterizedTest
    @EnumSource
    void theCityLeavesNothingOpen(Databases database) {
        on(database);
        assertThat(faults(PolicyHolder.CITY, Caller.system(), "{}"))
                .extracting(Violation::field)
                .contains("longest", "purposes")
                .doesNotContain("ageFrom", "areas", "reservableFrom");
        var city = policies.stated(Caller.system(), PolicyHolder.CITY);
        assertThat(policies.preview(Caller.system(), PolicyHolder.CITY, city.stated())
                        .inForce())
                .as("what was read can be sent back")
                .isEqualTo(city.inForce());
    }
}
