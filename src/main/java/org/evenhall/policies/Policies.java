package org.evenhall.policies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.evenhall.areas.Areas;
import org.evenhall.identity.Caller;
import org.evenhall.identity.Role;
import org.evenhall.identity.Thing;
import org.evenhall.kernel.Expected;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.organisations.Organisations;
import org.evenhall.platform.persistence.Retried;
import org.evenhall.policies.PolicyView.StatedBy;
import org.evenhall.policies.domain.Levels;
import org.evenhall.policies.domain.Levels.Link;
import org.evenhall.policies.domain.Sense;
import org.evenhall.policies.domain.Statement;
import org.evenhall.policies.domain.Term;
import org.evenhall.policies.domain.Terms;
import org.evenhall.policies.store.PolicyBook;
import org.evenhall.policies.store.PolicyStore;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;

/**
 * The door to an owner's rules: which of them hold for a space, and which level states each. Whoever shows them asks the
 * memory of this node; whoever decides by them reads them in the transaction of the decision.
 */
@ApplicationScoped
public class Policies {

    private static final Link CITY = new Link(StatedBy.CITY, PolicyHolder.CITY.id());

    private PolicyBook book;
    private PolicyStore store;
    private Catalogue catalogue;
    private Organisations organisations;
    private Areas areas;
    private Event<PolicyBook.Restated> news;
    private Clock clock;
    private volatile InForce inForce = new InForce(null, null, Map.of());

    protected Policies() {}

    @Inject
    public Policies(
            PolicyBook book,
            PolicyStore store,
            Catalogue catalogue,
            Organisations organisations,
            Areas areas,
            Event<PolicyBook.Restated> news,
            Clock clock) {
        this.book = book;
        this.store = store;
        this.catalogue = catalogue;
        this.organisations = organisations;
        this.areas = areas;
        this.news = news;
        this.clock = clock;
    }

    /**
     * The rules in force for a space: of each, what the lowest level says that states it. No query, and for a listed space
     * one look into a map, because a search of the city asks it of every space.
     */
    public PolicyView of(Listed space) {
        InForce known = inForce;
        if (known.city != catalogue.snapshot() || known.edition != book.edition()) {
            known = new InForce(catalogue.snapshot(), book.edition(), new ConcurrentHashMap<>());
            inForce = known;
        }
        var found = known.views.computeIfAbsent(space.id(), id -> new Found(space, book.inForce(chain(space))));
        return found.space == space ? found.view : book.inForce(chain(space));
    }

    /** What was found for the spaces of one state of the catalogue by one state of what everybody says. */
    private record InForce(Object city, Object edition, Map<String, Found> views) {}

    /** Of this very space: one of the same id may be changed and not listed yet. */
    private record Found(Listed space, PolicyView view) {}

    /** The same as the database has it at this moment, for a decision that must hold whatever other nodes do. One query. */
    public PolicyView read(Listed space) {
        return read(chain(space)).inForce();
    }

    /** What the city, an organisation or a space states, and what holds there. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public StatedPolicy stated(Caller caller, PolicyHolder holder) {
        Stance stance = stance(caller, holder);
        long version = store.version(holder.id());
        return view(stance, version, store.of(stance.holders()));
    }

    /**
     * Replaces all that a level states; what is left out is inherited again. Bookings that exist stay as they are.
     *
     * @throws Refused naming each value that makes no sense, or as stale where somebody else was faster
     */
    @Retried
    @Transactional
    public StatedPolicy state(Caller caller, PolicyHolder holder, StatePolicy said, Expected expected) {
        Stance stance = stance(caller, holder);
        caller.mustHave(Role.OWNER, stance.owners);
        long version = store.version(holder.id());
        expected.mustBe(version);
        Statement stated = Statements.of(said, stance.level());
        Map<String, Statement> all = checked(caller, stance, stated);
        store.replace(stance.level(), holder.id(), stated, version);
        store.leaveTrace(holder.id());
        news.fire(new PolicyBook.Restated(holder.id(), stated, version + 1));
        return view(stance, version + 1, all);
    }

