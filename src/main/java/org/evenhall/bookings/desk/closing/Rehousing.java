package org.evenhall.bookings.desk.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.evenhall.availability.Calendar;
import org.evenhall.availability.ClaimWish;
import org.evenhall.availability.Holder;
import org.evenhall.bookings.BookingNews.Kind;
import org.evenhall.bookings.Closures.Outcome;
import org.evenhall.bookings.desk.Admission;
import org.evenhall.bookings.desk.Appointments;
import org.evenhall.bookings.desk.BookingViews;
import org.evenhall.bookings.desk.Examination;
import org.evenhall.bookings.desk.Reserved;
import org.evenhall.bookings.desk.Telling;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.bookings.store.BookingStore;
import org.evenhall.bookings.store.Displaced;
import org.evenhall.bookings.store.Proposals;
import org.evenhall.bookings.store.Proposals.Proposal;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;
import org.evenhall.platform.jobs.Timers;
import org.evenhall.policies.Policies;
import org.evenhall.policies.PolicyView;
import org.evenhall.spaces.Listed;

/**
 * What can happen to a booking whose space is closed: something else is kept for it, which its booker takes or not; its
 * own space opens again; or it ends. The booking keeps its claim on the closed space as long as it is not decided.
 *
 * <p>All of it runs in the transaction of a door that has locked the sites of the booking and of its proposal, and then
 * the booking.
 */
@ApplicationScoped
public class Rehousing {

    @Inject
    private Calendar calendar;

    @Inject
    private BookingStore store;

    @Inject
    private Proposals proposals;

    @Inject
    private Displaced displaced;

    @Inject
    private Reserved reserved;

    @Inject
    private Examination examination;

    @Inject
    private Policies policies;

    @Inject
    private BookingViews views;

    @Inject
    private Appointments appointments;

    @Inject
    private Telling telling;

    @Inject
    private Timers timers;

    @Inject
    private Clock clock;

    /** Until when a booking is kept another space, by the policy of the space that it lost: at most until its start. */
    public static Instant until(Booking booking, PolicyView lost, Instant now) {
        return Stream.of(now.plus(lost.proposalFor().value()), booking.slot().start(), booking.decideUntil())
                .filter(moment -> moment != null)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /**
     * Keeps another space for a booking and asks its booker.
     *
     * @param wish for that space
     * @param why what the owner says about the closure
     * @return whether it could be had
     */
    public boolean propose(Booking booking, Wish wish, String closureId, String why) {
        Listed lost = views.space(booking.spaceId());
        Instant until = until(booking, policies.read(lost), clock.instant());
        ClaimWish claim = Admission.slotOf(wish).heldBy(Holder.proposal(booking.id()), until);
        if (!calendar.claimIfFree(Caller.system(), claim)) {
            return false;
        }
        String space = wish.space().id();
        proposals.add(new Proposal(booking.id(), closureId, space, wish.slot(), until, false));
        booking.proposedUntil(until);
        store.flush();
        calendar.lastUntil(lost, Holder.booking(booking.id()), null);
        appointments.set(booking, List.of());
        timers.set(Appointments.PROPOSAL_DUE, booking.id(), until);
        displaced.became(booking.id(), Outcome.PROPOSED);
        telling.of(booking, Kind.PROPOSED, space, wish.slot(), until, why);
        return true;
    }

    /**
     * The booker takes what is kept. No rule is asked, and what is kept is theirs whatever the rules say by now.
     *
     * @throws Refused where nothing is kept any more
     */
    public void accept(Caller caller, Booking booking, Proposal proposal) {
        Listed space = views.space(proposal.spaceId());
        Listed lost = views.space(booking.spaceId());
        TimeRange before = booking.slot();
        PolicyView policy = policies.read(space);
        booking.move(examination.elsewhere(caller, booking, space, proposal.slot(), policy), true);
        store.flush();
        calendar.release(lost, Holder.booking(booking.id()));
        if (!calendar.handOver(
                space, Holder.proposal(booking.id()), Holder.booking(booking.id()), booking.lastsUntil())) {
            throw new Refused(Reason.CONFLICT, "proposal.refused.none");
        }
        reserved.forget(booking, Outcome.ACCEPTED);
        appointments.set(booking, policy.reminders().value());
        telling.of(booking, Kind.ACCEPTED, lost.id(), before, null, null);
    }

    /** Its own space is open again: all is as it was. */
    public void restore(Booking booking) {
        forgo(booking, Outcome.RESTORED);
        appointments.set(
                booking,
                policies.read(views.space(booking.spaceId())).reminders().value());
        telling.of(booking, Kind.RESTORED, null);
    }

    /** What is kept for it is closed too: something else has to be found. */
    public void seekAgain(Booking booking) {
        forgo(booking, Outcome.PENDING);
    }

    private void forgo(Booking booking, Outcome outcome) {
        reserved.withdraw(booking, outcome);
        booking.proposedUntil(null);
        store.flush();
        calendar.lastUntil(views.space(booking.spaceId()), Holder.booking(booking.id()), booking.lastsUntil());
    }

    /** It ends: nothing equal was to be had, or the booker did not want it, or did not answer. */
    public void end(Booking booking, Kind told, String why) {
        Proposal kept = proposals.of(booking.id()).orElse(null);
        booking.displace(why, clock.instant());
        store.flush();
        calendar.release(views.space(booking.spaceId()), Holder.booking(booking.id()));
        reserved.withdraw(booking, Outcome.CANCELLED);
        appointments.clear(booking);
        if (kept == null) {
            telling.of(booking, told, why);
        } else {
            telling.of(booking, told, kept.spaceId(), kept.slot(), kept.until(), why);
        }
    }

    /** It is going on and has to stop when the closure begins. */
    public void shorten(Booking booking, Instant end, String why) {
        booking.shorten(end);
        store.flush();
        Listed space = views.space(booking.spaceId());
        calendar.release(space, Holder.booking(booking.id()), end);
        calendar.lastUntil(space, Holder.booking(booking.id()), booking.lastsUntil());
        appointments.due(booking);
        displaced.became(booking.id(), Outcome.SHORTENED);
        telling.of(booking, Kind.SHORTENED, why);
    }
}
