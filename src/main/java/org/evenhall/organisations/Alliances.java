package org.evenhall.organisations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Change;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.Refused;
import org.evenhall.organisations.store.AllianceStore;

/** The door to the alliances of universities and communities. */
@ApplicationScoped
@Transactional
public class Alliances {

    private final AllianceStore store;

    Alliances() {
        this(null);
    }

    @Inject
    public Alliances(AllianceStore store) {
        this.store = store;
    }

    /** A page of the alliances with their members, by name and id. */
    public Page<AllianceView> list(Caller caller, int page, int size) {
        var found = store.list(page, size);
        var members = store
                .members(found.items().stream().map(AllianceStore.Kept::id).toList())
                .stream()
                .collect(Collectors.groupingBy(AllianceStore.KeptMember::allianceId));
        return found.map(each -> view(each, members.getOrDefault(each.id(), List.of()), caller));
    }

    public AllianceView get(Caller caller, String id) {
        var found = store.get(id).orElseThrow(() -> Refused.notFound("alliance", id));
        return view(found, store.members(List.of(id)), caller);
    }

    /** The alliance's id by the id that it was defined with. */
    public Optional<String> find(String externalId) {
        return store.byExternalId(externalId).map(AllianceStore.Kept::id);
    }

    /** Creates the alliance, or brings it and its members to what is stated; the same statement twice changes nothing. */
    public Change define(Caller caller, DefineAlliance stated) {
        caller.mustBeAdministrator();
        var known = store.byExternalId(stated.externalId());
        var kept = new AllianceStore.Kept(
                known.map(AllianceStore.Kept::id).orElseGet(Ids::next),
                stated.externalId(),
                stated.name(),
                stated.demo());
        if (known.isPresent() && known.get().equals(kept) && membersOf(kept).equals(new HashSet<>(stated.members()))) {
            return new Change(kept.id(), Change.Kind.UNCHANGED);
        }
        if (known.isEmpty()) {
            store.add(kept);
        } else {
            store.change(kept);
        }
        store.replaceMembers(kept.id(), stated.members());
        return new Change(kept.id(), known.isEmpty() ? Change.Kind.CREATED : Change.Kind.UPDATED);
    }

    private Set<DefineAlliance.Member> membersOf(AllianceStore.Kept alliance) {
        return store.members(List.of(alliance.id())).stream()
                .map(AllianceStore.KeptMember::member)
                .collect(Collectors.toSet());
    }

    private static AllianceView view(AllianceStore.Kept kept, List<AllianceStore.KeptMember> members, Caller caller) {
        return new AllianceView(
                kept.id(),
                kept.name().in(caller.locale()),
                kept.demo(),
                members.stream()
                        .map(each -> new AllianceView.Member(
                                each.member().organisationId(),
                                each.member().areaId(),
                                each.name().in(caller.locale()),
                                each.member().pledgedHours()))
                        .toList());
    }
}
