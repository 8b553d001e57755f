package org.evenhall.policies.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.evenhall.policies.PolicyView;
import org.evenhall.policies.PolicyView.Limit;
import org.evenhall.policies.PolicyView.Stated;
import org.evenhall.policies.PolicyView.StatedBy;

/**
 * The levels that hold for a thing, the city first and the thing itself last. Of each value the last level counts that
 * states it; limits all hold together.
 */
public final class Levels {

    private final List<Level> levels;

    /** A thing on the way from the city down, and what it states. */
    private record Level(StatedBy by, String holder, Statement stated) {}

    /** A thing on that way. */
    public record Link(StatedBy by, String holder) {}

    private Levels(List<Level> levels) {
        this.levels = levels;
    }

    /** @param stated what a thing states, by its id */
    public static Levels of(List<Link> chain, Function<String, Statement> stated) {
        return new Levels(chain.stream()
                .map(link -> new Level(link.by(), link.holder(), stated.apply(link.holder())))
                .toList());
    }

    /** All that holds together. */
    public PolicyView inForce() {
        return new PolicyView(
                nearest(Terms.RESERVABLE_FROM),
                nearest(Terms.RESERVABLE_UNTIL),
                nearest(Terms.VISIBLE_FROM),
                nearest(Terms.VISIBLE_UNTIL),
                nearest(Terms.START_GRID),
                nearest(Terms.SHORTEST),
                nearest(Terms.LONGEST_SLOT),
                nearest(Terms.NOTICE_AT_LEAST),
                nearest(Terms.NOTICE_AT_MOST),
                releases(),
                nearest(Terms.BUFFER_BEFORE),
                nearest(Terms.BUFFER_AFTER),
                nearest(Terms.PEOPLE_FROM),
                nearest(Terms.PEOPLE_TO),
                limits(),
                nearest(Terms.NO_TWO_PLACES),
                nearest(Terms.AUDIENCE),
                nearest(Terms.AREAS),
                nearest(Terms.AGE_FROM),
                nearest(Terms.AGE_TO),
                nearest(Terms.MEMBERS),
                nearest(Terms.APPROVAL_NEEDED),
                nearest(Terms.DECISION_BEFORE),
                nearest(Terms.MINIMUM_BOOKINGS),
                nearest(Terms.MINIMUM_BY),
                nearest(Terms.CANCEL_BEFORE),
                nearest(Terms.CHECK_IN_NEEDED),
                nearest(Terms.CHECK_IN_OPENS),
                nearest(Terms.CHECK_IN_CLOSES),
                nearest(Terms.CHECK_IN_CODE),
                nearest(Terms.PRICE_PER_HOUR),
                nearest(Terms.ALLOCATION),
                nearest(Terms.PURPOSES),
                nearest(Terms.NO_SHOWS_TO_PAUSE),
                nearest(Terms.NO_SHOW_DAYS),
                nearest(Terms.PAUSE_DAYS),
                nearest(Terms.REMINDERS),
                nearest(Terms.HOLD_FOR),
                nearest(Terms.OFFER_FOR),
                nearest(Terms.PROPOSAL_FOR));
    }

    /** What the levels before the last say of a value. */
    public <T> Optional<Stated<T>> above(Term<T> term) {
        var above = new Levels(levels.subList(0, levels.size() - 1));
        return above.levels.isEmpty() ? Optional.empty() : Optional.of(above.nearest(term));
    }

    private <T> Stated<T> nearest(Term<T> term) {
        Level level = levels.get(place(term));
        return new Stated<>(level.stated().value(term), level.by());
    }

    /** The last level that states it. The city states everything. */
    private int place(Term<?> term) {
        for (int i = levels.size() - 1; i >= 0; i--) {
            if (levels.get(i).stated().states(term)) {
                return i;
            }
        }
        throw new IllegalStateException("The city states no " + term);
    }

    /** Releases and the plain notice answer the same question, so the one that is stated nearer counts. */
    private Stated<PolicyView.Release> releases() {
        int notice = place(Terms.NOTICE_AT_MOST);
        return notice > place(Terms.RELEASES)
                ? new Stated<>(null, levels.get(notice).by())
                : nearest(Terms.RELEASES);
    }

    private List<Limit> limits() {
        List<Limit> limits = new ArrayList<>();
        for (Level level : levels) {
            level.stated()
                    .limits()
                    .forEach(limit -> limits.add(new Limit(
                            limit.per(), limit.measure(), limit.most(), limit.within(), level.by(), level.holder())));
        }
        limits.sort(Comparator.comparing(Limit::per)
                .thenComparing(Limit::measure)
                .thenComparing(Limit::within)
                .thenComparing(Limit::from));
        return limits;
    }
}
