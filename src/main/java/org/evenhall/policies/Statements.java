package org.evenhall.policies;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhall.policies.PolicyView.StatedBy;
import org.evenhall.policies.domain.Statement;
import org.evenhall.policies.domain.Term;
import org.evenhall.policies.domain.Terms;

/** What is said at the door, as what is kept behind it, and back. */
final class Statements {

    private Statements() {}

    /** @param level counts where a limit does not say within what it counts */
    static Statement of(StatePolicy said, StatedBy level) {
        Map<Term<?>, Object> values = new HashMap<>();
        put(values, Terms.RESERVABLE_FROM, said.reservableFrom());
        put(values, Terms.RESERVABLE_UNTIL, said.reservableUntil());
        put(values, Terms.VISIBLE_FROM, said.visibleFrom());
        put(values, Terms.VISIBLE_UNTIL, said.visibleUntil());
        put(values, Terms.START_GRID, said.startGrid());
        put(values, Terms.SHORTEST, said.shortest());
        put(values, Terms.LONGEST_SLOT, said.longest());
        put(values, Terms.NOTICE_AT_LEAST, said.noticeAtLeast());
        put(values, Terms.NOTICE_AT_MOST, said.noticeAtMost());
        put(values, Terms.RELEASES, said.releases());
        put(values, Terms.BUFFER_BEFORE, said.bufferBefore());
        put(values, Terms.BUFFER_AFTER, said.bufferAfter());
        put(values, Terms.PEOPLE_FROM, said.peopleFrom());
        put(values, Terms.PEOPLE_TO, said.peopleTo());
        put(values, Terms.NO_TWO_PLACES, said.noTwoPlaces());
        put(values, Terms.AUDIENCE, said.audience());
        put(values, Terms.AREAS, said.areas());
        put(values, Terms.AGE_FROM, said.ageFrom());
        put(values, Terms.AGE_TO, said.ageTo());
        put(values, Terms.MEMBERS, said.members());
        put(values, Terms.APPROVAL_NEEDED, said.approvalNeeded());
        put(values, Terms.DECISION_BEFORE, said.decisionBefore());
        put(values, Terms.MINIMUM_BOOKINGS, said.minimumBookings());
        put(values, Terms.MINIMUM_BY, said.minimumBy());
        put(values, Terms.CANCEL_BEFORE, said.cancelBefore());
        put(values, Terms.CHECK_IN_NEEDED, said.checkInNeeded());
        put(values, Terms.CHECK_IN_OPENS, said.checkInOpens());
        put(values, Terms.CHECK_IN_CLOSES, said.checkInCloses());
        put(values, Terms.CHECK_IN_CODE, said.checkInCode());
        put(values, Terms.PRICE_PER_HOUR, said.pricePerHour());
        put(values, Terms.ALLOCATION, said.allocation());
        put(values, Terms.PURPOSES, said.purposes());
        put(values, Terms.NO_SHOWS_TO_PAUSE, said.noShowsToPause());
        put(values, Terms.NO_SHOW_DAYS, said.noShowDays());
        put(values, Terms.PAUSE_DAYS, said.pauseDays());
        put(values, Terms.REMINDERS, said.reminders());
        put(values, Terms.HOLD_FOR, said.holdFor());
        put(values, Terms.OFFER_FOR, said.offerFor());
        put(values, Terms.PROPOSAL_FOR, said.proposalFor());
        Statement stated = new Statement(values, limits(said.limits(), level));
        return level == StatedBy.CITY ? stated.complete() : stated;
    }

    private static List<StateLimit> limits(List<StateLimit> said, StatedBy level) {
        StatedBy usual = level == StatedBy.PART ? StatedBy.SPACE : level;
        return said == null
                ? List.of()
                : said.stream()
                        .map(limit -> limit.within() == null
                                ? new StateLimit(limit.per(), limit.measure(), limit.most(), usual)
                                : limit)
                        .toList();
    }

    private static <T> void put(Map<Term<?>, Object> values, Term<T> term, T value) {
        if (value != null) {
            values.put(term, value);
        }
    }

    static StatePolicy command(Statement stated) {
        return new StatePolicy(
                stated.value(Terms.RESERVABLE_FROM),
                stated.value(Terms.RESERVABLE_UNTIL),
                stated.value(Terms.VISIBLE_FROM),
                stated.value(Terms.VISIBLE_UNTIL),
                stated.value(Terms.START_GRID),
                stated.value(Terms.SHORTEST),
                stated.value(Terms.LONGEST_SLOT),
                stated.value(Terms.NOTICE_AT_LEAST),
                stated.value(Terms.NOTICE_AT_MOST),
                stated.value(Terms.RELEASES),
                stated.value(Terms.BUFFER_BEFORE),
                stated.value(Terms.BUFFER_AFTER),
                stated.value(Terms.PEOPLE_FROM),
                stated.value(Terms.PEOPLE_TO),
                stated.limits(),
                stated.value(Terms.NO_TWO_PLACES),
                stated.value(Terms.AUDIENCE),
                stated.value(Terms.AREAS),
                stated.value(Terms.AGE_FROM),
                stated.value(Terms.AGE_TO),
                stated.value(Terms.MEMBERS),
                stated.value(Terms.APPROVAL_NEEDED),
                stated.value(Terms.DECISION_BEFORE),
                stated.value(Terms.MINIMUM_BOOKINGS),
                stated.value(Terms.MINIMUM_BY),
                stated.value(Terms.CANCEL_BEFORE),
                stated.value(Terms.CHECK_IN_NEEDED),
                stated.value(Terms.CHECK_IN_OPENS),
                stated.value(Terms.CHECK_IN_CLOSES),
                stated.value(Terms.CHECK_IN_CODE),
                stated.value(Terms.PRICE_PER_HOUR),
                stated.value(Terms.ALLOCATION),
                stated.value(Terms.PURPOSES),
                stated.value(Terms.NO_SHOWS_TO_PAUSE),
                stated.value(Terms.NO_SHOW_DAYS),
                stated.value(Terms.PAUSE_DAYS),
                stated.value(Terms.REMINDERS),
                stated.value(Terms.HOLD_FOR),
                stated.value(Terms.OFFER_FOR),
                stated.value(Terms.PROPOSAL_FOR));
    }
}
