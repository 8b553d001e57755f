package org.evenhall.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenhall.availability.Blocking;
import org.evenhall.availability.Calendar;
import org.evenhall.availability.Closing;
import org.evenhall.availability.Holder;
import org.evenhall.bookings.Closures.Outcome;
import org.evenhall.bookings.desk.Appointments;
import org.evenhall.bookings.desk.BookingViews;
import org.evenhall.bookings.desk.Examination;
import org.evenhall.bookings.desk.Locked;
import org.evenhall.bookings.desk.Reserved;
import org.evenhall.bookings.desk.closing.Elsewhere;
import org.evenhall.bookings.desk.closing.Rehousing;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.bookings.domain.Fields;
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
import org.evenhall.platform.persistence.Retried;
import org.evenhall.policies.Policies;
import org.evenhall.spaces.Listed;

/**
 * The door to what becomes of a booking whose space is closed. It brings a booking in line with the closures as they are
 * at that moment, whoever asks and however often: so a timer takes up what a crash left undone, and lifting a closure is
 * the same work as making one.
 */
@ApplicationScoped
@Transactional
public class Displacements {

    private static final long STEP_MILLIS = Duration.ofMinutes(5).toMillis();
    private static final Set<Status> OPEN = Set.of(Status.REQUESTED, Status.CONFIRMED, Status.CHECKED_IN);

    @Inject
    private BookingStore store;

    @Inject
    private Proposals proposals;

    @Inject
    private Displaced displaced;

    @Inject
    private Calendar calendar;

    @Inject
    private Blocking blocking;

    @Inject
    private Elsewhere elsewhere;

    @Inject
    private Rehousing rehousing;

    @Inject
    private Reserved reserved;

    @Inject
    private Policies policies;

    @Inject
    private Examination examination;

    @Inject
    private Locked locked;

    @Inject
    private BookingViews views;

    @Inject
    private Timers timers;

    @Inject
    private Clock clock;

    /** What the booker says to what is proposed instead: taken, or the booking ends. */
    public record Answer(Boolean accept) {}

    /**
     * The booker takes what is kept instead, or declines it, which ends the booking.
     *
     * @throws Refused where nothing is kept for the booking, or not any more
     */
    @Retried
    public BookingView answer(Caller caller, String id, Answer answer) {
        caller.mustBeSignedIn();
        new Fields().required("accept", answer.accept()).check();
        Booking booking = locked.bookingWithBooker(caller, id);
        if (!caller.is(booking.bookerId())) {
            throw new Refused(Reason.FORBIDDEN, "problem.forbidden.detail");
        }
        Instant now = clock.instant();
        Proposal proposal = proposals
                .of(id)
                .filter(kept -> kept.standsAt(now) && OPEN.contains(booking.statusAt(now)))
                .orElseThrow(() -> new Refused(Reason.CONFLICT, "proposal.refused.none"));
        if (answer.accept()) {
            rehousing.accept(caller, booking, proposal);
        } else {
            rehousing.end(booking, BookingNews.Kind.CANCELLED, why(id));
        }
        return views.of(caller, booking);
    }

    /** Ends a booking whose booker has not answered in time, if that is still so. */
    @Retried
    public void lapse(Caller caller, String id) {
        caller.mustBeAdministrator();
        Booking booking = locked.booking(caller, id);
        if (booking.displaced() && open(booking.status())) {
            if (!clock.instant().isBefore(booking.proposalUntil())) {
                rehousing.end(booking, BookingNews.Kind.PROPOSAL_LAPSED, why(id));
            }
        } else {
            reserved.withdraw(booking, Outcome.GONE);
        }
    }

    private String why(String bookingId) {
        return blocking.over(Holder.booking(bookingId)).map(Closing::reason).orElse(null);
    }

    /** A booking as it was seen before anything was locked, and where it could go; no wish where there is nothing. */
    private record Seen(Listed space, TimeRange slot, boolean looked, Optional<Wish> wish) {

        boolean isStill(Booking booking) {
            return space.id().equals(booking.spaceId()) && slot.equals(booking.slot());
        }
    }

