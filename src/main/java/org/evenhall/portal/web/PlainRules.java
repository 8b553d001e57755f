package org.evenhall.portal.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.evenhall.kernel.Purpose;
import org.evenhall.platform.faces.Say;
import org.evenhall.policies.PolicyView;
import org.evenhall.policies.PolicyView.Allocation;
import org.evenhall.policies.PolicyView.Audience;
import org.evenhall.policies.PolicyView.Limit;
import org.evenhall.policies.PolicyView.Stated;
import org.evenhall.policies.PolicyView.StatedBy;

/** The rules of a space in plain words, each with the level that states it. What restricts nobody is not told. */
final class PlainRules {

    /** A rule and where it comes from. */
    public record Rule(String text, String from) {}

    private final PolicyView policy;
    private final Say say;
    private final List<Rule> rules = new ArrayList<>();

    private PlainRules(PolicyView policy, Say say) {
        this.policy = policy;
        this.say = say;
    }

    /**
     * @param areas how the reader calls the areas of some ids
     * @param organisations the same for organisations
     */
    static List<Rule> of(
            PolicyView policy,
            Function<Collection<String>, List<String>> areas,
            Function<Collection<String>, List<String>> organisations,
            Say say) {
        var plain = new PlainRules(policy, say);
        plain.times();
        plain.whoMay(areas, organisations);
        policy.limits().forEach(plain::limit);
        plain.afterBooking();
        return List.copyOf(plain.rules);
    }

    private void times() {
        if (policy.allocation().value() == Allocation.ROUND) {
            add(policy.allocation(), "rule.allocation");
        }
        add(
                policy.longest().from(),
                "rule.length",
                policy.shortest().value(),
                policy.longest().value());
        add(policy.startGrid(), "rule.grid");
        add(policy.reservableFrom(), "rule.reservable-from");
        if (policy.reservableUntil().value() != null) {
            add(
                    policy.reservableUntil().from(),
                    "rule.reservable-until",
                    policy.reservableUntil().value().minusDays(1));
        }
        var releases = policy.releases().value();
        if (releases == null) {
            add(policy.noticeAtMost(), "rule.ahead");
        } else {
            add(policy.releases().from(), "rule.releases", releases.weekday(), releases.time(), releases.days());
        }
        add(policy.noticeAtLeast(), "rule.before");
        Duration before = policy.bufferBefore().value();
        Duration after = policy.bufferAfter().value();
        if (!before.isZero() || !after.isZero()) {
            add(policy.bufferAfter().from(), "rule.buffers", before, after);
        }
    }

    private void whoMay(
            Function<Collection<String>, List<String>> areas,
            Function<Collection<String>, List<String>> organisations) {
        if (policy.audience().value() == Audience.VERIFIED) {
            add(policy.audience(), "rule.audience");
        }
        if (!policy.areas().value().isEmpty()) {
            add(policy.areas().from(), "rule.areas", areas.apply(policy.areas().value()));
        }
        if (!policy.members().value().isEmpty()) {
            add(
                    policy.members().from(),
                    "rule.members",
                    organisations.apply(policy.members().value()));
        }
        atLeast(policy.ageFrom(), 1, "rule.age-from");
        add(policy.ageTo(), "rule.age-to");
        atLeast(policy.peopleFrom(), 2, "rule.people-from");
        add(policy.peopleTo(), "rule.people-to");
        if (policy.purposes().value().size() < Purpose.values().length) {
            add(policy.purposes(), "rule.purposes");
        }
        if (policy.noTwoPlaces().value()) {
            add(policy.noTwoPlaces(), "rule.no-two-places");
        }
    }

    private void limit(Limit limit) {
        add(limit.from(), "rule." + limit.rule(), limit.most());
    }

    private void afterBooking() {
        if (policy.approvalNeeded().value()) {
            add(
                    policy.approvalNeeded().from(),
                    "rule.approval",
                    policy.decisionBefore().value());
        }
        if (policy.minimumBookings().value() > 0) {
            add(
                    policy.minimumBookings().from(),
                    "rule.minimum",
                    policy.minimumBookings().value(),
                    policy.minimumBy().value());
        }
        if (policy.checkInNeeded().value()) {
            checkIn();
        }
        if (policy.pricePerHour().value().signum() > 0) {
            add(policy.pricePerHour(), "rule.price");
        }
        if (policy.cancelBefore().value().isZero()) {
            rules.add(new Rule(say.text("rule.cancel"), null));
        } else {
            add(policy.cancelBefore(), "rule.cancel-before");
        }
    }

    private void checkIn() {
        add(
                policy.checkInNeeded().from(),
                "rule.check-in",
                policy.checkInOpens().value(),
                policy.checkInCloses().value());
        if (policy.checkInCode().value()) {
            add(policy.checkInCode(), "rule.check-in-code");
        }
        if (policy.pauseDays().value() > 0) {
            add(
                    policy.pauseDays().from(),
                    "rule.no-shows",
                    policy.noShowsToPause().value(),
                    policy.noShowDays().value(),
                    policy.pauseDays().value());
        }
    }

    private void atLeast(Stated<Integer> stated, int least, String key) {
        if (stated.value() != null && stated.value() >= least) {
            add(stated, key);
        }
    }

    /** One value, unless it says nothing. */
    private void add(Stated<?> stated, String key) {
        boolean nothing = stated.value() == null || stated.value() instanceof Duration length && length.isZero();
        if (!nothing) {
            add(stated.from(), key, stated.value());
        }
    }

    private void add(StatedBy from, String key, Object... values) {
        rules.add(new Rule(say.text(key, values), say.label(from)));
    }
}
