package org.evenhall.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhall.availability.Blocking;
import org.evenhall.availability.Calendar;
import org.evenhall.availability.Closing;
import org.evenhall.availability.Holder;
import org.evenhall.bookings.desk.Appointments;
import org.evenhall.bookings.desk.BookingViews;
import org.evenhall.bookings.desk.closing.ClosurePreview;
import org.evenhall.bookings.desk.closing.ClosureViews;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.bookings.domain.Fields;
import org.evenhall.bookings.domain.Minimum;
import org.evenhall.bookings.store.BookingStore;
import org.evenhall.bookings.store.Displaced;
import org.evenhall.bookings.store.Limits;
import org.evenhall.identity.Caller;
import org.evenhall.identity.Role;
import org.evenhall.identity.Thing;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.Purpose;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.Violation;
import org.evenhall.openings.OpenDay;
import org.evenhall.openings.Openings;
import org.evenhall.platform.jobs.Timers;
import org.evenhall.platform.persistence.Retried;
import org.evenhall.platform.text.Messages;
import org.evenhall.policies.Policies;
import org.evenhall.policies.PolicyView;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.SpaceCard;

/**
 * The door to closures. The closure itself and the list of the bookings that it hits are one transaction, after which
 * nothing new is booked there; what becomes of each booking is one transaction more, in {@link Displacements}.
 */
@ApplicationScoped
@Transactional
public class Closures {

    private static final Logger LOG = Logger.getLogger(Closures.class.getName());

    private static final int LONGEST_REASON = 500;
    private static final long STEP_MILLIS = Duration.ofMinutes(5).toMillis();
    private static final Duration LONGEST = Duration.ofDays(366);

    /** So many bookings are seen to while the owner waits; timers see to more, and to those that a crash left. */
    private static final int AT_ONCE = 100;

    private static final Duration LEFT_TO_TIMERS_AFTER = Duration.ofSeconds(20);

    @Inject
    private BookingViews views;

    @Inject
    private Calendar calendar;

    @Inject
    private Blocking blocking;

    @Inject
    private BookingStore store;

    @Inject
    private Limits limits;

    @Inject
    private Displaced displaced;

    @Inject
    private Displacements displacements;

    @Inject
    private ClosurePreview preview;

    @Inject
    private ClosureViews shown;

    @Inject
    private Policies policies;

    @Inject
    private Openings openings;

    @Inject
    private Timers timers;

    @Inject
    private Clock clock;

    /** The wish to close a space for a time, and what the public is told about it. */
    public record CloseSpace(OffsetDateTime start, OffsetDateTime end, String reason) {}

    /** What becomes of a booking that a closure hits. The message key is {@code outcome.<NAME>}. */
    public enum Outcome {
        /** Nobody has seen to it yet. */
        PENDING,
        /** Something else is kept for it, and its booker is asked. */
        PROPOSED,
        /** The booker took what was proposed. */
        ACCEPTED,
        /** Nothing equal was to be had, or the booker did not take it. */
        CANCELLED,
        /** It was going on, and ends when the closure begins. */
        SHORTENED,
        /** The closure was lifted, and it has its own space again. */
        RESTORED,
        /** It was given back, moved or over before. */
        GONE,
        WOULD_BE_PROPOSED,
        WOULD_BE_CANCELLED,
        WOULD_BE_SHORTENED
    }

    /**
     * A booking that a closure hits, as its owner sees it; times in the zone of the venue.
     *
     * @param proposal what is kept for it, or in a preview what would be; null where nothing is
     */
    public record Affected(
            String id,
            String number,
            Status status,
            StatusReason statusReason,
            SpaceCard space,
            OffsetDateTime start,
            OffsetDateTime end,
            int people,
            Purpose purpose,
            String note,
            String bookedBy,
            Outcome outcome,
            BookingView.Proposal proposal) {

        public static Affected of(BookingView booking, Outcome outcome, BookingView.Proposal proposal) {
            return new Affected(
                    booking.id(),
                    booking.number(),
                    booking.status(),
                    booking.statusReason(),
                    booking.space(),
                    booking.start(),
                    booking.end(),
                    booking.people(),
                    booking.purpose(),
                    booking.note(),
                    booking.bookedBy(),
                    outcome,
                    proposal);
        }
    }

