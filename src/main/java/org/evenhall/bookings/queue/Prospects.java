package org.evenhall.bookings.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenhall.bookings.desk.Examination;
import org.evenhall.bookings.domain.Waiting;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.bookings.domain.rules.BookingRules;
import org.evenhall.kernel.TimeRange;
import org.evenhall.policies.Policies;
import org.evenhall.policies.PolicyView;
import org.evenhall.spaces.Listed;

/**
 * What somebody who waits could book, were it free. All rules are asked but those that count what else the person has booked:
 * they are asked when the offer is accepted, with the person locked.
 */
@ApplicationScoped
public class Prospects {

    private static final Duration TICK = Duration.ofMillis(1);

    private Policies policies;
    private Examination examination;

    protected Prospects() {}

    @Inject
    public Prospects(Policies policies, Examination examination) {
        this.policies = policies;
        this.examination = examination;
    }

    /** The rules of a space, as the database has them. */
    public PolicyView policy(Listed space) {
        return policies.read(space);
    }

    /** The longest time that any of these spaces keeps free before or after a booking. No query. */
    public Duration reach(Collection<Listed> spaces) {
        return spaces.stream()
                .map(policies::of)
                .flatMap(policy -> Stream.of(
                        policy.bufferBefore().value(), policy.bufferAfter().value()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** What the entry would ask of a space; nothing is known of the person yet. No query. */
    public Wish wish(Waiting entry, Listed space, PolicyView policy) {
        return examination.prospect(entry.personId(), space, policy, entry.slot(), entry.people());
    }

    /** Whether a space is open in all of a slot. No query. */
    public boolean isOpen(Listed space, TimeRange slot) {
        return examination
                .prospect(null, space, policies.of(space), slot, 1)
                .opening()
                .isPresent();
    }

    /**
     * Until when it could be offered: not longer than the rules say, and not so long that it could no longer be booked. Empty
     * where a rule is against it.
     */
    public Optional<Instant> deadline(Wish wish) {
        PolicyView policy = wish.policy();
        Instant last = wish.slot().start().minus(policy.noticeAtLeast().value());
        if (policy.approvalNeeded().value()) {
            last = earlier(
                    last,
                    wish.slot().start().minus(policy.decisionBefore().value()).minus(TICK));
        }
        Instant until = earlier(last, wish.now().plus(policy.offerFor().value()));
        return until.isAfter(wish.now()) && mayBook(wish) ? Optional.of(until) : Optional.empty();
    }

    boolean mayBook(Wish wish) {
        return BookingRules.broken(examination.withBooker(wish)).isEmpty();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
