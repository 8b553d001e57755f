package org.evenhall.portal.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.evenhall.availability.FreeDay;
import org.evenhall.availability.FreeSpace;
import org.evenhall.kernel.TimeRange;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.platform.faces.Say;
import org.evenhall.spaces.Amenity;
import org.evenhall.spaces.SpaceCard;

/** A free room as lists show it: what it is, how its evening looks, and the one time that can be booked by a click. */
public record RoomCard(
        SpaceCard space,
        EveningBar evening,
        String eveningInWords,
        String freeUntil,
        TimeRange slot,
        String times,
        String when) {

    /** @param slot as much of the time asked for as the rules of the space allow */
    static RoomCard of(FreeSpace found, TimeRange slot, FreeDay day, EveningBar bar, Moment moment, Say say) {
        var zone = moment.zone();
        return new RoomCard(
                found.space().card(say.getLocale(), found.distance()),
                bar,
                inWords(day, moment, say),
                freeUntil(day, slot, zone, say),
                slot,
                say.times(slot.start(), slot.end(), zone),
                say.when(at(slot.start(), zone), at(slot.end(), zone), zone));
    }

    /** What leads to the form that books this time. */
    public String getBookAddress() {
        return PageAddress.book(
                space.id(), slot.start(), slot.end(), space.venue().zone());
    }

    public List<Amenity> getAmenities() {
        return space.amenities().stream().limit(4).toList();
    }

    /** "free 18:00 to 19:30, 20:30 to 21:30; taken 19:30 to 20:30". */
    private static String inWords(FreeDay day, Moment moment, Say say) {
        var zone = moment.zone();
        var free = day.freeFor(1);
        var taken = TakenTimes.of(day, moment.now());
        return taken.isEmpty()
                ? say.text("evening.free", listed(free, zone, say))
                : say.text("evening.free-and-taken", listed(free, zone, say), listed(taken, zone, say));
    }

    private static String listed(List<TimeRange> ranges, ZoneId zone, Say say) {
        return ranges.stream()
                .map(range -> say.times(range.start(), range.end(), zone))
                .collect(Collectors.joining(say.text("say.comma")));
    }

    private static String freeUntil(FreeDay day, TimeRange slot, ZoneId zone, Say say) {
        Instant end = day.freeFor(1).stream()
                .filter(range -> range.contains(slot.start()))
                .map(TimeRange::end)
                .findFirst()
                .orElse(slot.end());
        boolean closes = day.open().stream().anyMatch(open -> open.end().equals(end));
        return say.text(closes ? "room.open-until" : "room.free-until", say.endTime(end, day.date(), zone));
    }

    static OffsetDateTime at(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toOffsetDateTime();
    }
}
