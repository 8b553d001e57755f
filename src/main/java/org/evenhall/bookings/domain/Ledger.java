package org.evenhall.bookings.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.evenhall.kernel.TimeRange;

/**
 * The bookings that count against a wish: those of the booker, and those of everybody in the booker's groups where a
 * limit per group holds. It is read under the locks of the person and the groups, so that no rival adds to it.
 *
 * @param entries bookings that hold or held their time, as far back as any limit looks
 */
public record Ledger(List<Entry> entries, List<Group> groups) {

    public static final Ledger EMPTY = new Ledger(List.of(), List.of());

    public Ledger {
        entries = List.copyOf(entries);
        groups = List.copyOf(groups);
    }

    /**
     * A booking that counts.
     *
     * @param within ids of all that it lies in: the space, those that the space is a part of, the organisation
     * @param day the local day of the opening that it belongs to
     * @param open whether it is still to come or going on, as far as its state says; its end says the rest
     */
    public record Entry(
            String bookerId, String spaceId, Set<String> within, TimeRange slot, LocalDate day, boolean open) {

        public Entry {
            within = Set.copyOf(within);
        }

        boolean isOpenAt(Instant now) {
            return open && slot.end().isAfter(now);
        }
    }

    /** A group that the booker belongs to, with the ids of all its members. */
    public record Group(String id, String name, Set<String> members) {

        public Group {
            members = Set.copyOf(members);
        }
    }

    public long open(Predicate<Entry> counted, Instant now) {
        return entries.stream()
                .filter(counted)
                .filter(entry -> entry.isOpenAt(now))
                .count();
    }

    /** How long the bookings of the days {@code [from, to)} are together. */
    public Duration booked(Predicate<Entry> counted, LocalDate from, LocalDate to) {
        return entries.stream()
                .filter(counted)
                .filter(entry -> !entry.day().isBefore(from) && entry.day().isBefore(to))
                .map(entry -> entry.slot().length())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
