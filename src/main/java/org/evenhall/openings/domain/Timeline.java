package org.evenhall.openings.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.evenhall.openings.Interval;

/** Lays the pieces of successive local days on the line of instants. */
final class Timeline {

    private final ZoneId zone;
    private final int most;
    private final List<Interval> intervals = new ArrayList<>();

    Timeline(ZoneId zone, int most) {
        this.zone = zone;
        this.most = most;
    }

    /** @return whether there was still room for it */
    boolean add(LocalDate day, DayShape.Piece piece) {
        var last = intervals.isEmpty() ? null : intervals.get(intervals.size() - 1);
        var start = at(day, piece.from());
        var end = at(day, piece.to());
        if (last != null && start.isBefore(last.end())) {
            start = last.end(); // the clock's change in spring moves what it skips into what follows
        }
        if (!start.isBefore(end)) {
            return true;
        }
        if (last != null && last.unknown() == piece.unknown() && last.end().equals(start)) {
            intervals.set(intervals.size() - 1, new Interval(last.start(), end, last.unknown()));
            return true;
        }
        intervals.add(new Interval(start, end, piece.unknown()));
        return intervals.size() <= most;
    }

    /** By {@link ZonedDateTime#ofLocal}: a skipped time moves by the length of the gap, a repeated one is the first. */
    private Instant at(LocalDate day, int minute) {
        return ZonedDateTime.ofLocal(LocalDateTime.of(day, LocalTime.MIN).plusMinutes(minute), zone, null)
                .toInstant();
    }

    List<Interval> intervals() {
        return List.copyOf(intervals);
    }
}
