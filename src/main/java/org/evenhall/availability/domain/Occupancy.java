package org.evenhall.availability.domain;

import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Decides whether a wish for a part of a site fits between what is there: the one statement of what excludes what. Times
 * are epoch milliseconds, ranges half-open. Parts are nested intervals, so two that overlap lie one in the other.
 *
 * <ul>
 *   <li>A part taken whole needs that nothing whole touches it, that no places are given out in it or inside it, and that
 *       each enclosing space given out by places has as many places left as the part holds.
 *   <li>Places need that nothing whole takes their space or one that encloses it, and that their space and each enclosing
 *       one given out by places has so many left.
 *   <li>What is whole or closed strictly inside a space given out by places counts as its own number of places, and what
 *       lies inside such a thing does not count again.
 * </ul>
 */
public final class Occupancy {

    private final List<Part> byPlaces;
    private final Collection<Take> takes;
    private final Collection<Take> closures;

    /** A part given out by places, and how many it has. */
    public record Part(int from, int to, int places) {

        boolean encloses(int otherFrom, int otherTo) {
            return from <= otherFrom && otherTo <= to;
        }
    }

    /**
     * Something that takes a part for a time: a claim with its buffers, or a closure.
     *
     * @param whole whether it takes the part as a whole; a closure always does
     * @param places how many places it takes, or the part has
     */
    public record Take(int from, int to, boolean whole, int places, long start, long end) {

        boolean touches(int otherFrom, int otherTo) {
            return from < otherTo && otherFrom < to;
        }

        boolean liesIn(int otherFrom, int otherTo) {
            return otherFrom <= from && to <= otherTo;
        }

        boolean encloses(int otherFrom, int otherTo) {
            return from <= otherFrom && otherTo <= to;
        }

        boolean isAt(long moment) {
            return start <= moment && moment < end;
        }

        public boolean meets(long from, long until) {
            return start < until && from < end;
        }

        /** The same from one moment to another at most; nothing where it does not reach there. */
        public Optional<Take> within(long from, long until) {
            return meets(from, until)
                    ? Optional.of(
                            new Take(this.from, this.to, whole, places, Math.max(start, from), Math.min(end, until)))
                    : Optional.empty();
        }
    }

    /** @param byPlaces all parts of the site that are given out by places */
    public Occupancy(List<Part> byPlaces, Collection<Take> takes, Collection<Take> closures) {
        this.byPlaces = byPlaces;
        this.takes = takes;
        this.closures = closures;
    }

    /** Whether a closure forbids the wish in its bare slot {@code [wish.start, wish.end)}. */
    public boolean closed(Take wish) {
        return closures.stream().anyMatch(closure -> forbids(closure, wish));
    }

    /** A closed seat leaves its reading room open, with a place less; a hall with a closed half cannot be had whole. */
    public static boolean forbids(Take closure, Take wish) {
        return closure.meets(wish.start, wish.end)
                && (wish.whole ? closure.touches(wish.from, wish.to) : closure.encloses(wish.from, wish.to));
    }

    /** Whether the wish, its buffers within {@code [wish.start, wish.end)}, fits between all takes. */
    public boolean fits(Take wish) {
        for (Take take : takes) {
            if (take.meets(wish.start, wish.end) && excludes(take, wish)) {
                return false;
            }
        }
        return byPlaces.stream()
                .filter(part -> part.encloses(wish.from, wish.to))
                .allMatch(part -> left(part, wish.start, wish.end) >= wish.places);
    }

    /** Whether two takes can never share a moment, whatever else there is. */
    public static boolean excludes(Take take, Take wish) {
        if (!take.touches(wish.from, wish.to)) {
            return false;
        }
        return wish.whole
                ? take.whole || take.liesIn(wish.from, wish.to)
                : take.whole && take.encloses(wish.from, wish.to);
    }

    /**
     * The fewest places that a part has left at any moment of {@code [start, end)}, whole takes of it left aside; below 0
     * where more are taken than there are, as when a seat is closed that somebody has booked a place for.
     */
    public int left(Part part, long start, long end) {
        NavigableSet<Long> moments = new TreeSet<>();
        moments.add(start);
        for (Collection<Take> several : List.of(takes, closures)) {
            for (Take take : several) {
                for (long moment : new long[] {take.start, take.end}) { // what an ended take stood for counts again
                    if (moment > start && moment < end && take.liesIn(part.from, part.to)) {
                        moments.add(moment);
                    }
                }
            }
        }
        int most = moments.stream().mapToInt(moment -> load(part, moment)).max().orElse(0);
        return part.places - most;
    }

    private int load(Part part, long moment) {
        int load = 0;
        for (Take take : takes) {
            if (take.isAt(moment)
                    && take.liesIn(part.from, part.to)
                    && !(take.whole && take.encloses(part.from, part.to))
                    && !counted(part, take, moment)) {
                load += take.places;
            }
        }
        for (Take closure : closures) {
            if (closure.isAt(moment)
                    && closure.liesIn(part.from, part.to)
                    && !closure.encloses(part.from, part.to)
                    && !counted(part, closure, moment)) {
                load += closure.places;
            }
        }
        return load;
    }

    /** Whether something whole or closed inside the part encloses this and stands for it already. */
    private boolean counted(Part part, Take take, long moment) {
        return takes.stream().anyMatch(other -> other.whole && standsFor(part, other, take, moment))
                || closures.stream().anyMatch(other -> standsFor(part, other, take, moment));
    }

    private boolean standsFor(Part part, Take other, Take take, long moment) {
        if (other == take
                || !other.isAt(moment)
                || !other.encloses(take.from, take.to)
                || other.encloses(part.from, part.to)
                || !other.liesIn(part.from, part.to)) {
            return false;
        }
        boolean same = take.encloses(other.from, other.to);
        return !same || !take.whole || rank(other) < rank(take);
    }

    /** Of two that stand for the same part, one is counted: takes before closures, then in the order in which they were given. */
    private int rank(Take take) {
        int place = 0;
        for (Collection<Take> several : List.of(takes, closures)) {
            for (Take each : several) {
                if (each == take) {
                    return place;
                }
                place++;
            }
        }
        return place;
    }
}