    /**
     * A closure; times in the zone of the venue.
     *
     * @param id null in a preview
     * @param affected the bookings that it hits, by start
     */
    public record ClosureView(
            String id,
            String spaceId,
            OffsetDateTime start,
            OffsetDateTime end,
            String reason,
            List<Affected> affected) {

        public ClosureView {
            affected = List.copyOf(affected);
        }
    }

    /**
     * Closes a space. What has passed of the time stays as it was: a closure that began before now begins now. Whoever
     * closes calls {@link #rehouse} next, when this is committed.
     *
     * @throws Refused naming every field at fault, or as a matter of policy
     */
    @Retried
    public ClosureView close(Caller caller, String spaceId, CloseSpace wish) {
        Listed space = managed(caller, spaceId);
        TimeRange slot = checked(wish);
        return shown.of(caller, space, shut(space, slot, wish.reason().strip()));
    }

    private Closing shut(Listed space, TimeRange slot, String reason) {
        Closing closing = blocking.block(space, slot, reason);
        Set<String> bookings = new LinkedHashSet<>();
        for (Holder holder : blocking.hit(space, slot)) {
            switch (holder.kind()) {
                case BOOKING, PROPOSAL -> bookings.add(holder.id());
                case HOLD, OFFER -> calendar.end(space, holder);
            }
        }
        if (!bookings.isEmpty()) {
            displaced.add(closing.id(), bookings);
            bookings.forEach(booking -> seeTo(closing.id(), booking));
        }
        return closing;
    }

    private void seeTo(String closureId, String bookingId) {
        timers.set(
                Appointments.DISPLACED,
                closureId + "/" + bookingId,
                clock.instant().plus(LEFT_TO_TIMERS_AFTER));
    }

    /**
     * Sees to the bookings that a closure hit, or that it no longer hits, each in a transaction of its own. The closure
     * stands already: whoever cannot be seen to at this moment is left to a timer.
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void rehouse(Caller caller, String spaceId, String closureId) {
        managed(caller, spaceId);
        displaced.of(Set.of(closureId)).stream()
                .filter(Closures::isOpen)
                .limit(AT_ONCE)
                .forEach(hit -> settleOrLeave(closureId, hit.bookingId()));
    }

    private void settleOrLeave(String closureId, String bookingId) {
        try {
            settle(Caller.system(), closureId, bookingId);
        } catch (Refused refused) {
            LOG.log(Level.WARNING, refused, () -> "What becomes of the booking " + bookingId + " is left to its timer");
        }
    }

    /**
     * Sees to one booking. Each space that is tried is a transaction of its own: what somebody else was faster to take is
     * passed over.
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void settle(Caller caller, String closureId, String bookingId) {
        caller.mustBeAdministrator();
        Set<String> tried = new HashSet<>();
        boolean settled = false;
        while (!settled) {
            settled = displacements.tryOne(caller, closureId, bookingId, tried);
        }
    }

    private static boolean isOpen(Displaced.Hit hit) {
        return hit.outcome() == Outcome.PENDING || hit.outcome() == Outcome.PROPOSED;
    }

    /** What would become of the bookings, as things are now; nothing is stored. */
    public ClosureView preview(Caller caller, String spaceId, CloseSpace wish) {
        Listed space = managed(caller, spaceId);
        TimeRange slot = checked(wish);
        List<Booking> hit = store
                .findAll(blocking.hit(space, slot).stream()
                        .filter(holder -> holder.kind() == Holder.Kind.BOOKING || holder.kind() == Holder.Kind.PROPOSAL)
                        .map(Holder::id)
                        .collect(Collectors.toSet()))
                .stream()
                .sorted(BookingViews.BY_START)
                .toList();
        var closing = new Closing(null, space.id(), slot, wish.reason().strip());
        return ClosureViews.of(closing, space, preview.of(caller, space, hit));
    }

    /** A space that the caller manages. */
    public SpaceCard space(Caller caller, String spaceId) {
        return managed(caller, spaceId).card(caller.locale(), null);
    }

    /** The closures of a space that are not over, by start. */
    public Page<ClosureView> list(Caller caller, String spaceId, int page, int size) {
        Listed space = managed(caller, spaceId);
        List<Closing> all = blocking.after(space, clock.instant());
        List<Closing> items = all.stream().skip((long) page * size).limit(size).toList();
        return new Page<>(shown.of(caller, space, items), all.size(), page, size);
    }

