package org.evenhall.reports.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.evenhall.identity.Caller;
import org.evenhall.identity.Role;
import org.evenhall.identity.Thing;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.organisations.AllianceView;
import org.evenhall.spaces.Listed;

/**
 * The spaces whose figures somebody may see: the administrator those of the city; a coordinator those in the areas and
 * of the alliances that are theirs; an owner those of their own organisations. Several rights add up. Where nothing is
 * asked for in particular, a report is of all of them.
 */
public final class Scope implements Predicate<Listed> {

    private final Predicate<Listed> sees;

    private Scope(Predicate<Listed> sees) {
        this.sees = sees;
    }

    /**
     * @param alliances all that there are; asked only where the caller coordinates one
     * @throws Refused as unauthenticated or forbidden where the caller may see no report at all
     */
    public static Scope of(Caller caller, Supplier<List<AllianceView>> alliances) {
        caller.mustBeSignedIn();
        if (caller.administrator() || caller.has(Role.COORDINATOR, Set.of()) || caller.has(Role.OWNER, Set.of())) {
            return new Scope(space -> true);
        }
        if (!caller.hasAnywhere(Role.COORDINATOR) && !caller.hasAnywhere(Role.OWNER)) {
            throw new Refused(Reason.FORBIDDEN, "problem.forbidden.detail");
        }
        Set<String> areas = caller.thingsWith(Role.COORDINATOR, Thing.Kind.AREA);
        Set<String> owned = caller.thingsWith(Role.OWNER, Thing.Kind.ORGANISATION);
        List<AllianceView> coordinated = new ArrayList<>();
        Set<String> coordinatedIds = caller.thingsWith(Role.COORDINATOR, Thing.Kind.ALLIANCE);
        if (!coordinatedIds.isEmpty()) {
            alliances.get().stream()
                    .filter(alliance -> coordinatedIds.contains(alliance.id()))
                    .forEach(coordinated::add);
        }
        return new Scope(space -> isOf(owned, space)
                || areas.stream().anyMatch(space::liesIn)
                || coordinated.stream().anyMatch(alliance -> opensFor(alliance, space)));
    }

    @Override
    public boolean test(Listed space) {
        return sees.test(space);
    }

    /** Whether a space counts for an alliance: a member organisation opens it, or it lies in a member community. */
    public static boolean opensFor(AllianceView alliance, Listed space) {
        return alliance.members().stream()
                .anyMatch(member -> member.area() == null
                        ? isOf(Set.of(member.organisation()), space)
                        : space.liesIn(member.area()));
    }

    /** A right on an organisation covers the one below it. */
    private static boolean isOf(Set<String> organisations, Listed space) {
        var organisation = space.organisation();
        return organisations.contains(organisation.id())
                || (organisation.parent() != null && organisations.contains(organisation.parent()));
    }
}
