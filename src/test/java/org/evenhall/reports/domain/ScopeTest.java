package org.evenhall.reports.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenhall.spaces.ListedSpaces.aSpace;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.evenhall.identity.Caller;
import org.evenhall.identity.Caller.Right;
import org.evenhall.identity.Role;
import org.evenhall.identity.Thing;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.organisations.AllianceView;
import org.evenhall.organisations.AllianceView.Member;
import org.evenhall.spaces.Listed;
import org.junit.jupiter.api.Test;

class ScopeTest {

    /** Of the organisation {@code organisation}, in the area {@code district} of {@code city}. */
    private static final Listed SPACE = aSpace("space").listed();

    private static final AllianceView OF_HOUSES =
            new AllianceView("houses", "Houses", false, List.of(new Member("organisation", null, "Library", 10)));
    private static final AllianceView OF_COMMUNITIES =
            new AllianceView("communities", "C", false, List.of(new Member(null, "district", "Mitte", 0)));
    private static final AllianceView OF_OTHERS = new AllianceView(
            "others", "O", false, List.of(new Member("other", null, "O", 0), new Member(null, "elsewhere", "E", 0)));

    private static boolean sees(Role role, Thing thing) {
        return scope(caller(new Right(role, thing))).test(SPACE);
    }

    private static Scope scope(Caller caller) {
        return Scope.of(caller, () -> List.of(OF_HOUSES, OF_COMMUNITIES, OF_OTHERS));
    }

    private static Caller caller(Right... rights) {
        return new Caller("person", "Somebody", Locale.ENGLISH, Set.of(rights));
    }

    @Test
    void theAdministratorSeesAll() {
        assertThat(sees(Role.ADMINISTRATOR, Thing.EVERYTHING)).isTrue();
    }

    @Test
    void anOwnerSeesWhatIsTheirs() {
        assertThat(sees(Role.OWNER, Thing.organisation("organisation"))).isTrue();
        assertThat(sees(Role.OWNER, Thing.organisation("other"))).isFalse();
    }

    @Test
    void anOwnerSeesNoAreaAndACoordinatorOwnsNoHouse() {
        assertThat(sees(Role.OWNER, Thing.area("city"))).isFalse();
        assertThat(sees(Role.COORDINATOR, Thing.organisation("organisation"))).isFalse();
    }

    @Test
    void aCoordinatorOfAnAreaSeesWhatLiesBelowIt() {
        assertThat(sees(Role.COORDINATOR, Thing.area("district"))).isTrue();
        assertThat(sees(Role.COORDINATOR, Thing.area("city"))).isTrue();
        assertThat(sees(Role.COORDINATOR, Thing.area("elsewhere"))).isFalse();
    }

    @Test
    void aCoordinatorOfAnAllianceSeesItsHousesAndItsCommunities() {
        assertThat(sees(Role.COORDINATOR, Thing.alliance("houses"))).isTrue();
        assertThat(sees(Role.COORDINATOR, Thing.alliance("communities"))).isTrue();
        assertThat(sees(Role.COORDINATOR, Thing.alliance("others"))).isFalse();
    }

    @Test
    void anAllianceThatIsGoneShowsNothing() {
        assertThat(sees(Role.COORDINATOR, Thing.alliance("gone"))).isFalse();
    }

    @Test
    void rightsAddUp() {
        var both = caller(
                new Right(Role.COORDINATOR, Thing.area("elsewhere")),
                new Right(Role.OWNER, Thing.organisation("organisation")));
        assertThat(scope(both).test(SPACE)).isTrue();
    }

    @Test
    void whoHasNotSignedInIsAskedTo() {
        assertThatThrownBy(() -> scope(Caller.anonymous(Locale.ENGLISH)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.UNAUTHENTICATED));
    }

    @Test
    void residentsAndClerksSeeNoReport() {
        var clerk = caller(new Right(Role.DESK_CLERK, Thing.organisation("organisation")));
        for (Caller caller : List.of(caller(), clerk)) {
            assertThatThrownBy(() -> scope(caller))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                            .isEqualTo(Reason.FORBIDDEN));
        }
    }
}