    /** What would hold if that were stated; nothing is stored. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public StatedPolicy preview(Caller caller, PolicyHolder holder, StatePolicy said) {
        Stance stance = stance(caller, holder);
        caller.mustHave(Role.OWNER, stance.owners);
        return view(stance, store.version(holder.id()), checked(caller, stance, Statements.of(said, stance.level())));
    }

    /** The policy as a form; for its owner alone. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public PolicySheet sheet(Caller caller, PolicyHolder holder) {
        Stance stance = stance(caller, holder);
        caller.mustHave(Role.OWNER, stance.owners);
        long version = store.version(holder.id());
        Map<String, Statement> all = store.of(stance.holders());
        Statement stated = all.getOrDefault(holder.id(), Statement.NOTHING);
        Levels levels = Levels.of(stance.chain, each -> all.getOrDefault(each, Statement.NOTHING));
        return new PolicySheet(
                view(stance, version, all),
                stance.name,
                stance.organisation(),
                Terms.ALL.stream().map(term -> field(term, stated, levels)).toList(),
                levels.inForce().limits().stream()
                        .filter(limit -> !limit.holder().equals(holder.id()))
                        .toList());
    }

    private static <T> PolicyField field(Term<T> term, Statement stated, Levels levels) {
        var above = levels.above(term);
        return new PolicyField(
                term.field(),
                term.kind(),
                stated.states(term) ? stated.text(term) : null,
                above.map(PolicyView.Stated::value).orElse(null),
                above.map(PolicyView.Stated::from).orElse(null),
                term.choices().stream()
                        .map(choice -> new PolicyField.Choice(
                                choice instanceof Enum<?> constant ? constant.name() : choice.toString(), choice))
                        .toList());
    }

    /**
     * What somebody has typed into the form.
     *
     * @param texts by field, as {@link PolicyField} has them; limits by the name of their rule; what is empty is inherited
     * @throws Refused naming each field that cannot be read
     */
    public StatePolicy typed(Caller caller, Map<String, String> texts) {
        caller.mustBeSignedIn();
        List<Violation> faults = new ArrayList<>();
        Statement stated = Statement.typed(texts, faults::add);
        mustBeEmpty(faults);
        return Statements.command(stated);
    }

    /** Where a holder stands: the things from the city down to it, and whose owners may speak for it. */
    private record Stance(List<Link> chain, Set<Thing> owners, String name) {

        StatedBy level() {
            return chain.get(chain.size() - 1).by();
        }

        String holder() {
            return chain.get(chain.size() - 1).holder();
        }

        String organisation() {
            return chain.size() == 1 ? null : chain.get(1).holder();
        }

        List<String> holders() {
            return chain.stream().map(Link::holder).toList();
        }
    }

    /** A space that the public does not see is there for its owner alone. */
    private Stance stance(Caller caller, PolicyHolder holder) {
        if (holder.kind() == StatedBy.CITY) {
            return new Stance(List.of(CITY), Set.of(Thing.EVERYTHING), null);
        }
        if (holder.kind() == StatedBy.ORGANISATION) {
            var organisation = organisations.get(caller, holder.id());
            return new Stance(
                    List.of(CITY, new Link(StatedBy.ORGANISATION, organisation.id())),
                    things(organisation.id(), organisation.parent()),
                    organisation.name());
        }
        Listed space = catalogue
                .snapshot()
                .find(holder.id())
                .filter(each -> each.published()
                        || caller.administrator()
                        || caller.has(Role.OWNER, things(each.organisation())))
                .orElseThrow(() -> Refused.notFound("space", holder.id()));
        return new Stance(
                chain(space), things(space.organisation()), space.name().in(caller.locale()));
    }

    private static Set<Thing> things(Listed.Organisation organisation) {
        return things(organisation.id(), organisation.parent());
    }

