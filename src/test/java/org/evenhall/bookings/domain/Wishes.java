package org.evenhall.bookings.domain;

import static org.evenhall.policies.CityPolicy.aPolicy;
import static org.evenhall.spaces.ListedSpaces.aSpace;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.evenhall.kernel.Purpose;
import org.evenhall.kernel.TimeRange;
import org.evenhall.openings.OpenDay;
import org.evenhall.policies.CityPolicy;
import org.evenhall.policies.PolicyView.StatedBy;
import org.evenhall.spaces.ListedSpaces;

/**
 * Wishes for tests: on Sunday, 22 November 2026 at noon somebody asks for a room for eight in Berlin on Monday, which is
 * open from 18:00 to 21:30, by the rules of the demo city.
 */
public final class Wishes {

    public static final Instant NOW = berlin("2026-11-22T12:00");

    /** Everything is called by its id. */
    private static final Names NAMES = new Names() {
        @Override
        public List<String> ofAreas(Collection<String> ids) {
            return List.copyOf(ids);
        }

        @Override
        public List<String> ofOrganisations(Collection<String> ids) {
            return List.copyOf(ids);
        }
    };

    private TimeRange slot = slot("2026-11-23T18:30", "2026-11-23T20:30");
    private int people = 2;
    private final List<OpenDay> days = new ArrayList<>(List.of(open("2026-11-23T18:00", "2026-11-23T21:30")));
    private final CityPolicy policy = aPolicy();
    private Booker booker = new Booker("person", false, null, Set.of(), Set.of(), null);
    private Purpose purpose = Purpose.STUDY;
    private Instant now = NOW;
    private int bookedThen;
    private final List<Ledger.Entry> entries = new ArrayList<>();
    private final List<Ledger.Group> groups = new ArrayList<>();

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

    /** The city states it, in place of what it states otherwise. */
    public Wishes where(String rule, String text) {
        policy.stating(rule, text);
        return this;
    }

    public Wishes where(StatedBy level, String holder, String rule, String text) {
        policy.stating(level, holder, rule, text);
        return this;
    }

    public Wishes forPurpose(Purpose what) {
        purpose = what;
        return this;
    }

    public Wishes by(Booker whom) {
        booker = whom;
        return this;
    }

    public Wishes at(Instant moment) {
        now = moment;
        return this;
    }

    /** So many bookings the day had when it needed enough. */
    public Wishes onADayWith(int bookings) {
        bookedThen = bookings;
        return this;
    }

    /** The person has that booking already. */
    public Wishes having(Ledger.Entry... bookings) {
        entries.addAll(List.of(bookings));
        return this;
    }

    /** Bookings of the person that are still to come, each on another day. */
    public Wishes havingOpen(int bookings, String spaceId) {
        for (int i = 1; i <= bookings; i++) {
            entries.add(
                    booked("person", spaceId, slot("2026-12-01T10:00", "2026-12-01T11:00"), LocalDate.of(2026, 12, i)));
        }
        return this;
    }

    public Wishes inGroup(Ledger.Group group) {
        groups.add(group);
        return this;
    }

    public static Ledger.Entry booked(String personId, String spaceId, TimeRange slot, LocalDate day) {
        return new Ledger.Entry(personId, spaceId, Set.of(spaceId, "organisation"), slot, day, true);
    }

    public Wish wish() {
        return new Wish(
                booker,
                aSpace("room").holding(8).listed(),
                slot,
                people,
                purpose,
                policy.view(),
                days,
                new Ledger(entries, groups),
                NAMES,
                bookedThen,
                now);
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
