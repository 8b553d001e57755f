package org.evenhall.bookings.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.evenhall.areas.Areas;
import org.evenhall.bookings.Pauses;
import org.evenhall.bookings.domain.Booker;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.bookings.domain.Ledger;
import org.evenhall.bookings.domain.Minimum;
import org.evenhall.bookings.domain.Names;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.bookings.domain.rules.booker.WithinLimits;
import org.evenhall.bookings.store.Limits;
import org.evenhall.groups.Groups;
import org.evenhall.identity.Caller;
import org.evenhall.identity.People;
import org.evenhall.identity.Profile;
import org.evenhall.kernel.Purpose;
import org.evenhall.kernel.TimeRange;
import org.evenhall.openings.Openings;
import org.evenhall.organisations.Organisations;
import org.evenhall.policies.Policies;
import org.evenhall.policies.PolicyView;
import org.evenhall.policies.PolicyView.Audience;
import org.evenhall.policies.PolicyView.Limit;
import org.evenhall.policies.PolicyView.Measure;
import org.evenhall.policies.PolicyView.Per;
import org.evenhall.spaces.Listed;

/**
 * Brings together what the rules look at, in the transaction that decides: it locks the booker, then the booker's groups
 * where a limit counts for them, and reads policy and bookings after that. The site is locked later, by the calendar.
 */
@ApplicationScoped
public class Examination {

    private People people;
    private Groups groups;
    private Policies policies;
    private Openings openings;
    private Areas areas;
    private Organisations organisations;
    private Limits limits;
    private Iterable<Pauses> pauses;
    private Clock clock;

    protected Examination() {}

    @Inject
    public Examination(
            People people,
            Groups groups,
            Policies policies,
            Openings openings,
            Areas areas,
            Organisations organisations,
            Limits limits,
            @Any Instance<Pauses> pauses,
            Clock clock) {
        this(people, groups, policies, openings, areas, organisations, limits, (Iterable<Pauses>) pauses, clock);
    }

    Examination(
            People people,
            Groups groups,
            Policies policies,
            Openings openings,
            Areas areas,
            Organisations organisations,
            Limits limits,
            Iterable<Pauses> pauses,
            Clock clock) {
        this.people = people;
        this.groups = groups;
        this.policies = policies;
        this.openings = openings;
        this.areas = areas;
        this.organisations = organisations;
        this.limits = limits;
        this.pauses = pauses;
        this.clock = clock;
    }

    /**
     * Opens the case of somebody who wants a space, for one or for several slots.
     *
     * @param bookerId whose bookings they will be; locked from now on
     * @param slots all that will be asked for
     * @param movedId a booking that is being moved and must not stand in its own way, or null
     */
    public Case open(Caller caller, String bookerId, Listed space, Collection<TimeRange> slots, String movedId) {
        people.lock(bookerId);
        PolicyView policy = policies.read(space);
        List<Ledger.Group> counted = lockedGroups(bookerId, policy);
        Instant now = clock.instant();
        return new Case(
                caller,
                booker(bookerId, space, policy, now),
                space,
                policy,
                entries(bookerId, counted, policy, slots, space, movedId, now),
                counted,
                now);
    }

    /** Locks whom a change of a booking counts against, and nothing else. */
    public void lock(String bookerId, Listed space) {
        people.lock(bookerId);
        lockedGroups(bookerId, policies.of(space));
    }

    /**
     * What somebody who waits would ask for, if they had booked nothing so far. It locks nothing and asks nothing of the
     * person yet: {@link #withBooker} does.
     */
    public Wish prospect(String bookerId, Listed space, PolicyView policy, TimeRange slot, int howMany) {
        var nobody = new Booker(bookerId, false, null, Set.of(), Set.of(), null);
        return wish(Caller.system(), nobody, space, slot, howMany, null, policy, Ledger.EMPTY, clock.instant());
    }

    /** The same with what the rules of the space ask of the person, as it is at this moment. */
    public Wish withBooker(Wish wish) {
        return new Wish(
                booker(wish.bookerId(), wish.space(), wish.policy(), wish.now()),
                wish.space(),
                wish.slot(),
                wish.people(),
                wish.purpose(),
                wish.policy(),
                wish.days(),
                wish.ledger(),
                wish.names(),
                wish.bookedThen(),
                wish.now());
    }

    /** One case: each slot becomes a wish, and each wish that was granted counts against the next. */
    public final class Case {

        private final Caller caller;
        private final Booker booker;
        private final Listed space;
        private final PolicyView policy;
        private final List<Ledger.Entry> entries;
        private final List<Ledger.Group> counted;
        private final Instant now;

        private Case(
                Caller caller,
                Booker booker,
                Listed space,
                PolicyView policy,
                List<Ledger.Entry> entries,
                List<Ledger.Group> counted,
                Instant now) {
            this.caller = caller;
            this.booker = booker;
            this.space = space;
            this.policy = policy;
            this.entries = new ArrayList<>(entries);
            this.counted = counted;
            this.now = now;
        }

        public PolicyView policy() {
            return policy;
        }

