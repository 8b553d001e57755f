package org.evenhall.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhall.availability.Calendar;
import org.evenhall.availability.Holder;
import org.evenhall.bookings.desk.Admission;
import org.evenhall.bookings.desk.Appointments;
import org.evenhall.bookings.desk.BookingViews;
import org.evenhall.bookings.desk.Examination;
import org.evenhall.bookings.domain.Fields;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.bookings.domain.rules.BookingRules;
import org.evenhall.bookings.store.HoldStore;
import org.evenhall.bookings.store.HoldStore.Hold;
import org.evenhall.identity.Caller;
import org.evenhall.identity.People;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;
import org.evenhall.platform.jobs.Timers;
import org.evenhall.platform.persistence.Retried;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;

/** The door to holds: a slot is kept for somebody who fills in the form. Everybody has one at most; a new one replaces it. */
@ApplicationScoped
@Transactional
public class Holds {

    @Inject
    private Catalogue catalogue;

    @Inject
    private Examination examination;

    @Inject
    private People people;

    @Inject
    private Calendar calendar;

    @Inject
    private BookingViews views;

    @Inject
    private HoldStore store;

    @Inject
    private Timers timers;

    @Inject
    private Clock clock;

    /** The wish for a hold; it keeps the rules that a booking of the slot keeps. */
    public record RequestHold(String spaceId, OffsetDateTime start, OffsetDateTime end, Integer people) {}

    /** A hold as its owner sees it; times in the zone of the venue. */
    public record HoldView(
            String id,
            OffsetDateTime expiresAt,
            String spaceId,
            OffsetDateTime start,
            OffsetDateTime end,
            int people) {}

    /**
     * Keeps a slot for as long as the rules of the space say. What the caller holds already gives way in one step: of a
     * longer slot nobody else gets the part that was held.
     *
     * @throws Refused naming every broken rule, or every field at fault
     * @throws org.evenhall.availability.SlotTaken when somebody else has the time
     */
    @Retried
    public HoldView hold(Caller caller, RequestHold request) {
        caller.mustBeSignedIn();
        TimeRange slot = checked(request);
        Listed space = catalogue.published(request.spaceId());
        Wish wish = examination
                .open(caller, caller.personId(), space, List.of(slot), null)
                .wish(slot, request.people(), null);
        BookingRules.mustBeKept(wish);
        lockSites(space, store.of(caller.personId()));
        Optional<Hold> before = store.of(caller.personId());
        if (before.filter(hold -> isSame(hold, space, slot, request.people())).isPresent()) {
            return view(before.get(), space);
        }
        Instant now = clock.instant();
        before.filter(hold -> !hold.until().isAfter(now)).ifPresent(this::giveUp);
        Holder instead = before.map(hold -> Holder.hold(hold.id())).orElse(null);
        Instant until = now.plus(wish.policy().holdFor().value());
        Hold hold = new Hold(Ids.next(), caller.personId(), space.id(), slot, request.people(), until);
        calendar.claim(caller, Admission.slotOf(wish).heldBy(Holder.hold(hold.id()), until), instead);
        if (instead != null) {
            forget(instead);
        }
        store.add(hold);
        timers.set(Appointments.HOLD_DUE, hold.id(), until);
        return view(hold, space);
    }

    /** Asking again for what one holds does not make it last longer. */
    private boolean isSame(Hold hold, Listed space, TimeRange slot, int howMany) {
        return hold.spaceId().equals(space.id())
                && hold.slot().equals(slot)
                && hold.people() == howMany
                && hold.until().isAfter(clock.instant());
    }

    /** The caller's hold, if there is one that still stands. */
    public Optional<HoldView> mine(Caller caller) {
        caller.mustBeSignedIn();
        return store.of(caller.personId())
                .filter(hold -> hold.until().isAfter(clock.instant()))
                .map(hold -> view(hold, views.space(hold.spaceId())));
    }

    /** Gives a hold back. One that has ended already is given back too; one of somebody else is not to be found. */
    @Retried
    public void release(Caller caller, String id) {
        caller.mustBeSignedIn();
        people.lock(caller.personId());
        Hold hold = store.of(caller.personId())
                .filter(mine -> mine.id().equals(id))
                .orElseThrow(() -> Refused.notFound("hold", id));
        giveUp(hold);
    }

    /** Ends a hold that is due, if it still is. */
    public void end(Caller caller, String id) {
        caller.mustBeAdministrator();
        store.find(id).ifPresent(hold -> calendar.endIfDue(views.space(hold.spaceId()), Holder.hold(id)));
    }

    /**
     * The holder whose claim is to become a booking; the person and the groups are locked already. Nothing where the hold is
     * due, whether or not anybody has ended it yet: then the slot is as free for its person as for everybody else.
     */
    Optional<Holder> takenUp(Caller caller, String id, Listed space) {
        Optional<Hold> mine = standing(caller, id);
        lockSites(space, mine);
        return mine.map(hold -> {
            store.remove(id);
            timers.clear(Appointments.HOLD_DUE, id);
            return Holder.hold(id);
        });
    }

    /** The hold that gives way for bookings of a space, where it is there and has time of one of them; it stays for now. */
    Optional<Holder> inTheWay(Caller caller, String id, Listed space, List<TimeRange> slots) {
        return standing(caller, id)
                .filter(hold -> hold.spaceId().equals(space.id()))
                .filter(hold -> slots.stream().anyMatch(hold.slot()::overlaps))
                .map(hold -> Holder.hold(hold.id()));
    }

    private Optional<Hold> standing(Caller caller, String id) {
        return store.of(caller.personId())
                .filter(hold -> hold.id().equals(id) && hold.until().isAfter(clock.instant()));
    }

    /** Its time is claimed for something else. */
    void forget(Holder hold) {
        store.remove(hold.id());
        timers.clear(Appointments.HOLD_DUE, hold.id());
    }

    private void lockSites(Listed space, Optional<Hold> hold) {
        List<Listed> spaces = new ArrayList<>(List.of(space));
        hold.ifPresent(before -> spaces.add(views.space(before.spaceId())));
        calendar.lock(spaces);
    }

    private void giveUp(Hold hold) {
        calendar.release(views.space(hold.spaceId()), Holder.hold(hold.id()));
        store.remove(hold.id());
        timers.clear(Appointments.HOLD_DUE, hold.id());
    }

    private static TimeRange checked(RequestHold request) {
        new Fields()
                .required("spaceId", request.spaceId())
                .required("start", request.start())
                .required("end", request.end())
                .required("people", request.people())
                .people(request.people())
                .check();
        return Fields.slot(request.start(), request.end());
    }

    private static HoldView view(Hold hold, Listed space) {
        return new HoldView(
                hold.id(),
                OffsetDateTime.ofInstant(hold.until(), space.zone()),
                space.id(),
                OffsetDateTime.ofInstant(hold.slot().start(), space.zone()),
                OffsetDateTime.ofInstant(hold.slot().end(), space.zone()),
                hold.people());
    }
}
