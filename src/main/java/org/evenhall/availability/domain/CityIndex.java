package org.evenhall.availability.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.evenhall.availability.Margins;
import org.evenhall.kernel.TimeRange;
import org.evenhall.openings.OpenDay;
import org.evenhall.spaces.Listed;

/**
 * The free cells of every space of a city for a stretch of UTC days, in memory, answering by bit arithmetic: 44 bytes a
 * space and day, and where spaces share a site or places are given out some more for each day on which somebody has
 * something. It is built from opening hours and day sheets and follows them by {@link #apply}.
 */
public final class CityIndex {

    private final Listed[] spaces;
    private final Map<String, Integer> ordinals = new HashMap<>();
    private final Site[] sites;
    /** Where in its site a space stands. */
    private final int[] within;
    /** How many fit into a space when nobody is there. */
    private final int[] most;
    /** By space and day, for spaces given by places: how many are left, null where as many as there are at most. */
    private final Steps[][] left;

    private final Hours hours;
    private final int firstDay;
    private final DayRow[] rows;
    /** Counted after each change and read before each search, so that what was changed before is seen after. */
    private final AtomicLong changes = new AtomicLong();

    /** Is told each published space that is free in {@code [fromCell, toCell)}, and for how many. */
    @FunctionalInterface
    public interface Hits {
        void hit(int ordinal, Listed space, long fromCell, long toCell, int places);
    }

    /** A stretch in which a space is free, and how many fit in throughout. */
    public record Run(long fromCell, long toCell, int places) {}

    /**
     * @param firstDay first UTC day, in days since the epoch
     * @param days how many days
     * @param sheets the sheets of a day; a space without one has nothing taken
     */
    public CityIndex(
            Collection<Listed> catalogue,
            Hours hours,
            Margins margins,
            int firstDay,
            int days,
            IntFunction<? extends Collection<DaySheet>> sheets) {
        this.spaces = catalogue.toArray(Listed[]::new);
        this.sites = new Site[spaces.length];
        this.within = new int[spaces.length];
        this.most = new int[spaces.length];
        this.left = new Steps[spaces.length][];
        this.hours = hours;
        this.firstDay = firstDay;
        this.rows = new DayRow[days];
        for (int i = 0; i < days; i++) {
            rows[i] = new DayRow(spaces.length);
        }
        Map<String, List<Listed>> bySite = new LinkedHashMap<>();
        for (int i = 0; i < spaces.length; i++) {
            ordinals.put(spaces[i].id(), i);
            bySite.computeIfAbsent(spaces[i].site(), site -> new ArrayList<>()).add(spaces[i]);
        }
        List<Site> all = bySite.values().stream()
                .map(ofSite -> settle(new Parts(ofSite, margins)))
                .toList();
        for (int i = 0; i < days; i++) {
            sheets.apply(firstDay + i).forEach(this::load);
        }
        all.stream().filter(Site::keepsSheets).forEach(this::deriveKept);
    }

    /** Makes a place for a site; its spaces are free whenever they are open. */
    private Site settle(Parts parts) {
        int[] itsOrdinals = new int[parts.count()];
        for (int i = 0; i < itsOrdinals.length; i++) {
            itsOrdinals[i] = ordinals.get(parts.space(i).id());
        }
        Site site = new Site(parts, itsOrdinals, firstDay, rows.length);
        for (int i = 0; i < itsOrdinals.length; i++) {
            int ordinal = itsOrdinals[i];
            spaces[ordinal] = parts.space(i);
            sites[ordinal] = site;
            within[ordinal] = i;
            most[ordinal] = parts.most(i);
            left[ordinal] = parts.byPlaces(i) ? new Steps[rows.length] : null;
            long[] open = parts.most(i) == 0
                    ? new long[rows.length * Cells.WORDS]
                    : openCells(parts.space(i), firstDay, rows.length);
            for (int day = 0; day < rows.length; day++) {
                rows[day].versions[ordinal] = 0;
                System.arraycopy(open, day * Cells.WORDS, rows[day].free, ordinal * Cells.WORDS, Cells.WORDS);
            }
        }
        return site;
    }

    /** While the index is built: the cells are those that are open, and each sheet comes once. */
    private void load(DaySheet sheet) {
        Integer ordinal = ordinals.get(sheet.spaceId());
        if (ordinal == null || !covers(sheet.day())) {
            return;
        }
        Site site = sites[ordinal];
        row(sheet.day()).versions[ordinal] = (int) sheet.version();
        if (site.keepsSheets()) {
            site.keep(within[ordinal], sheet);
        } else {
            takeOff(site, within[ordinal], sheet.day(), openNow(ordinal, sheet.day()), site.days(sheet));
        }
    }