    public ClosureView get(Caller caller, String spaceId, String closureId) {
        return find(caller, spaceId, closureId).orElseThrow(() -> Refused.notFound("closure", closureId));
    }

    /** Empty where there is no such closure, or it was lifted before it began. */
    public Optional<ClosureView> find(Caller caller, String spaceId, String closureId) {
        Listed space = managed(caller, spaceId);
        return blocking.find(space, closureId).map(closing -> shown.of(caller, space, closing));
    }

    /**
     * Opens a space again from now on. Bookings that have not been moved get it back; whoever lifts a closure calls
     * {@link #rehouse} next.
     *
     * @throws Refused where there is no such closure, or it is over
     */
    @Retried
    public void lift(Caller caller, String spaceId, String closureId) {
        Listed space = managed(caller, spaceId);
        blocking.unblock(space, closureId);
        displaced.of(Set.of(closureId)).stream()
                .filter(Closures::isOpen)
                .forEach(hit -> seeTo(closureId, hit.bookingId()));
    }

    /** Closes a day that has not as many bookings as it needs, when the time has come; later, if it has moved. */
    @Retried
    public void closeUnlessBooked(Caller caller, String spaceId, LocalDate day) {
        caller.mustBeAdministrator();
        Listed space = views.space(spaceId);
        calendar.lock(List.of(space));
        Instant now = clock.instant();
        PolicyView policy = policies.read(space);
        List<OpenDay> days = openings.of(space, day, day.plusDays(1));
        Minimum.of(policy, days, day).ifPresent(minimum -> {
            if (now.isBefore(minimum.by())) {
                timers.set(Appointments.MINIMUM_DUE, spaceId + "/" + day, minimum.by());
                return;
            }
            long booked = limits.countAt(spaceId, day, minimum.by());
            if (booked < minimum.needed()) {
                String reason = Stream.of(Locale.ENGLISH, Locale.CHINESE)
                        .map(locale -> Messages.text(locale, "closure.too-few", booked, minimum.needed()))
                        .collect(Collectors.joining(" / "));
                days.get(0).open().stream()
                        .filter(open -> open.end().isAfter(now))
                        .forEach(open -> shut(space, open, reason));
            }
        });
    }

    private Listed managed(Caller caller, String spaceId) {
        caller.mustBeSignedIn();
        Listed space = views.space(spaceId);
        Set<Thing> things = Stream.of(
                        space.organisation().id(), space.organisation().parent())
                .filter(id -> id != null)
                .map(Thing::organisation)
                .collect(Collectors.toSet());
        caller.mustHave(Role.OWNER, things);
        return space;
    }

    private TimeRange checked(CloseSpace wish) {
        new Fields()
                .required("start", wish.start())
                .required("end", wish.end())
                .required("reason", Fields.blankToNull(wish.reason()))
                .text("reason", wish.reason(), LONGEST_REASON)
                .check();
        TimeRange slot = Fields.slot(wish.start(), wish.end());
        List<Violation> broken = new ArrayList<>();
        if (!onStep(slot.start())) {
            broken.add(Violation.of("five-minutes", "start", "policy.five-minutes"));
        }
        if (!onStep(slot.end())) {
            broken.add(Violation.of("five-minutes", "end", "policy.five-minutes"));
        }
        Instant now = clock.instant();
        if (!slot.end().isAfter(now)) {
            broken.add(Violation.of("closure-to-come", "end", "closure.policy.past"));
        }
        if (slot.length().compareTo(LONGEST) > 0) {
            broken.add(Violation.of("closure-longest", "end", "closure.policy.longest", LONGEST));
        }
        if (!broken.isEmpty()) {
            throw new Refused(Reason.POLICY, broken, "closure.policy");
        }
        Instant present = Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), STEP_MILLIS) * STEP_MILLIS);
        return slot.start().isBefore(present) ? new TimeRange(present, slot.end()) : slot;
    }

    private static boolean onStep(Instant moment) {
        return moment.toEpochMilli() % STEP_MILLIS == 0 && moment.getNano() % 1_000_000 == 0;
    }
}
