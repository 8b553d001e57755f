package org.evenhall.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.evenhall.availability.Calendar;
import org.evenhall.availability.Holder;
import org.evenhall.bookings.desk.Admission;
import org.evenhall.bookings.desk.Appointments;
import org.evenhall.bookings.desk.BookingViews;
import org.evenhall.bookings.desk.Examination;
import org.evenhall.bookings.desk.Order;
import org.evenhall.bookings.domain.Fields;
import org.evenhall.bookings.domain.Waiting;
import org.evenhall.bookings.queue.Queue;
import org.evenhall.bookings.queue.Vacancies;
import org.evenhall.bookings.queue.WaitViews;
import org.evenhall.bookings.store.Asked;
import org.evenhall.bookings.store.WaitStore;
import org.evenhall.identity.Caller;
import org.evenhall.identity.People;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.Purpose;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.Violation;
import org.evenhall.organisations.OrganisationKind;
import org.evenhall.platform.persistence.Retried;
import org.evenhall.spaces.Amenity;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.SpaceCard;
import org.evenhall.spaces.SpaceKind;

/**
 * The door to the waiting list: wait for a time in one space, or in any like it. Freed time is held for the first in line
 * until a deadline, and then for the next; what is offered becomes a booking when its person says so.
 */
@ApplicationScoped
@Transactional
public class Waitlist {

    private static final int MOST_OPEN = 10;
    private static final int MOST_PEOPLE = 1_000_000;
    private static final int AT_ONCE = 500;
    private static final Duration KEPT = Duration.ofDays(90);
    private static final Duration SOON = Duration.ofSeconds(1);

    @Inject
    private Vacancies vacancies;

    @Inject
    private Examination examination;

    @Inject
    private People people;

    @Inject
    private Calendar calendar;

    @Inject
    private Admission admission;

    @Inject
    private Queue queue;

    @Inject
    private WaitStore store;

    @Inject
    private WaitViews views;

    @Inject
    private BookingViews bookings;

    @Inject
    private Appointments appointments;

    @Inject
    private Clock clock;

    /** What has become of an entry: it waits, is offered a space, and ends in one of the other three ways. */
    public enum EntryStatus {
        WAITING,
        OFFERED,
        ACCEPTED,
        LAPSED,
        LEFT
    }

    /**
     * The wish to wait: for a space by its id, or for any that passes the filters of the catalogue, which have the same names
     * here.
     *
     * @param near as in {@code 52.52,13.405}
     * @param radius metres from {@code near}
     * @param amenity all must be there
     */
    public record JoinWaitlist(
            String spaceId,
            String q,
            SpaceKind kind,
            String area,
            String organisation,
            OrganisationKind organisationKind,
            String near,
            Integer radius,
            Integer minCapacity,
            Set<Amenity> amenity,
            Boolean stepFree,
            OffsetDateTime start,
            OffsetDateTime end,
            Integer people) {

        WantedFilters filters() {
            return new WantedFilters(
                    Fields.blankToNull(q),
                    kind,
                    Fields.blankToNull(area),
                    Fields.blankToNull(organisation),
                    organisationKind,
                    Fields.blankToNull(near),
                    radius,
                    minCapacity,
                    amenity,
                    stepFree);
        }
    }

    /** Filters of the catalogue as they were stated; null, or empty, lets all through. */
    public record WantedFilters(
            String q,
            SpaceKind kind,
            String area,
            String organisation,
            OrganisationKind organisationKind,
            String near,
            Integer radius,
            Integer minCapacity,
            Set<Amenity> amenity,
            Boolean stepFree) {

        static final WantedFilters NONE = new WantedFilters(null, null, null, null, null, null, null, null, null, null);

        public WantedFilters {
            amenity = amenity == null ? Set.of() : Set.copyOf(amenity);
            stepFree = Boolean.TRUE.equals(stepFree);
        }
    }

    /**
     * An entry as its person sees it; times in the zone of the venue, where filters are waited for in that of the city.
     *
     * @param space the space that is waited for, null where filters are
     * @param filters null likewise
     * @param position how many come before, 0 where it is one's turn; null when it is over
     * @param offer the space that is held, null where none is
     * @param bookingId the booking that it has become, or null
     */
    public record WaitlistEntry(
            String id,
            EntryStatus status,
            SpaceCard space,
            WantedFilters filters,
            OffsetDateTime start,
            OffsetDateTime end,
            int people,
            Integer position,
            HeldOffer offer,
            String bookingId,
            OffsetDateTime createdAt) {}

