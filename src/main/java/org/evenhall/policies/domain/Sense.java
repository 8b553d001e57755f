package org.evenhall.policies.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenhall.kernel.Violation;
import org.evenhall.policies.PolicyView;
import org.evenhall.policies.PolicyView.Stated;
import org.evenhall.policies.PolicyView.StatedBy;
import org.evenhall.policies.StateLimit;

/** Whether what a level states makes sense, by itself and together with what it inherits. One violation per field. */
public final class Sense {

    private static final int MOST = 10_000;

    private final Statement stated;
    private final List<Violation> faults = new ArrayList<>();
    private final Set<String> fields = new HashSet<>();

    private Sense(Statement stated) {
        this.stated = stated;
    }

    /** What is wrong with single values and limits, before anything is made of them. */
    public static List<Violation> faults(Statement stated, StatedBy level) {
        var sense = new Sense(stated);
        Terms.ALL.forEach(sense::single);
        for (int i = 0; i < stated.limits().size(); i++) {
            sense.limit(stated.limits().get(i), "limits[" + i + "]", level);
        }
        sense.onlyOnce();
        return sense.faults;
    }

    /** What does not go together, where the level states one of the two values. */
    public static List<Violation> contradictions(Statement stated, PolicyView inForce) {
        var sense = new Sense(stated);
        sense.ordered(Terms.SHORTEST, inForce.shortest(), Terms.LONGEST_SLOT, inForce.longest(), false);
        sense.ordered(Terms.PEOPLE_FROM, inForce.peopleFrom(), Terms.PEOPLE_TO, inForce.peopleTo(), false);
        sense.ordered(Terms.AGE_FROM, inForce.ageFrom(), Terms.AGE_TO, inForce.ageTo(), false);
        sense.ordered(
                Terms.RESERVABLE_FROM,
                inForce.reservableFrom(),
                Terms.RESERVABLE_UNTIL,
                inForce.reservableUntil(),
                true);
        sense.ordered(Terms.VISIBLE_FROM, inForce.visibleFrom(), Terms.VISIBLE_UNTIL, inForce.visibleUntil(), true);
        if (inForce.releases().value() == null) {
            sense.ordered(
                    Terms.NOTICE_AT_LEAST,
                    inForce.noticeAtLeast(),
                    Terms.NOTICE_AT_MOST,
                    inForce.noticeAtMost(),
                    false);
        }
        return sense.faults;
    }

    private <T> void single(Term<T> term) {
        Optional<Violation> fault = term.fault(stated.value(term));
        fault.ifPresent(this::add);
    }

    private void limit(StateLimit limit, String field, StatedBy level) {
        required(field + ".per", limit.per());
        required(field + ".measure", limit.measure());
        required(field + ".most", limit.most());
        if (limit.most() != null && (limit.most() < 1 || limit.most() > MOST)) {
            add(Violation.of("invalid", field + ".most", "policy.stated.range", 1, MOST));
        }
        if (limit.within() == StatedBy.PART || limit.within().compareTo(level) < 0) {
            add(Violation.of("invalid", field + ".within", "policy.stated.within", within(level)));
        }
    }

    private static String within(StatedBy level) {
        return switch (level) {
            case CITY -> "CITY, ORGANISATION, SPACE";
            case ORGANISATION -> "ORGANISATION, SPACE";
            case SPACE, PART -> "SPACE";
        };
    }

    private void onlyOnce() {
        Set<String> rules = new HashSet<>();
        for (int i = 0; i < stated.limits().size(); i++) {
            StateLimit limit = stated.limits().get(i);
            boolean whole = limit.per() != null && limit.measure() != null;
            if (whole && !rules.add(Statement.rule(limit))) {
                add(Violation.of("twice", "limits[" + i + "]", "policy.stated.twice"));
            }
        }
    }

    private void required(String field, Object value) {
        if (value == null) {
            add(Violation.of("required", field, "violation.NotNull"));
        }
    }

    /** The fault lies with the second field, or with the first where only that one is stated here. */
    private <T extends Comparable<? super T>> void ordered(
            Term<T> firstTerm, Stated<T> first, Term<T> secondTerm, Stated<T> second, boolean strictly) {
        boolean here = stated.states(firstTerm) || stated.states(secondTerm);
        if (!here || first.value() == null || second.value() == null) {
            return;
        }
        int order = first.value().compareTo(second.value());
        if (order < 0 || order == 0 && !strictly) {
            return;
        }
        boolean secondIsHere = stated.states(secondTerm);
        String key = (secondIsHere ? "policy.stated.not-below" : "policy.stated.not-above") + (strictly ? ".day" : "");
        add(Violation.of(
                "order",
                (secondIsHere ? secondTerm : firstTerm).field(),
                key,
                (secondIsHere ? firstTerm : secondTerm).field(),
                secondIsHere ? first.value() : second.value()));
    }

    private void add(Violation violation) {
        if (fields.add(violation.field())) {
            faults.add(violation);
        }
    }
}
