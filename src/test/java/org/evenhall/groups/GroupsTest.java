package org.evenhall.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.evenhall.areas.Areas;
import org.evenhall.areas.store.AreaStore;
import org.evenhall.groups.store.GroupStore;
import org.evenhall.identity.Caller;
import org.evenhall.identity.Caller.Right;
import org.evenhall.identity.People;
import org.evenhall.identity.PersonView;
import org.evenhall.identity.Role;
import org.evenhall.identity.Thing;
import org.evenhall.identity.store.PersonStore;
import org.evenhall.kernel.Expected;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.organisations.Organisations;
import org.evenhall.organisations.store.OrganisationStore;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.store.Databases;
import org.evenhall.store.Fired;
import org.evenhall.store.Transactions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GroupsTest {

    private static final Caller RESIDENT = new Caller("resident", "Resident", Locale.ENGLISH, Set.of());

    private final String house = Ids.next();
    private final Caller owner =
            new Caller("owner", "Owner", Locale.ENGLISH, Set.of(new Right(Role.OWNER, Thing.organisation(house))));
    private Sql sql;
    private Groups groups;

    private void on(Databases database) {
        sql = new Transactions(database.shared()).sql(database);
        var people = new People(new PersonStore(sql, Clock.systemUTC()), null);
        var organisations =
                new Organisations(new OrganisationStore(sql), new Areas(new AreaStore(sql), new Fired<>(), null));
        groups = new Groups(new GroupStore(sql), organisations, people, Clock.systemUTC());
        sql.update(
                "INSERT INTO organisation (id, external_id, kind, name, published, version)"
                        + " VALUES (?, ?, 'LIBRARY', 'Library', TRUE, 1)",
                house,
                house);
    }

    /** @return the user name, which is the id too */
    private String person() {
        String name = "p" + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
        sql.update(
                "INSERT INTO person (id, username, name, password_hash, demo, created_at) VALUES (?, ?, ?, 'x', FALSE, 0)",
                name,
                name,
                "Somebody " + name);
        return name;
    }

    private GroupView made(String name, String... members) {
        return groups.create(owner, new StateGroup(house, name, List.of(members)));
    }

    private static List<String> ids(GroupView group) {
        return group.members().stream().map(PersonView::id).toList();
    }

    private static void refused(Reason reason, Supplier<?> call) {
        assertThatThrownBy(call::get)
                .asInstanceOf(type(Refused.class))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @EnumSource
    void aGroupHasAnyMembersThatAreNamed(Databases database) {
        on(database);
        var one = person();
        var other = person();
        GroupView choir = made("  Choir ", one.toUpperCase(Locale.ROOT), other);

        assertThat(choir.name()).isEqualTo("Choir");
        assertThat(ids(choir)).containsExactlyInAnyOrder(one, other);
        assertThat(groups.get(owner, choir.id())).isEqualTo(choir);
        assertThat(groups.of(one)).singleElement().satisfies(circle -> assertThat(circle.members())
                .containsExactlyInAnyOrder(one, other));
        assertThat(groups.idsOf(other)).containsExactly(choir.id());
    }

    @ParameterizedTest
    @EnumSource
    void aChangeReplacesNameAndMembers(Databases database) {
        on(database);
        var one = person();
        var other = person();
        var third = person();
        GroupView choir = made("Choir", one, other);

        GroupView changed = groups.change(
                owner, choir.id(), new StateGroup(null, "Big choir", List.of(other, third)), Expected.version(1));

        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.name()).isEqualTo("Big choir");
        assertThat(ids(changed)).containsExactlyInAnyOrder(other, third);
        assertThat(groups.of(one)).isEmpty();
        refused(
                Reason.STALE,
                () -> groups.change(owner, choir.id(), new StateGroup(null, "Choir", List.of()), Expected.version(1)));
    }

    @ParameterizedTest
    @EnumSource
    void aGroupThatIsDissolvedIsGone(Databases database) {
        on(database);
        var one = person();
        GroupView choir = made("Choir", one);
        groups.remove(owner, choir.id(), Expected.version(1));
        assertThat(groups.of(one)).isEmpty();
        refused(Reason.NOT_FOUND, () -> groups.get(owner, choir.id()));
    }

    @ParameterizedTest
    @EnumSource
    void groupsAreListedByName(Databases database) {
        on(database);
        Stream.of("Chess", "Astronomy", "Botany").forEach(this::made);
        assertThat(groups.list(owner, house, 0, 2).items())
                .extracting(GroupView::name)
                .containsExactly("Astronomy", "Botany");
        assertThat(groups.list(owner, house, 1, 2).items())
                .extracting(GroupView::name)
                .containsExactly("Chess");
        assertThat(groups.list(owner, house, 1, 2).total()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void whoDoesNotOwnTheHouseSeesNoGroup(Databases database) {
        on(database);
        GroupView choir = made("Choir", person());
        refused(Reason.NOT_FOUND, () -> groups.get(RESIDENT, choir.id()));
        refused(Reason.FORBIDDEN, () -> groups.list(RESIDENT, house, 0, 50));
        refused(Reason.FORBIDDEN, () -> groups.create(RESIDENT, new StateGroup(house, "Mine", List.of())));
        refused(
                Reason.NOT_FOUND,
                () -> groups.change(RESIDENT, choir.id(), new StateGroup(null, "Mine", List.of()), Expected.ANY));
        refused(Reason.UNAUTHENTICATED, () -> groups.get(Caller.anonymous(Locale.ENGLISH), choir.id()));
    }

    @ParameterizedTest
    @EnumSource
    void namesWhatIsMissingAndWhomNobodyKnows(Databases database) {
        on(database);
        assertThatThrownBy(() -> groups.create(owner, new StateGroup(null, " ", List.of("no-such-person"))))
                .asInstanceOf(type(Refused.class))
                .satisfies(refused -> assertThat(refused.violations())
                        .extracting(Violation::field)
                        .containsExactly("organisation", "name", "members"));
        assertThatThrownBy(() -> made("x".repeat(121)))
                .asInstanceOf(type(Refused.class))
                .satisfies(refused -> assertThat(refused.violations())
                        .extracting(Violation::field)
                        .containsExactly("name"));
    }
}
