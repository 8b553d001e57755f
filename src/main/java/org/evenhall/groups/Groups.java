package org.evenhall.groups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenhall.groups.store.GroupStore;
import org.evenhall.groups.store.GroupStore.Kept;
import org.evenhall.identity.Caller;
import org.evenhall.identity.People;
import org.evenhall.identity.PersonView;
import org.evenhall.identity.Role;
import org.evenhall.identity.Thing;
import org.evenhall.kernel.Expected;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.organisations.Organisations;
import org.evenhall.platform.persistence.Retried;

/** The door to groups: the owners of an organisation keep them, and nobody else sees who belongs to them. */
@ApplicationScoped
@Transactional
public class Groups {

    private static final int LONGEST_NAME = 120;
    private static final int MOST_MEMBERS = 500;

    private GroupStore store;
    private Organisations organisations;
    private People people;
    private Clock clock;

    protected Groups() {}

    @Inject
    public Groups(GroupStore store, Organisations organisations, People people, Clock clock) {
        this.store = store;
        this.organisations = organisations;
        this.people = people;
        this.clock = clock;
    }

    /** The groups of an organisation, by name and id. */
    public Page<GroupView> list(Caller caller, String organisation, int page, int size) {
        mustOwn(caller, organisation);
        Page<Kept> found = store.list(organisation, page, size);
        return new Page<>(views(caller, found.items()), found.total(), page, size);
    }

    public GroupView get(Caller caller, String id) {
        caller.mustBeSignedIn();
        return view(caller, owned(caller, id));
    }

    /** @throws Refused naming each field that is missing or makes no sense, user names of nobody among them */
    @Retried
    public GroupView create(Caller caller, StateGroup group) {
        caller.mustBeSignedIn();
        if (group.organisation() != null) {
            mustOwn(caller, group.organisation());
        }
        Set<String> members = checked(caller, group, true);
        organisations.get(caller, group.organisation());
        var kept = new Kept(Ids.next(), group.organisation(), group.name().strip(), 1);
        store.add(kept, clock.instant());
        store.setMembers(kept.id(), members);
        return view(caller, kept);
    }

    /** Gives the group that name and those members. */
    @Retried
    public GroupView change(Caller caller, String id, StateGroup group, Expected expected) {
        caller.mustBeSignedIn();
        owned(caller, id);
        Set<String> members = checked(caller, group, false);
        expected.mustBe(locked(id).version());
        store.rename(id, group.name().strip());
        store.setMembers(id, members);
        return view(caller, store.find(id).orElseThrow());
    }

    @Retried
    public void remove(Caller caller, String id, Expected expected) {
        caller.mustBeSignedIn();
        owned(caller, id);
        expected.mustBe(locked(id).version());
        store.remove(id);
    }

    /** Ids of the groups that a person belongs to, in the order in which they are locked. */
    public List<String> idsOf(String personId) {
        return store.of(personId).stream().map(Kept::id).toList();
    }

    /** The groups that a person belongs to at this moment, with all their members. */
    public List<Circle> of(String personId) {
        List<Kept> groups = store.of(personId);
        Map<String, Set<String>> members =
                store.members(groups.stream().map(Kept::id).toList());
        return groups.stream()
                .map(group -> new Circle(group.id(), group.name(), members.getOrDefault(group.id(), Set.of())))
                .toList();
    }

    /**
     * Locks groups until the transaction ends, in the order of their ids, so that what is counted for all members cannot be
     * passed by two of them at once. Persons are locked before groups, sites after them. A group that is gone is no hindrance.
     */
    public void lock(Collection<String> groupIds) {
        new TreeSet<>(groupIds).forEach(store::lock);
    }

    private Kept locked(String id) {
        store.lock(id);
        return store.find(id).orElseThrow(() -> Refused.notFound("group", id));
    }

    /** A group of somebody else is as good as none. */
    private Kept owned(Caller caller, String id) {
        return store.find(id)
                .filter(group -> caller.administrator() || caller.has(Role.OWNER, things(caller, group.organisation())))
                .orElseThrow(() -> Refused.notFound("group", id));
    }

    private void mustOwn(Caller caller, String organisation) {
        caller.mustHave(Role.OWNER, things(caller, organisation));
    }

    private Set<Thing> things(Caller caller, String organisation) {
        return organisations
                .above(caller, organisation)
                .map(parent -> Set.of(Thing.organisation(organisation), Thing.organisation(parent)))
                .orElseGet(() -> Set.of(Thing.organisation(organisation)));
    }

    /** The ids of the people who are to be members. */
    private Set<String> checked(Caller caller, StateGroup group, boolean isNew) {
        List<Violation> faults = new ArrayList<>();
        if (isNew && group.organisation() == null) {
            faults.add(Violation.of("required", "organisation", "field.required"));
        }
        if (group.name() == null || group.name().isBlank()) {
            faults.add(Violation.of("required", "name", "field.required"));
        } else if (group.name().strip().length() > LONGEST_NAME) {
            faults.add(Violation.of("length", "name", "field.too-long", LONGEST_NAME));
        }
        Set<String> members = new HashSet<>();
        if (group.members() != null && group.members().size() > MOST_MEMBERS) {
            faults.add(Violation.of("length", "members", "group.too-many", MOST_MEMBERS));
        } else if (group.members() != null) {
            Map<String, String> known = people.withUsernames(caller, group.members());
            Set<String> strange = group.members().stream()
                    .filter(name -> !known.containsKey(name.strip().toLowerCase(Locale.ROOT)))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!strange.isEmpty()) {
                faults.add(Violation.of("unknown", "members", "group.unknown", strange));
            }
            members.addAll(known.values());
        }
        if (!faults.isEmpty()) {
            throw Refused.invalid(faults);
        }
        return members;
    }

    private GroupView view(Caller caller, Kept group) {
        return views(caller, List.of(group)).get(0);
    }

    private List<GroupView> views(Caller caller, List<Kept> groups) {
        Map<String, Set<String>> members =
                store.members(groups.stream().map(Kept::id).toList());
        List<PersonView> all = people.views(
                caller, members.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        return groups.stream()
                .map(group -> new GroupView(
                        group.id(),
                        group.name(),
                        group.organisation(),
                        group.version(),
                        all.stream()
                                .filter(person -> members.getOrDefault(group.id(), Set.of())
                                        .contains(person.id()))
                                .toList()))
                .toList();
    }
}
