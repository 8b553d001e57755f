package org.evenhall.portal.web;

import java.util.ArrayList;
import java.util.List;
import org.evenhall.platform.faces.Say;
import org.evenhall.policies.PolicyView;
import org.evenhall.policies.PolicyView.Limit;
import org.evenhall.policies.PolicyView.StatedBy;

/** The rules of a space in plain words, each with the level that states it. */
final class PlainRules {

    /** A rule and where it comes from. */
    public record Rule(String text, String from) {}

    private final Say say;
    private final List<Rule> rules = new ArrayList<>();

    private PlainRules(Say say) {
        this.say = say;
    }

    static List<Rule> of(PolicyView policy, Say say) {
        var plain = new PlainRules(say);
        plain.add(
                policy.longest().from(),
                "rule.length",
                policy.shortest().value(),
                policy.longest().value());
        plain.add(policy.startGrid().from(), "rule.grid", policy.startGrid().value());
        plain.add(
                policy.noticeAtMost().from(),
                "rule.ahead",
                policy.noticeAtMost().value());
        if (!policy.noticeAtLeast().value().isZero()) {
            plain.add(
                    policy.noticeAtLeast().from(),
                    "rule.before",
                    policy.noticeAtLeast().value());
        }
        for (Limit limit : policy.limits()) {
            plain.add(limit.from(), "rule." + limit.rule(), limit.most());
        }
        plain.rules.add(new Rule(say.text("rule.cancel"), null));
        return List.copyOf(plain.rules);
    }

    private void add(StatedBy from, String key, Object... values) {
        rules.add(new Rule(say.text(key, values), say.label(from)));
    }
}
