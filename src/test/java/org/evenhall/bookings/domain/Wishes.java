package org.evenhall.bookings.domain;

import static org.evenhall.spaces.ListedSpaces.aSpace;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.evenhall.kernel.TimeRange;
import org.evenhall.openings.OpenDay;
import org.evenhall.policies.PolicyView;
import org.evenhall.policies.PolicyView.Limit;
import org.evenhall.policies.PolicyView.Stated;
import org.evenhall.policies.PolicyView.StatedBy;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.ListedSpaces;

/**
 * Wishes for tests: on Sunday, 22 November 2026 at noon somebody asks for a room for eight in Berlin on Monday, which is
 * open from 18:00 to 21:30, by the rules of the demo city.
 */
public final class Wishes {

    public static final Instant NOW = berlin("2026-11-22T12:00");

    private TimeRange slot = slot("2026-11-23T18:30", "2026-11-23T20:30");
    private int people = 2;
    private final List<OpenDay> days = new ArrayList<>(List.of(open("2026-11-23T18:00", "2026-11-23T21:30")));
    private Duration noticeAtLeast = Duration.ZERO;
    private final Map<StatedBy, Integer> openBookings = new EnumMap<>(StatedBy.class);

    private Wishes() {}

    public static Wishes aWish() {
        return new Wishes();
    }

    public Wishes from(String start, String end) {
        slot = slot(start, end);
        return this;
    }

    public Wishes forPeople(int howMany) {
        people = howMany;
        return this;
    }

    public Wishes onDays(OpenDay... openDays) {
        days.clear();
        days.addAll(List.of(openDays));
        return this;
    }

    public Wishes withNoticeOf(Duration notice) {
        noticeAtLeast = notice;
        return this;
    }

    public Wishes havingOpen(StatedBy within, int bookings) {
        openBookings.put(within, bookings);
        return this;
    }

    public Wish wish() {
        Listed space = aSpace("room").holding(8).listed();
        return new Wish(
                "person",
                space,
                slot,
                people,
                policy(noticeAtLeast),
                days,
                within -> openBookings.getOrDefault(within, 0),
                NOW);
    }

    public static PolicyView policy(Duration noticeAtLeast) {
        return new PolicyView(
                byCity(Duration.ofMinutes(30)),
                byCity(Duration.ofMinutes(30)),
                byCity(Duration.ofHours(3)),
                byCity(noticeAtLeast),
                byCity(Duration.ofDays(30)),
                List.of(new Limit(10, StatedBy.CITY, StatedBy.CITY), new Limit(3, StatedBy.SPACE, StatedBy.CITY)));
    }

    private static <T> Stated<T> byCity(T value) {
        return new Stated<>(value, StatedBy.CITY);
    }

    public static OpenDay open(String from, String to) {
        return new OpenDay(LocalDate.parse(from.substring(0, 10)), List.of(slot(from, to)), null);
    }

    public static TimeRange slot(String from, String to) {
        return new TimeRange(berlin(from), berlin(to));
    }

    public static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(ListedSpaces.BERLIN).toInstant();
    }
}
