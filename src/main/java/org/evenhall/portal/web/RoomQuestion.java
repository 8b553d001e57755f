package org.evenhall.portal.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.evenhall.availability.FreeSearch;
import org.evenhall.kernel.GeoPoint;
import org.evenhall.spaces.Amenity;
import org.evenhall.spaces.CatalogueFilter;
import org.evenhall.spaces.SpaceKind;

/**
 * "Where and when": what a resident asks, as it stands in an address. Whatever is missing or makes no sense is taken
 * from the evening that comes next, so that every address has an answer.
 *
 * @param near a place in words, null for the centre
 * @param at the point where the asker stands, if the browser was allowed to say so
 * @param from wall-clock minute of the day, {@code to} likewise and later
 * @param page number of the page, from 0
 */
public record RoomQuestion(
        String near,
        GeoPoint at,
        LocalDate day,
        int from,
        int to,
        int people,
        Set<Amenity> needs,
        boolean stepFree,
        SpaceKind kind,
        int page) {

    static final int EARLIEST = 7 * 60;
    static final int LATEST = 24 * 60;
    static final int STEP = 30;
    static final int DAYS_AHEAD = 31;
    private static final int EVENING = 18 * 60 + 30;
    private static final int TOO_LATE = 21 * 60;
    private static final int USUAL_LENGTH = 120;
    private static final int LONGEST_TEXT = 120;

    public RoomQuestion {
        needs = needs.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(needs));
    }

    /** The evening that comes next: tonight, or tomorrow when it is too late for tonight. */
    static RoomQuestion evening(LocalDateTime now) {
        int minute = now.getHour() * 60 + now.getMinute();
        int next = (minute + STEP - 1) / STEP * STEP;
        var today = now.toLocalDate();
        int from = minute > TOO_LATE ? EVENING : Math.max(EVENING, next);
        var day = minute > TOO_LATE ? today.plusDays(1) : today;
        return new RoomQuestion(null, null, day, from, from + USUAL_LENGTH, 2, Set.of(), false, null, 0);
    }

    /** @param parameters of the address; {@code need} may occur several times */
    static RoomQuestion of(Map<String, String[]> parameters, LocalDateTime now) {
        var asked = new Parameters(parameters);
        var usual = evening(now);
        var today = now.toLocalDate();
        var day = asked.day().filter(d -> !d.isBefore(today) && d.isBefore(today.plusDays(DAYS_AHEAD)));
        int from = asked.minute("from", EARLIEST, LATEST - STEP).orElse(usual.from());
        int to = asked.minute("to", EARLIEST + STEP, LATEST)
                .filter(end -> end > from)
                .orElse(Math.min(LATEST, from + USUAL_LENGTH));
        return new RoomQuestion(
                asked.text("near", LONGEST_TEXT),
                asked.point().orElse(null),
                day.orElse(usual.day()),
                from,
                to,
                asked.whole("people", 1, 1000).orElse(usual.people()),
                asked.needs(),
                asked.has("need", "STEP_FREE"),
                asked.kind().orElse(null),
                asked.whole("page", 0, 10_000).orElse(0));
    }

    RoomQuestion onPage(int number) {
        return new RoomQuestion(near, at, day, from, to, people, needs, stepFree, kind, number);
    }

    RoomQuestion withoutNeeds() {
        return new RoomQuestion(near, at, day, from, to, people, Set.of(), false, null, 0);
    }

    /** The address of the answers. */
    public String getAddress() {
        var parts = new ArrayList<String>();
        if (near != null) {
            parts.add("near=" + URLEncoder.encode(near, StandardCharsets.UTF_8));
        }
        if (at != null) {
            parts.add("at=" + at.lat() + "," + at.lon());
        }
        parts.add("day=" + day);
        parts.add("from=" + clock(from));
        parts.add("to=" + clock(to));
        parts.add("people=" + people);
        needs.forEach(need -> parts.add("need=" + need));
        if (stepFree) {
            parts.add("need=STEP_FREE");
        }
        if (kind != null) {
            parts.add("kind=" + kind);
        }
        if (page > 0) {
            parts.add("page=" + page);
        }
        return "/resident/rooms?" + String.join("&", parts);
    }

    /** The address where one waits for such a room, near a point. */
    String waitAddress(GeoPoint point) {
        String near = point == null ? "" : "near=" + point.lat() + "," + point.lon() + "&";
        String asked = new RoomQuestion(null, null, day, from, to, people, needs, stepFree, kind, 0).getAddress();
        return "/resident/wait?" + near + asked.substring(asked.indexOf('?') + 1);
    }

    /** All spaces that are free for the whole time, nearest first. */
    FreeSearch search(GeoPoint point) {
        return new FreeSearch(day, day.plusDays(1), Set.of(), from, to, null, people, filter(point));
    }

    /** The same wish at any time of the day asked or of the days after it: what is left when nothing else is. */
    FreeSearch anyTime(GeoPoint point, int days) {
        return new FreeSearch(day, day.plusDays(days), Set.of(), EARLIEST, LATEST, length(), people, filter(point));
    }

    Duration length() {
        return Duration.ofMinutes(to - (long) from);
    }

    boolean isNarrow() {
        return !needs.isEmpty() || stepFree || kind != null;
    }

    public String getFromClock() {
        return clock(from);
    }

    public String getToClock() {
        return clock(to);
    }

    /** The names of what is needed, as the boxes of the form carry them. */
    public List<String> getNeedNames() {
        var names = new ArrayList<>(needs.stream().map(Enum::name).toList());
        if (stepFree) {
            names.add("STEP_FREE");
        }
        return names;
    }

    static String clock(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }

    private CatalogueFilter filter(GeoPoint point) {
        return new CatalogueFilter(null, kind, null, null, null, point, null, people, needs, stepFree);
    }
}