    private static Set<Thing> things(String organisation, String parent) {
        return parent == null
                ? Set.of(Thing.organisation(organisation))
                : Set.of(Thing.organisation(organisation), Thing.organisation(parent));
    }

    /** The city, the organisation, the spaces that enclose this one from the widest down, and the space itself. */
    private List<Link> chain(Listed space) {
        List<Listed> around = catalogue.snapshot().ofSite(space.site()).stream()
                .filter(other -> encloses(other, space))
                .sorted(Comparator.comparing(Policies::breadth).reversed())
                .toList();
        List<Link> chain = new ArrayList<>(around.size() + 3);
        chain.add(CITY);
        chain.add(new Link(StatedBy.ORGANISATION, space.organisation().id()));
        Stream.concat(around.stream(), Stream.of(space))
                .map(each -> new Link(chain.size() == 2 ? StatedBy.SPACE : StatedBy.PART, each.id()))
                .forEach(chain::add);
        return chain;
    }

    private static boolean encloses(Listed whole, Listed part) {
        return whole.partFrom() <= part.partFrom() && part.partTo() <= whole.partTo() && breadth(part) < breadth(whole);
    }

    private static int breadth(Listed space) {
        return space.partTo() - space.partFrom();
    }

    private Levels read(List<Link> chain) {
        Map<String, Statement> stated =
                store.of(chain.stream().map(Link::holder).toList());
        return Levels.of(chain, holder -> stated.getOrDefault(holder, Statement.NOTHING));
    }

    /** What all levels state, with this statement in its place. */
    private Map<String, Statement> checked(Caller caller, Stance stance, Statement stated) {
        List<Violation> faults = new ArrayList<>(Sense.faults(stated, stance.level()));
        if (stance.level() == StatedBy.CITY) {
            Terms.ALL.stream()
                    .filter(term -> !stated.states(term))
                    .forEach(term -> faults.add(Violation.of("required", term.field(), "policy.stated.by-city")));
        }
        if (faults.isEmpty()) {
            unknown(faults, Terms.AREAS, stated, id -> areas.ref(caller, id).isPresent(), "policy.stated.no-area");
            Set<String> known = organisations.known(members(stated));
            unknown(faults, Terms.MEMBERS, stated, known::contains, "policy.stated.no-organisation");
        }
        mustBeEmpty(faults);
        Map<String, Statement> all = store.of(stance.holders());
        all.put(stance.holder(), stated);
        mustBeEmpty(Sense.contradictions(stated, inForce(stance, all)));
        return all;
    }

    private static Set<String> members(Statement stated) {
        Set<String> members = stated.value(Terms.MEMBERS);
        return members == null ? Set.of() : members;
    }

    private static void unknown(
            List<Violation> faults, Term<Set<String>> term, Statement stated, Predicate<String> known, String key) {
        Set<String> ids = stated.value(term);
        Set<String> strange = new TreeSet<>(ids == null ? Set.of() : ids);
        strange.removeIf(known);
        if (!strange.isEmpty()) {
            faults.add(Violation.of("unknown", term.field(), key, strange));
        }
    }

    /** Refused as a matter of policy where nothing is wrong but that some values are no multiples of five minutes. */
    private static void mustBeEmpty(List<Violation> faults) {
        if (faults.isEmpty()) {
            return;
        }
        if (faults.stream().allMatch(fault -> fault.rule().equals(Term.STEPS))) {
            throw new Refused(Reason.POLICY, faults, "problem.invalid.detail");
        }
        throw Refused.invalid(faults);
    }

    private static StatedPolicy view(Stance stance, long version, Map<String, Statement> all) {
        return new StatedPolicy(
                stance.level(),
                stance.holder(),
                version,
                Statements.command(all.getOrDefault(stance.holder(), Statement.NOTHING)),
                inForce(stance, all));
    }

    private static PolicyView inForce(Stance stance, Map<String, Statement> all) {
        return Levels.of(stance.chain, holder -> all.getOrDefault(holder, Statement.NOTHING))
                .inForce();
    }
}
