package org.evenhall.bookings.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhall.availability.Calendar;
import org.evenhall.availability.ClaimWish;
import org.evenhall.availability.Holder;
import org.evenhall.availability.Waiters;
import org.evenhall.bookings.BookingNews;
import org.evenhall.bookings.desk.Admission;
import org.evenhall.bookings.desk.Appointments;
import org.evenhall.bookings.desk.Telling;
import org.evenhall.bookings.domain.Waiting;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.bookings.store.WaitStore;
import org.evenhall.identity.Caller;
import org.evenhall.policies.PolicyView;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;

/**
 * Gives freed time to those who wait for it, strictly in the order in which they came, in the transaction that frees it. An
 * entry is marked before it gets a claim, by an update that only one can make: two sites that become free at the same time
 * never offer twice to the same person, the second goes on to the next.
 */
@ApplicationScoped
public class Queue implements Waiters {

    private WaitStore store;
    private Prospects prospects;
    private Calendar calendar;
    private Catalogue catalogue;
    private Appointments appointments;
    private Telling telling;
    private Clock clock;

    protected Queue() {}

    @Inject
    public Queue(
            WaitStore store,
            Prospects prospects,
            Calendar calendar,
            Catalogue catalogue,
            Appointments appointments,
            Telling telling,
            Clock clock) {
        this.store = store;
        this.prospects = prospects;
        this.calendar = calendar;
        this.catalogue = catalogue;
        this.appointments = appointments;
        this.telling = telling;
        this.clock = clock;
    }

    @Override
    public void freed(Listed space, Instant from, Instant until) {
        Instant now = clock.instant();
        if (!until.isAfter(now)) {
            return;
        }
        List<Listed> spaces = catalogue.snapshot().touching(space).stream()
                .filter(catalogue::shows)
                .toList();
        Duration reach = prospects.reach(spaces);
        List<Waiting> waiting =
                store.waiting(spaces.stream().map(Listed::id).toList(), from.minus(reach), until.plus(reach), now);
        var round = new Round(from, until);
        waiting.forEach(entry -> round.serve(entry, spaces));
    }

    /** The best space comes first: the nearest to what was asked, then the smallest that is large enough. */
    public static List<Listed> bestFirst(Waiting entry, List<Listed> spaces) {
        return spaces.stream()
                .filter(entry::takes)
                .sorted(Comparator.comparingDouble((Listed space) ->
                                entry.filter() == null ? 0 : entry.filter().metresTo(space))
                        .thenComparingInt(Listed::capacity)
                        .thenComparing(Listed::id))
                .toList();
    }

    /** One stretch of freed time: what is known of it by now need not be asked again for the next in line. */
    private final class Round {

        private final Instant from;
        private final Instant until;
        private final Map<String, PolicyView> policies = new HashMap<>();
        private final List<ClaimWish> taken = new ArrayList<>();

        private Round(Instant from, Instant until) {
            this.from = from;
            this.until = until;
        }

        private void serve(Waiting entry, List<Listed> spaces) {
            for (Listed space : bestFirst(entry, spaces)) {
                Wish wish = prospects.wish(
                        entry, space, policies.computeIfAbsent(space.id(), id -> prospects.policy(space)));
                ClaimWish claim = Admission.slotOf(wish);
                if (isAffected(claim) && isFree(claim)) {
                    Optional<Instant> deadline = prospects.deadline(wish);
                    if (deadline.isPresent()) {
                        offer(entry, claim, deadline.get());
                        return;
                    }
                }
            }
        }

        private boolean isAffected(ClaimWish claim) {
            return claim.busyFrom().isBefore(until) && claim.busyUntil().isAfter(from);
        }

        /** While it goes on only more is taken: what could not be had a moment ago cannot be had now, nor more than that. */
        private boolean isFree(ClaimWish claim) {
            boolean knownTaken = taken.stream()
                    .anyMatch(less -> less.space().id().equals(claim.space().id())
                            && less.people() <= claim.people()
                            && !less.busyFrom().isBefore(claim.busyFrom())
                            && !less.busyUntil().isAfter(claim.busyUntil()));
            if (knownTaken) {
                return false;
            }
            boolean free = calendar.isFree(claim);
            if (!free) {
                taken.add(claim);
            }
            return free;
        }
    }

    private void offer(Waiting entry, ClaimWish claim, Instant until) {
        if (!store.offer(entry.id(), claim.space().id(), until)) {
            return;
        }
        if (!calendar.claimIfFree(Caller.system(), claim.heldBy(Holder.offer(entry.id()), until))) {
            throw new IllegalStateException(
                    "Taken under the lock of its site: " + claim.space().id());
        }
        appointments.waiting(entry.id(), until);
        telling.of(entry, BookingNews.Kind.OFFERED, claim.space(), until);
    }
}