    /**
     * Finds out what becomes of a booking that a closure hit, or had hit, and does it, if no more than one other space has
     * to be tried for that.
     *
     * @param tried ids of spaces that were no longer to be had; one is added where this is not settled
     * @return whether it is settled
     */
    @Retried
    boolean tryOne(Caller caller, String closureId, String bookingId, Set<String> tried) {
        caller.mustBeAdministrator();
        Booking found = store.find(bookingId).orElseThrow();
        Seen seen = look(caller, found, tried);
        List<Listed> touched = new ArrayList<>(List.of(seen.space));
        seen.wish.ifPresent(wish -> touched.add(wish.space()));
        proposals.of(bookingId).ifPresent(proposal -> touched.add(views.space(proposal.spaceId())));
        examination.lock(found.bookerId(), seen.space);
        calendar.lock(touched);
        Booking booking = store.findForUpdate(bookingId).orElseThrow();
        boolean settled = seen.isStill(booking) && isSettled(booking, seen, closureId, tried);
        if (settled) {
            timers.clear(Appointments.DISPLACED, closureId + "/" + bookingId);
        }
        return settled;
    }

    private Seen look(Caller caller, Booking booking, Set<String> tried) {
        Listed lost = views.space(booking.spaceId());
        boolean needed = open(booking.statusAt(clock.instant()))
                && blocking.over(Holder.booking(booking.id())).isPresent()
                && needsSpace(booking.id());
        Optional<Wish> wish = !needed
                ? Optional.empty()
                : elsewhere.near(caller, booking, lost).stream()
                        .filter(space -> !tried.contains(space.id()))
                        .flatMap(space -> elsewhere.allowed(caller, booking, lost, space, policies::read).stream())
                        .findFirst();
        return new Seen(lost, booking.slot(), needed, wish);
    }

    private static boolean open(Status status) {
        return OPEN.contains(status);
    }

    /** Nothing is kept for it, or what is kept is closed too. */
    private boolean needsSpace(String bookingId) {
        return proposals.of(bookingId).isEmpty()
                || blocking.over(Holder.proposal(bookingId)).isPresent();
    }

    private boolean isSettled(Booking booking, Seen seen, String closureId, Set<String> tried) {
        Instant now = clock.instant();
        Optional<Closing> closing = blocking.over(Holder.booking(booking.id()));
        if (!open(booking.statusAt(now))) {
            return booking.displaced() || became(booking, Outcome.GONE);
        }
        if (closing.isEmpty()) {
            return booking.displaced() ? restored(booking) : became(booking, Outcome.GONE);
        }
        if (!now.isBefore(booking.slot().start())) {
            return stopped(booking, closing.get(), now);
        }
        if (!needsSpace(booking.id())) {
            return became(booking, Outcome.PROPOSED);
        }
        return seen.looked && rehoused(booking, seen, closing.get(), closureId, tried);
    }

    private boolean became(Booking booking, Outcome outcome) {
        displaced.became(booking.id(), outcome);
        return true;
    }

    private boolean restored(Booking booking) {
        rehousing.restore(booking);
        return true;
    }

    /** Who is in the room already can stay until the closure begins, and for as long as it takes to leave. */
    private boolean stopped(Booking booking, Closing closing, Instant now) {
        Instant next = Instant.ofEpochMilli((now.toEpochMilli() / STEP_MILLIS + 1) * STEP_MILLIS);
        Instant end = closing.slot().start().isAfter(next) ? closing.slot().start() : next;
        if (end.isBefore(booking.slot().end())) {
            rehousing.shorten(booking, end, closing.reason());
        }
        return became(booking, Outcome.SHORTENED);
    }

    private boolean rehoused(Booking booking, Seen seen, Closing closing, String closureId, Set<String> tried) {
        if (booking.displaced()) {
            rehousing.seekAgain(booking);
        }
        if (seen.wish.isEmpty()) {
            rehousing.end(booking, BookingNews.Kind.DISPLACED, closing.reason());
            return true;
        }
        Wish wish = seen.wish.get();
        boolean proposed = rehousing.propose(booking, wish, closureId, closing.reason());
        if (!proposed) {
            tried.add(wish.space().id());
        }
        return proposed;
    }
}
