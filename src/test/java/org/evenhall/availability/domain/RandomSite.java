package org.evenhall.availability.domain;

import static org.evenhall.spaces.ListedSpaces.aSpace;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.evenhall.availability.Margins;
import org.evenhall.availability.Margins.Margin;
import org.evenhall.availability.domain.Occupancy.Part;
import org.evenhall.availability.domain.Occupancy.Take;
import org.evenhall.kernel.TimeRange;
import org.evenhall.openings.OpenDay;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.Sharing;

/**
 * A tree of parts with claims and closures, all drawn from a seed: what was claimed could be claimed at the time, closures
 * came as they liked. Every change has left a sheet, as the calendar would have written it.
 */
final class RandomSite {

    static final LocalDate FIRST = LocalDate.of(2026, 11, 22);
    static final int DAYS = 5;
    static final long FIRST_CELL = FIRST.toEpochDay() * Cells.PER_DAY;
    /** Open all day and night, so that only claims and closures decide. */
    static final Hours ALWAYS = (space, from, to) -> from.datesUntil(to)
            .map(day -> new OpenDay(
                    day,
                    List.of(new TimeRange(
                            day.atStartOfDay().toInstant(ZoneOffset.UTC),
                            day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC))),
                    null))
            .toList();

    final Random random;
    final List<Listed> spaces = new ArrayList<>();
    final Map<String, List<Take>> takes = new HashMap<>();
    final Map<String, List<Take>> closures = new HashMap<>();
    /** Every version of every sheet, in the order in which they were written. */
    final List<DaySheet> written = new ArrayList<>();

    private final Map<String, Margin> margins = new HashMap<>();
    private final Map<String, Integer> versions = new HashMap<>();
    private final String site;

    RandomSite(long seed, String site) {
        this.site = site;
        random = new Random(seed);
        divide(0, 64, random.nextInt(4));
        int longest = random.nextBoolean() ? 0 : random.nextInt(10) == 0 ? 400 : 7;
        spaces.forEach(space -> margins.put(space.id(), new Margin(cells(longest), cells(longest))));
        for (int n = random.nextInt(30); n >= 0; n--) {
            change();
        }
    }

    private Duration cells(int most) {
        return Duration.ofMinutes(5L * random.nextInt(most + 1));
    }

    /** @return what all people in it need: a part that is had as a whole holds those of its own parts */
    private int divide(int from, int to, int depth) {
        int inside = 0;
        int width = (to - from) / 4;
        for (int part = 0; depth > 0 && width > 0 && part < 1 + random.nextInt(3); part++) {
            inside += divide(from + part * width, from + part * width + width, depth - 1 - random.nextInt(2));
        }
        boolean byPlaces = random.nextBoolean();
        int capacity =
                byPlaces ? 1 + random.nextInt(random.nextInt(8) == 0 ? 400 : 12) : inside + random.nextInt(4) + 1;
        String id = from == 0 && to == 64 ? site : site + "-" + from + "-" + to;
        var space = aSpace(id).partOf(site, from, to).holding(capacity);
        spaces.add((byPlaces ? space.byPlaces() : space).listed());
        return capacity;
    }

    private void change() {
        Listed space = any();
        boolean whole = space.sharing() == Sharing.WHOLE || random.nextInt(5) == 0;
        int places = whole ? space.capacity() : 1 + random.nextInt(space.capacity());
        long from = FIRST_CELL + Cells.PER_DAY + random.nextInt(2 * Cells.PER_DAY);
        long to = from + 1 + random.nextInt(random.nextInt(10) == 0 ? 400 : 40);
        Take take = new Take(space.partFrom(), space.partTo(), whole, places, millis(from), millis(to));
        if (random.nextInt(4) == 0) {
            Take closure = new Take(take.from(), take.to(), true, space.capacity(), take.start(), take.end());
            closures.computeIfAbsent(space.id(), id -> new ArrayList<>()).add(closure);
            write(space, from, to);
        } else if (!occupancy(all(closures)).closed(take)
                && occupancy(all(closures)).fits(take)) {
            takes.computeIfAbsent(space.id(), id -> new ArrayList<>()).add(take);
            write(space, from, to);
        }
    }

    private void write(Listed space, long from, long to) {
        for (int day = Cells.day(from); day <= Cells.lastDay(to); day++) {
            int version = versions.merge(space.id() + day, 1, Integer::sum);
            written.add(derived(space, day).withVersion(version));
        }
    }

    DaySheet derived(Listed space, int day) {
        return DaySheet.of(
                space.id(),
                day,
                takes.getOrDefault(space.id(), List.of()),
                closures.getOrDefault(space.id(), List.of()));
    }

    Listed any() {
        return spaces.get(random.nextInt(spaces.size()));
    }

    private static long millis(long cell) {
        return Cells.start(cell).toEpochMilli();
    }

    private Occupancy occupancy(List<Take> closed) {
        List<Part> byPlaces = spaces.stream()
                .filter(space -> space.sharing() == Sharing.PLACES)
                .map(space -> new Part(space.partFrom(), space.partTo(), space.capacity()))
                .toList();
        return new Occupancy(byPlaces, all(takes), closed);
    }

    private static List<Take> all(Map<String, List<Take>> ofSpaces) {
        return ofSpaces.values().stream().flatMap(List::stream).toList();
    }

    Margins margins() {
        return space -> margins.get(space.id());
    }

    /** What the calendar would say now of the wish for so many; of a space had as a whole, of the wish for all of it. */
    boolean canBeClaimed(Listed space, long fromCell, long toCell, int people) {
        boolean whole = space.sharing() == Sharing.WHOLE;
        int places = whole ? space.capacity() : people;
        Instant from = Cells.start(fromCell);
        Instant to = Cells.start(toCell);
        Margin margin = margins.get(space.id());
        Take bare = new Take(space.partFrom(), space.partTo(), whole, places, from.toEpochMilli(), to.toEpochMilli());
        Take wide = new Take(
                space.partFrom(),
                space.partTo(),
                whole,
                places,
                from.minus(margin.before()).toEpochMilli(),
                to.plus(margin.after()).toEpochMilli());
        List<Take> closed = all(closures).stream()
                .flatMap(closure -> closure.within(bare.start(), bare.end()).stream())
                .toList();
        return people <= space.capacity()
                && !occupancy(all(closures)).closed(bare)
                && occupancy(closed).fits(wide);
    }

    /** The sheets of a day as they are now. */
    List<DaySheet> sheets(int day) {
        Map<String, DaySheet> last = new HashMap<>();
        written.stream().filter(sheet -> sheet.day() == day).forEach(sheet -> last.put(sheet.spaceId(), sheet));
        return List.copyOf(last.values());
    }

    CityIndex index() {
        return new CityIndex(spaces, ALWAYS, margins(), (int) FIRST.toEpochDay(), DAYS, this::sheets);
    }
}