    private void deriveKept(Site site) {
        IntFunction<PartsDay> days = site.days(null);
        for (int day = firstDay; day < firstDay + rows.length; day++) {
            if (site.isTouched(day, days)) {
                for (int i = 0; i < site.ordinals.length; i++) {
                    takeOff(site, i, day, openNow(site.ordinals[i], day), days);
                }
            }
        }
    }

    private long[] openNow(int ordinal, int day) {
        long[] open = new long[Cells.WORDS];
        System.arraycopy(row(day).free, ordinal * Cells.WORDS, open, 0, Cells.WORDS);
        return open;
    }

    /** Makes a day of a space what is open, less what is not left. */
    private void takeOff(Site site, int i, int day, long[] open, IntFunction<PartsDay> days) {
        Left ofDay = site.parts.left(i, day, days);
        for (int word = 0; word < Cells.WORDS; word++) {
            open[word] &= ofDay.free()[word];
        }
        int ordinal = site.ordinals[i];
        if (left[ordinal] != null) {
            left[ordinal][day - firstDay] = ofDay.places(open);
        }
        System.arraycopy(open, 0, row(day).free, ordinal * Cells.WORDS, Cells.WORDS);
    }

    /** Open cells of UTC days. A local day may begin a day before its UTC day, and an opening last till 48:00. */
    private long[] openCells(Listed space, int fromDay, int days) {
        long[] cells = new long[days * Cells.WORDS];
        if (!space.published()) {
            return cells;
        }
        LocalDate first = LocalDate.ofEpochDay(fromDay).minusDays(2);
        LocalDate end = LocalDate.ofEpochDay((long) fromDay + days).plusDays(1);
        for (OpenDay openDay : hours.of(space, first, end)) {
            for (TimeRange range : openDay.open()) {
                long from = Cells.ceil(range.start());
                long to = Cells.floor(range.end());
                for (int day = Math.max(fromDay, Cells.day(from));
                        day < fromDay + days && day <= Cells.lastDay(to);
                        day++) {
                    Cells.set(cells, (day - fromDay) * Cells.WORDS, day, from, to);
                }
            }
        }
        return cells;
    }

    public boolean covers(int day) {
        return day >= firstDay && day < firstDay + rows.length;
    }

    public int spaces() {
        return spaces.length;
    }

    /** Takes a sheet over; one that is older than what is here, or of another stretch of days, changes nothing. */
    public void apply(DaySheet sheet) {
        Integer ordinal = ordinals.get(sheet.spaceId());
        if (ordinal == null || !covers(sheet.day())) {
            return;
        }
        Site site = sites[ordinal];
        synchronized (site) {
            int[] versions = row(sheet.day()).versions;
            if (versions[ordinal] >= sheet.version()) {
                return;
            }
            versions[ordinal] = (int) sheet.version();
            site.keep(within[ordinal], sheet);
            IntFunction<PartsDay> days = site.days(sheet);
            for (int day : site.touched(sheet.day())) {
                for (int i = 0; covers(day) && i < site.ordinals.length; i++) {
                    takeOff(site, i, day, openCells(site.parts.space(i), day, 1), days);
                }
            }
        }
        changes.incrementAndGet();
    }

    /**
     * Works a site out anew: its hours, margins, capacities or whatever else may have changed. Nothing is applied
     * meanwhile.
     *
     * @param ofSite all its spaces
     * @param sheets all its sheets within these days
     * @return false, and nothing is changed, where other spaces belong to the site than before
     */
    public boolean renew(Collection<Listed> ofSite, Margins margins, Collection<DaySheet> sheets) {
        for (Listed space : ofSite) {
            Integer ordinal = ordinals.get(space.id());
            if (ordinal == null
                    || !sites[ordinal].parts.space(0).site().equals(space.site())
                    || sites[ordinal].parts.count() != ofSite.size()) {
                return false;
            }
        }
        Site site = settle(new Parts(ofSite, margins));
        sheets.forEach(this::load);
        if (site.keepsSheets()) {
            deriveKept(site);
        }
        changes.incrementAndGet();
        return true;
    }

