package org.evenhall.reports.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds the figures of spaces up, by group and in all. A space may be in several groups (it belongs to two alliances) and
 * may be added several times (once for each month): in a group and in all it counts as one space, and in all its hours
 * count once, whatever the number of its groups.
 */
public final class Tally {

    private final Map<Group, Map<String, Figures>> byGroup = new HashMap<>();
    private final Map<String, Figures> all = new HashMap<>();

    /**
     * What a group, or everything, comes to.
     *
     * @param group null for everything
     * @param spaces how many different spaces were counted
     */
    public record Sum(Group group, int spaces, Figures figures) {}

    public void add(Collection<Group> groups, String spaceId, Figures figures) {
        for (Group group : groups) {
            byGroup.computeIfAbsent(group, fresh -> new HashMap<>()).merge(spaceId, figures, Figures::plus);
        }
        all.merge(spaceId, figures, Figures::plus);
    }

    public List<Sum> rows(Comparator<Group> order) {
        return byGroup.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(order))
                .map(each -> sum(each.getKey(), each.getValue()))
                .toList();
    }

    public Sum total() {
        return sum(null, all);
    }

    private static Sum sum(Group group, Map<String, Figures> bySpace) {
        return new Sum(group, bySpace.size(), bySpace.values().stream().reduce(Figures.NOTHING, Figures::plus));
    }
}