    /** What is held for the first in line, and until when. */
    public record HeldOffer(SpaceCard space, OffsetDateTime start, OffsetDateTime end, OffsetDateTime until) {}

    /**
     * What a booking needs besides; both may be left out.
     *
     * @param purpose STUDY where the space allows it, else the first that it allows
     */
    public record AcceptOffer(Purpose purpose, String note) {

        public static final AcceptOffer PLAINLY = new AcceptOffer(null, null);
    }

    /**
     * Joins the queue. What could be had at once is offered at once, to whoever is first.
     *
     * @throws Refused naming every broken rule or field at fault; as a conflict where the caller waits for just that already
     */
    @Retried
    public WaitlistEntry join(Caller caller, JoinWaitlist wish) {
        caller.mustBeSignedIn();
        TimeRange slot = checked(wish);
        WantedFilters filters = wish.spaceId() == null ? wish.filters() : null;
        Waiting entry = new Waiting(
                Ids.next(),
                0,
                caller.personId(),
                wish.spaceId(),
                filters,
                filters == null ? null : Asked.of(filters),
                slot,
                wish.people(),
                EntryStatus.WAITING,
                null,
                null,
                null,
                clock.instant());
        people.lock(caller.personId());
        vacancies.mustBePossible(caller, entry);
        mustBeAnother(entry);
        List<Listed> free = vacancies.of(entry);
        calendar.lock(free);
        store.add(entry);
        appointments.waiting(entry.id(), entry.nextLook(entry.createdAt()));
        free.forEach(space -> queue.freed(space, slot.start(), slot.end()));
        return views.of(caller, store.find(entry.id()).orElseThrow());
    }

    private void mustBeAnother(Waiting entry) {
        List<Waiting> open = store.open(entry.personId(), entry.createdAt());
        for (Waiting other : open) {
            if (other.isSameWish(entry)) {
                throw new Refused(Reason.CONFLICT, "waitlist.refused.again");
            }
        }
        if (open.size() >= MOST_OPEN) {
            throw new Refused(
                    Reason.POLICY,
                    List.of(Violation.of("open-entries", null, "waitlist.refused.too-many", MOST_OPEN)),
                    "problem.policy.detail");
        }
    }

    /** An entry of the caller's own; anything else is not to be found. */
    public WaitlistEntry get(Caller caller, String id) {
        caller.mustBeSignedIn();
        return views.of(caller, own(caller, id));
    }

    /** The caller's entries, the latest slot first, ties by id. */
    public Page<WaitlistEntry> mine(Caller caller, int page, int size) {
        caller.mustBeSignedIn();
        Page<Waiting> found = store.list(caller.personId(), page, size);
        return new Page<>(views.of(caller, found.items()), found.total(), page, size);
    }

    /** What the caller waits for or is offered, the next slot first. */
    public List<WaitlistEntry> open(Caller caller) {
        caller.mustBeSignedIn();
        return views.of(
                caller,
                store.open(caller.personId(), clock.instant()).stream()
                        .sorted((one, other) -> one.slot().compareTo(other.slot()))
                        .toList());
    }

    /**
     * Books what is offered. Where a rule is against it, the offer stands until its deadline all the same.
     *
     * @throws Refused naming every broken rule; as a conflict where nothing is offered, or not any more
     */
    @Retried
    public BookingView accept(Caller caller, String id, AcceptOffer how) {
        caller.mustBeSignedIn();
        new Fields().text("note", how.note()).check();
        Waiting found = own(caller, id);
        mustBeOffered(found);
        Listed space = bookings.space(found.offeredSpace());
        examination.lock(caller.personId(), space);
        calendar.lock(List.of(space));
        Waiting entry = store.locked(id).orElseThrow();
        mustBeOffered(entry);
        if (!entry.offeredSpace().equals(space.id())) { // closed meanwhile, and another one came in its place
            throw new Refused(Reason.CONFLICT, "waitlist.refused.another");
        }
        var booking = admission.admit(
                caller,
                new Order(
                        caller.personId(),
                        space,
                        found.slot(),
                        found.people(),
                        how.purpose() == null ? vacancies.usualPurpose(space) : how.purpose(),
                        Fields.blankToNull(how.note()),
                        null,
                        Holder.offer(id)));
        store.accept(id, booking.id());
        appointments.clearWaiting(id);
        return bookings.of(caller, booking);
    }

