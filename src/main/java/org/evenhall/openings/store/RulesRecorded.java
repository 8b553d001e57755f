package org.evenhall.openings.store;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules that this transaction records; the book in memory takes them over once it has committed. */
public record RulesRecorded(List<StatedRule> rules) {

    public RulesRecorded {
        rules = List.copyOf(rules);
    }

    Set<String> statedByOwners() {
        return rules.stream()
                .filter(StatedRule::byOwner)
                .map(StatedRule::spaceId)
                .collect(Collectors.toSet());
    }
}
