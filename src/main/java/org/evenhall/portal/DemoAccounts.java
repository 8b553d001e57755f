package org.evenhall.portal;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.evenhall.areas.AreaView;
import org.evenhall.areas.Areas;
import org.evenhall.areas.Level;
import org.evenhall.identity.Account;
import org.evenhall.identity.Caller;
import org.evenhall.identity.Caller.Right;
import org.evenhall.identity.People;
import org.evenhall.identity.Profile;
import org.evenhall.identity.Role;
import org.evenhall.identity.Thing;
import org.evenhall.kernel.Page;
import org.evenhall.organisations.AllianceView;
import org.evenhall.organisations.Alliances;
import org.evenhall.organisations.OrganisationKind;
import org.evenhall.platform.Configuration;
import org.evenhall.platform.Started;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;

/**
 * The accounts of the demo, each with a password that everybody knows: so they exist only where the demo is wanted,
 * which is on a loopback address. They come after the demo city, because some of them own a part of it. Of the two
 * residents one is verified and lives in a district, so that rules about people can be seen at work.
 */
@ApplicationScoped
public class DemoAccounts {

    private static final int AFTER_THE_CATALOGUE = Started.DERIVED - 400;
    private static final LocalDate BIRTHDAY = LocalDate.of(1990, 5, 17);

    @Inject
    private Configuration configuration;

    @Inject
    private People people;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Alliances alliances;

    @Inject
    private Areas areas;

    void define(@Observes @Priority(AFTER_THE_CATALOGUE) Started started) {
        if (!configuration.demo()) {
            return;
        }
        Caller system = Caller.system();
        String resident = define("resident", "A resident", Set.of());
        people.describe(system, resident, new Profile(true, BIRTHDAY, firstDistrict(system), Set.of()));
        define("resident2", "Another resident", Set.of());
        define("owner", "A school's caretaker", ownerOfFirst(OrganisationKind.SCHOOL));
        define("university", "A university's room office", ownerOfFirst(OrganisationKind.UNIVERSITY));
        define("coordinator", "An alliance's coordinator", coordinated(system));
        define("admin", "The administrator", Set.of(new Right(Role.ADMINISTRATOR, Thing.EVERYTHING)));
    }

    private String firstDistrict(Caller system) {
        return areas.list(system, null, Level.DISTRICT, 0, 1).items().stream()
                .findFirst()
                .map(AreaView::id)
                .orElse(null);
    }

    private String define(String username, String name, Set<Right> rights) {
        return people.define(
                Caller.system(),
                new Account(username, name, username + "@example.org", "demo" + username, true, rights));
    }

    /** The first by name that opens a space. */
    private Set<Right> ownerOfFirst(OrganisationKind kind) {
        Optional<Listed.Organisation> first = catalogue.snapshot().all().stream()
                .filter(Listed::published)
                .map(Listed::organisation)
                .filter(organisation -> organisation.kind() == kind)
                .min(Comparator.comparing(
                                (Listed.Organisation each) -> each.name().name())
                        .thenComparing(Listed.Organisation::id));
        return first.map(each -> Set.of(new Right(Role.OWNER, Thing.organisation(each.id()))))
                .orElse(Set.of());
    }

    private Set<Right> coordinated(Caller system) {
        Set<Right> rights = new HashSet<>();
        alliances.list(system, 0, Page.LARGEST_SIZE).items().stream()
                .filter(AllianceView::demo)
                .forEach(alliance -> rights.add(new Right(Role.COORDINATOR, Thing.alliance(alliance.id()))));
        areas.list(system, null, Level.CITY, 0, Page.LARGEST_SIZE).items().stream()
                .findFirst()
                .ifPresent(city -> rights.add(new Right(Role.COORDINATOR, Thing.area(city.id()))));
        return rights;
    }
}