    /** Tells the wanted spaces that are free in all of {@code [fromCell, toCell)}. */
    public void throughout(long fromCell, long toCell, Wanted wanted, Hits hits) {
        int first = Cells.day(fromCell);
        int last = Cells.lastDay(toCell);
        if (changes.get() < 0 || !covers(first) || !covers(last)) {
            return;
        }
        wanted.among(spaces.length);
        long[][] masks = new long[last - first + 1][];
        for (int i = 0; i < masks.length; i++) {
            masks[i] = Cells.mask(first + i, fromCell, toCell);
        }
        for (int ordinal = 0; ordinal < spaces.length; ordinal++) {
            boolean free = true;
            for (int i = 0; free && i < masks.length; i++) {
                free = row(first + i).hasAllOf(ordinal, masks[i]);
            }
            if (free) {
                tellIfWanted(hits, wanted, ordinal, fromCell, toCell);
            }
        }
    }

    private void tellIfWanted(Hits hits, Wanted wanted, int ordinal, long fromCell, long toCell) {
        if (most[ordinal] >= wanted.people() && wanted.test(ordinal, spaces[ordinal])) {
            int places = places(ordinal, fromCell, toCell);
            if (places >= wanted.people()) {
                hits.hit(ordinal, spaces[ordinal], fromCell, toCell, places);
            }
        }
    }

    /** Whether a space is free for so many in all of {@code [fromCell, toCell)}. */
    public boolean isFree(String spaceId, long fromCell, long toCell, int people) {
        Integer ordinal = ordinals.get(spaceId);
        boolean free = ordinal != null && changes.get() >= 0;
        for (int day = Cells.day(fromCell); free && day <= Cells.lastDay(toCell); day++) {
            free = covers(day) && row(day).hasAllOf(ordinal, Cells.mask(day, fromCell, toCell));
        }
        return free && places(ordinal, fromCell, toCell) >= people;
    }

    /** How many fit in all of {@code [fromCell, toCell)}, which is free. */
    private int places(int ordinal, long fromCell, long toCell) {
        int least = most[ordinal];
        Steps[] days = left[ordinal];
        if (days == null) {
            return least;
        }
        for (int day = Cells.day(fromCell); day <= Cells.lastDay(toCell); day++) {
            Steps ofDay = days[day - firstDay];
            if (ofDay != null) {
                long start = (long) day * Cells.PER_DAY;
                int from = (int) Math.max(0, fromCell - start);
                least = Math.min(least, ofDay.least(from, (int) Math.min(Cells.PER_DAY, toCell - start)));
            }
        }
        return least;
    }

    /** Tells of each wanted space the first run of {@code length} cells inside {@code [fromCell, toCell)} that is free. */
    public void firstRuns(long fromCell, long toCell, int length, Wanted wanted, Hits hits) {
        if (toCell - fromCell < length) {
            return;
        }
        wanted.among(spaces.length);
        Window window = new Window(fromCell, toCell);
        boolean oneWord = window.isOneWord() && covers(Cells.day(fromCell)) && changes.get() >= 0;
        long[] free = oneWord ? row(Cells.day(fromCell)).free : null;
        for (int ordinal = 0; ordinal < spaces.length; ordinal++) {
            int start;
            if (oneWord && (left[ordinal] == null || wanted.people() == 1)) {
                start = Window.firstRun(window.ofOneDay(free, ordinal * Cells.WORDS), length);
            } else {
                fill(window, ordinal, wanted.people());
                start = window.firstRun(length);
            }
            if (start >= 0) {
                tellIfWanted(hits, wanted, ordinal, fromCell + start, fromCell + start + length);
            }
        }
    }

    /** The free stretches of a space inside {@code [fromCell, toCell)}, a new one wherever the number changes. */
    public List<Run> free(String spaceId, long fromCell, long toCell) {
        Integer ordinal = ordinals.get(spaceId);
        if (ordinal == null || toCell <= fromCell) {
            return List.of();
        }
        Window window = new Window(fromCell, toCell);
        fill(window, ordinal, 1);
        return window.runs(cell -> places(ordinal, cell, cell + 1));
    }

    /** Makes it the free cells of a space in which so many fit; a day not covered has none. */
    private void fill(Window window, int ordinal, int people) {
        window.clear();
        if (changes.get() < 0) {
            return;
        }
        for (int day = window.firstDay(); day <= window.lastDay(); day++) {
            if (covers(day)) {
                Steps ofDay = left[ordinal] == null ? null : left[ordinal][day - firstDay];
                if (ofDay == null || people == 1) {
                    window.lay(day, row(day).free, ordinal * Cells.WORDS);
                } else {
                    long[] free = openNow(ordinal, day);
                    ofDay.clearBelow(people, free);
                    window.lay(day, free, 0);
                }
            }
        }
        window.trim();
    }

    private DayRow row(int day) {
        return rows[day - firstDay];
    }
}