    private void mustBeOffered(Waiting entry) {
        EntryStatus status = entry.statusAt(clock.instant());
        if (status != EntryStatus.OFFERED) {
            throw new Refused(Reason.CONFLICT, "waitlist.refused." + status);
        }
    }

    /** Leaves the queue; what was offered goes to the next. Leaving what is over already changes nothing. */
    @Retried
    public void leave(Caller caller, String id) {
        caller.mustBeSignedIn();
        people.lock(caller.personId());
        Waiting entry = own(caller, id);
        if (entry.status() == EntryStatus.WAITING && !store.end(id, EntryStatus.WAITING, EntryStatus.LEFT)) {
            entry = own(caller, id);
        }
        if (entry.status() == EntryStatus.OFFERED) {
            Listed space = bookings.space(entry.offeredSpace());
            calendar.lock(List.of(space));
            if (store.end(id, EntryStatus.OFFERED, EntryStatus.LEFT)) {
                calendar.release(space, Holder.offer(id));
            }
        }
        if (entry.status() == EntryStatus.ACCEPTED) {
            throw new Refused(Reason.CONFLICT, "waitlist.refused.ACCEPTED");
        }
        appointments.clearWaiting(id);
    }

    /** Does what is due for an entry: its offer ends, its slot has begun, or it is looked again whether it can have one. */
    public void due(Caller caller, String id) {
        caller.mustBeAdministrator();
        store.find(id).ifPresent(entry -> {
            if (entry.status() == EntryStatus.OFFERED) {
                calendar.endIfDue(bookings.space(entry.offeredSpace()), Holder.offer(id));
            } else if (entry.isOpenAt(clock.instant())) {
                List<Listed> free = vacancies.of(entry);
                calendar.lock(free);
                free.forEach(space ->
                        queue.freed(space, entry.slot().start(), entry.slot().end()));
            }
            store.locked(id).ifPresent(this::remind);
        });
    }

    private void remind(Waiting entry) {
        Instant now = clock.instant();
        if (entry.status() == EntryStatus.OFFERED) {
            boolean standing = entry.offerUntil().isAfter(now);
            appointments.waiting(entry.id(), standing ? entry.offerUntil() : now.plus(SOON));
        } else if (entry.isOpenAt(now)) {
            appointments.waiting(entry.id(), entry.nextLook(now));
        } else {
            store.end(entry.id(), EntryStatus.WAITING, EntryStatus.LAPSED);
        }
    }

    /**
     * Ends some entries whose slot has begun, and forgets some that have long been over.
     *
     * @return how many it was; 0 when there is nothing left to do
     */
    @Retried
    public int tidy(Caller caller) {
        caller.mustBeAdministrator();
        Instant now = clock.instant();
        List<String> begun = store.begun(now, AT_ONCE);
        begun.forEach(id -> store.end(id, EntryStatus.WAITING, EntryStatus.LAPSED));
        return begun.size() + store.forget(now.minus(KEPT), AT_ONCE);
    }

    private Waiting own(Caller caller, String id) {
        return store.find(id)
                .filter(entry -> caller.is(entry.personId()))
                .orElseThrow(() -> Refused.notFound("waiting", id));
    }

    private static TimeRange checked(JoinWaitlist wish) {
        new Fields()
                .required("start", wish.start())
                .required("end", wish.end())
                .required("people", wish.people())
                .people(wish.people())
                .check();
        if (wish.people() > MOST_PEOPLE) {
            throw Refused.invalid(Violation.of("maximum", "people", "violation.Max", MOST_PEOPLE));
        }
        boolean filtered = !wish.filters().equals(WantedFilters.NONE);
        if (wish.spaceId() == null && !filtered) {
            throw Refused.invalid(Violation.of("required", "spaceId", "waitlist.space-or-filters"));
        }
        if (wish.spaceId() != null && filtered) {
            throw Refused.invalid(Violation.of("either", "spaceId", "waitlist.not-both"));
        }
        return Fields.slot(wish.start(), wish.end());
    }
}