        /** @param purpose null for a hold */
        public Wish wish(TimeRange slot, int howMany, Purpose purpose) {
            var ledger = new Ledger(entries, counted);
            return Examination.this.wish(caller, booker, space, slot, howMany, purpose, policy, ledger, now);
        }

        /** The wish has become a booking. */
        public void granted(Wish wish) {
            entries.add(new Ledger.Entry(booker.id(), space.id(), limits.within(space), wish.slot(), wish.day(), true));
        }
    }

    /**
     * The wish for another space that comes from its owner and not from the booker: neither limits nor pauses are looked at,
     * and nobody is locked.
     *
     * @param policy of that space, as it is to be followed
     */
    public Wish elsewhere(Caller caller, Booking booking, Listed space, TimeRange slot, PolicyView policy) {
        Instant now = clock.instant();
        Booker booker = booker(booking.bookerId(), policy, null);
        return wish(caller, booker, space, slot, booking.people(), booking.purpose(), policy, Ledger.EMPTY, now);
    }

    private Wish wish(
            Caller caller,
            Booker booker,
            Listed space,
            TimeRange slot,
            int howMany,
            Purpose purpose,
            PolicyView policy,
            Ledger ledger,
            Instant now) {
        LocalDate first = LocalDate.ofInstant(slot.start(), space.zone());
        var days = openings.of(space, first.minusDays(2), first.plusDays(3));
        var plain = new Wish(booker, space, slot, howMany, purpose, policy, days, ledger, names(caller), 0, now);
        return Minimum.of(policy, days, plain.day())
                .filter(minimum -> !now.isBefore(minimum.by()))
                .map(minimum -> limits.countAt(space.id(), plain.day(), minimum.by()))
                .map(count -> new Wish(
                        booker,
                        space,
                        slot,
                        howMany,
                        purpose,
                        policy,
                        days,
                        ledger,
                        plain.names(),
                        Math.toIntExact(count),
                        now))
                .orElse(plain);
    }

    private List<Ledger.Group> lockedGroups(String bookerId, PolicyView policy) {
        if (policy.limits().stream().noneMatch(limit -> limit.per() == Per.GROUP)) {
            return List.of();
        }
        List<String> locked = groups.idsOf(bookerId);
        groups.lock(locked);
        return groups.of(bookerId).stream()
                .filter(group -> locked.contains(group.id())) // who has joined another one since, books before that
                .map(group -> new Ledger.Group(group.id(), group.name(), group.members()))
                .toList();
    }

    private List<Ledger.Entry> entries(
            String bookerId,
            List<Ledger.Group> counted,
            PolicyView policy,
            Collection<TimeRange> slots,
            Listed space,
            String movedId,
            Instant now) {
        if (policy.limits().isEmpty() && !policy.noTwoPlaces().value()) {
            return List.of();
        }
        Set<String> persons = new HashSet<>(Set.of(bookerId));
        counted.forEach(group -> persons.addAll(group.members()));
        return limits.entries(persons, since(policy, slots, space, now), movedId, now);
    }

    /** Limits of hours look at the week and the month of a slot; an opening begins up to a day before what lies in it. */
    private static Instant since(PolicyView policy, Collection<TimeRange> slots, Listed space, Instant now) {
        boolean hours = policy.limits().stream().map(Limit::measure).anyMatch(each -> each != Measure.OPEN_BOOKINGS);
        return !hours
                ? now
                : slots.stream()
                        .map(slot ->
                                LocalDate.ofInstant(slot.start(), space.zone()).minusDays(2))
                        .map(day -> WithinLimits.firstDay(day)
                                .atStartOfDay(space.zone())
                                .toInstant())
                        .reduce(now, (one, other) -> one.isBefore(other) ? one : other);
    }

    private Booker booker(String id, Listed space, PolicyView policy, Instant now) {
        Instant pausedUntil = StreamSupport.stream(pauses.spliterator(), false)
                .flatMap(each -> each.until(id, space, policy, now).stream())
                .reduce((one, other) -> one.isAfter(other) ? one : other)
                .orElse(null);
        return booker(id, policy, pausedUntil);
    }

    private Booker booker(String id, PolicyView policy, Instant pausedUntil) {
        Profile profile = asksWho(policy) ? people.profile(id) : Profile.UNKNOWN;
        return new Booker(
                id,
                profile.verified(),
                profile.birthDate(),
                Set.copyOf(areas.andAbove(profile.areaId())),
                profile.organisations(),
                pausedUntil);
    }

    private static boolean asksWho(PolicyView policy) {
        return policy.audience().value() == Audience.VERIFIED
                || !policy.areas().value().isEmpty()
                || !policy.members().value().isEmpty()
                || policy.ageFrom().value() != null
                || policy.ageTo().value() != null;
    }

    private Names names(Caller caller) {
        return new Names() {
            @Override
            public List<String> ofAreas(Collection<String> ids) {
                return areas.names(caller, ids);
            }

            @Override
            public List<String> ofOrganisations(Collection<String> ids) {
                return organisations.names(caller, ids);
            }
        };
    }
}
