package org.evenhall.availability.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.evenhall.availability.Margins;
import org.evenhall.availability.Margins.Margin;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.Sharing;

/**
 * The spaces of a site as a tree of parts, and what each has left when claims and closures are taken off. It says of
 * cells what {@link Occupancy} says of a wish; opening hours are for others to add. Does not change.
 */
final class Parts {

    /** Enclosing ones first. */
    private final Listed[] spaces;
    /** By space: the one of the same part range that comes first. What lies in the same range shares a node of the tree. */
    private final int[] node;
    /** By node: that of the narrowest range around it, or -1. */
    private final int[] parent;

    private final int[] before;
    private final int[] after;
    private final int[] most;

    Parts(Collection<Listed> ofSite, Margins margins) {
        spaces = ofSite.stream()
                .sorted(Comparator.comparingInt(Listed::partFrom)
                        .thenComparing(Listed::partTo, Comparator.reverseOrder())
                        .thenComparing(Listed::id))
                .toArray(Listed[]::new);
        node = new int[spaces.length];
        parent = new int[spaces.length];
        before = new int[spaces.length];
        after = new int[spaces.length];
        most = new int[spaces.length];
        for (int i = 0; i < spaces.length; i++) {
            Margin margin = margins.of(spaces[i]);
            before[i] = cells(margin.before());
            after[i] = cells(margin.after());
            place(i);
        }
        for (int i = 0; i < spaces.length; i++) {
            most[i] = mostOf(i);
        }
    }

    private static int cells(Duration margin) {
        return Math.toIntExact(-Math.floorDiv(-margin.toMillis(), Cells.MILLIS));
    }

    private void place(int i) {
        int around = i == 0 ? -1 : node[i - 1];
        while (around >= 0 && spaces[around].partTo() < spaces[i].partTo()) {
            around = parent[around];
        }
        boolean same = around >= 0
                && spaces[around].partFrom() == spaces[i].partFrom()
                && spaces[around].partTo() == spaces[i].partTo();
        node[i] = same ? around : i;
        parent[i] = same ? parent[around] : around;
    }

    /** The most that may ever be had of a space: its capacity, or what those around it that are given by places allow. */
    private int mostOf(int i) {
        int least = spaces[i].capacity();
        for (int around : placesAround(i)) {
            least = Math.min(least, spaces[around].capacity());
        }
        return byPlaces(i) || least == spaces[i].capacity() ? least : 0;
    }

    /** The spaces given by places whose part range encloses that of this one, itself among them. */
    int[] placesAround(int i) {
        List<Integer> around = new ArrayList<>();
        for (int each = node[i]; each >= 0; each = parent[each]) {
            for (int other = each; other < spaces.length && node[other] == each; other++) {
                if (byPlaces(other)) {
                    around.add(other);
                }
            }
        }
        return around.stream().mapToInt(Integer::intValue).toArray();
    }

    int count() {
        return spaces.length;
    }

    Listed space(int i) {
        return spaces[i];
    }

    int indexOf(String spaceId) {
        for (int i = 0; i < spaces.length; i++) {
            if (spaces[i].id().equals(spaceId)) {
                return i;
            }
        }
        return -1;
    }

    int node(int i) {
        return node[i];
    }

    int parent(int itsNode) {
        return parent[itsNode];
    }

    boolean byPlaces(int i) {
        return spaces[i].sharing() == Sharing.PLACES;
    }

    /** How many a space has when nobody is there: places, or the capacity of what is had as a whole; 0 if never any. */
    int most(int i) {
        return most[i];
    }

    /** How many days around a day its claims may touch by somebody's margins. */
    int reach() {
        int reach = 0;
        for (int i = 0; i < spaces.length; i++) {
            reach = Math.max(reach, days(Math.max(before[i], after[i])));
        }
        return reach;
    }

    private static int days(int cells) {
        return (cells + Cells.PER_DAY - 1) / Cells.PER_DAY;
    }

    /**
     * What a space has left on a day.
     *
     * @param days what is known of a day, null where nobody has anything
     */
    Left left(int i, int day, IntFunction<PartsDay> days) {
        Left left = new Left(byPlaces(i), most[i]);
        for (int other = day - days(before[i]); other <= day + days(after[i]); other++) {
            PartsDay known = days.apply(other);
            if (known != null) {
                known.takeOffClaims(i, left, other - day, before[i], after[i]);
            }
        }
        PartsDay own = days.apply(day);
        if (own != null) {
            own.takeOffClosures(i, left);
        }
        return left;
    }
}
