package org.evenhall.spaces.domain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The spaces of a site as nested intervals: a part lies inside its whole and is narrower, parts of one whole lie beside
 * each other, so that two spaces touch exactly when their intervals overlap. Where there is no room for another part,
 * all intervals are numbered anew, with room to spare as long as there is any; the order stays.
 */
public final class Division {

    /** Numbers beyond this are given only where parts would not fit otherwise. */
    private static final long AMPLE = 1 << 30;

    private final Map<String, Range> ranges;
    private final Map<String, String> wholes = new HashMap<>();
    private final Map<String, List<String>> parts = new HashMap<>();

    /** Half-open. */
    public record Range(int from, int to) {

        public Range {
            if (from >= to) {
                throw new IllegalArgumentException("Nothing lies in [" + from + ", " + to + ")");
            }
        }

        public int width() {
            return to - from;
        }

        /** Whether the other one lies inside and is narrower. */
        public boolean encloses(Range other) {
            return from <= other.from && other.to <= to && other.width() < width();
        }
    }

    public Division(Map<String, Range> ranges) {
        this.ranges = Map.copyOf(ranges);
        Deque<String> around = new ArrayDeque<>();
        for (String id : inOrder()) {
            while (!around.isEmpty() && !ranges.get(around.peek()).encloses(ranges.get(id))) {
                around.pop();
            }
            if (!around.isEmpty()) {
                wholes.put(id, around.peek());
                parts.computeIfAbsent(around.peek(), key -> new ArrayList<>()).add(id);
            }
            around.push(id);
        }
    }

    /** By their beginning, the whole before its first part. */
    private List<String> inOrder() {
        return ranges.keySet().stream()
                .sorted(Comparator.comparing((String id) -> ranges.get(id).from())
                        .thenComparing(id -> -ranges.get(id).width())
                        .thenComparing(id -> id))
                .toList();
    }

    public Map<String, Range> ranges() {
        return ranges;
    }

    /**
     * The same with one more part, the last of its whole.
     *
     * @param id of the part
     * @param whole id of the space that it is a part of
     * @param room for how many parts of its own it has room from the beginning, at least 1
     */
    public Division with(String id, String whole, int room) {
        Map<String, Range> all = new HashMap<>(ranges);
        var free = free(ranges.get(whole), partsOf(whole), room);
        if (free.isPresent()) {
            all.put(id, free.get());
            return new Division(all);
        }
        return numberedAnew(id, whole, room);
    }

    /** The parts of a space that are not parts of a part, in order. */
    public List<String> partsOf(String whole) {
        return List.copyOf(parts.getOrDefault(whole, List.of()));
    }

    /** The narrowest space that encloses another. */
    public Optional<String> wholeOf(String id) {
        return Optional.ofNullable(wholes.get(id));
    }

    private Optional<Range> free(Range whole, List<String> parts, int width) {
        int from = parts.isEmpty()
                ? whole.from()
                : ranges.get(parts.get(parts.size() - 1)).to();
        return width < whole.width() && width <= whole.to() - from
                ? Optional.of(new Range(from, from + width))
                : Optional.empty();
    }

    private Division numberedAnew(String added, String whole, int room) {
        Map<String, List<String>> tree = new HashMap<>();
        parts.forEach((each, itsParts) -> tree.put(each, new ArrayList<>(itsParts)));
        tree.computeIfAbsent(whole, key -> new ArrayList<>()).add(added);
        List<String> roots =
                inOrder().stream().filter(id -> !wholes.containsKey(id)).toList();
        var numbering = new Numbering(tree, Map.of(added, room), true);
        if (roots.stream().mapToLong(numbering::width).sum() > AMPLE) {
            numbering = new Numbering(tree, Map.of(), false);
        }
        return new Division(numbering.of(roots));
    }

    private final class Numbering {

        private final Map<String, List<String>> tree;
        private final Map<String, Integer> rooms;
        private final boolean ample;
        private final Map<String, Long> widths = new HashMap<>();
        private final Map<String, Range> numbered = new HashMap<>();

        Numbering(Map<String, List<String>> tree, Map<String, Integer> rooms, boolean ample) {
            this.tree = tree;
            this.rooms = rooms;
            this.ample = ample;
        }

        /** A whole is wider than any of its parts; an ample one is twice as wide as all of them, so that as many follow. */
        long width(String id) {
            Long known = widths.get(id);
            if (known == null) {
                known = tree.containsKey(id) ? widthOfWhole(tree.get(id)) : widthOfPart(id);
                widths.put(id, known);
            }
            return known;
        }

        private long widthOfWhole(List<String> itsParts) {
            long sum = 0;
            long widest = 0;
            for (String part : itsParts) {
                sum += width(part);
                widest = Math.max(widest, width(part));
            }
            return ample ? Math.min(2 * sum, 2 * AMPLE) : Math.max(sum, widest + 1);
        }

        private long widthOfPart(String id) {
            if (!ample) {
                return 1;
            }
            Range present = ranges.get(id);
            return present == null ? rooms.get(id) : present.width();
        }

        Map<String, Range> of(List<String> roots) {
            place(roots, 0);
            return numbered;
        }

        private void place(List<String> beside, int from) {
            int next = from;
            for (String id : beside) {
                int to = Math.toIntExact(next + width(id));
                numbered.put(id, new Range(next, to));
                place(tree.getOrDefault(id, List.of()), next);
                next = to;
            }
        }
    }
}
