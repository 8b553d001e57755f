package org.evenhall.portal.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhall.availability.FreeDay;
import org.evenhall.bookings.Offer;
import org.evenhall.kernel.TimeRange;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.platform.faces.Say;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.Sharing;

/** Seven days of a space as free and taken time, all on one scale of hours. */
final class Week {

    private static final Duration USUAL_LENGTH = Duration.ofHours(2);
    private static final int EVENING_FROM = 17;
    private static final int EVENING_TO = 22;
    private static final int MIDNIGHT = 24;

    private final String spaceId;
    private final boolean byPlaces;
    private final List<FreeDay> days;
    private final Function<FreeDay, List<Offer>> offers;
    private final Moment moment;
    private final Say say;

    Week(Listed space, List<FreeDay> days, Function<FreeDay, List<Offer>> offers, Moment moment, Say say) {
        this.spaceId = space.id();
        this.byPlaces = space.sharing() == Sharing.PLACES;
        this.days = days;
        this.offers = offers;
        this.moment = moment;
        this.say = say;
    }

    List<WeekDay> days() {
        int first = days.stream()
                .flatMap(Week::open)
                .mapToInt(this::firstHour)
                .min()
                .orElse(EVENING_FROM);
        int last = days.stream()
                .flatMap(day -> open(day).map(open -> lastHour(day, open)))
                .mapToInt(hour -> hour)
                .max()
                .orElse(EVENING_TO);
        return days.stream()
                .map(day -> weekDay(day, Math.min(first, last - 1), last))
                .toList();
    }

    private WeekDay weekDay(FreeDay day, int firstHour, int lastHour) {
        var found = offers.apply(day);
        var free = day.freeFor(1).stream()
                .map(range -> freeTime(day, range, found))
                .toList();
        var taken = TakenTimes.of(day, moment.now()).stream()
                .map(range -> say.times(range.start(), range.end(), zone()))
                .collect(Collectors.joining(say.text("say.comma")));
        return new WeekDay(
                day.date(),
                say.dayWithDate(day.date(), zone()),
                EveningBar.of(day, null, firstHour, lastHour, moment),
                free,
                taken,
                day.open().isEmpty() || day.closure() != null ? closed(day) : null);
    }

    private String closed(FreeDay day) {
        if (day.closure() != null) {
            return say.text("policy.closed", day.closure());
        }
        boolean ordinary = day.reason() == null || day.reason().equals("closed.that-day");
        return ordinary ? say.text("week.closed") : say.text(day.reason(), day.date());
    }

    private WeekDay.FreeTime freeTime(FreeDay day, TimeRange free, List<Offer> found) {
        var address = found.stream()
                .filter(offer -> free.contains(offer.start()))
                .findFirst()
                .map(offer -> PageAddress.book(spaceId, offer.start(), end(offer), zone()))
                .orElse(null);
        return new WeekDay.FreeTime(
                say.times(free.start(), free.end(), zone()), address, byPlaces ? places(day, free) : null);
    }

    private String places(FreeDay day, TimeRange free) {
        var places = day.free().stream()
                .filter(range -> free.encloses(range.slot()))
                .mapToInt(FreeDay.FreeRange::places)
                .summaryStatistics();
        return say.text(places.getMin() == places.getMax() ? "week.places" : "week.places-least", places.getMin());
    }

    private static Instant end(Offer offer) {
        var usual = offer.start().plus(USUAL_LENGTH);
        return usual.isAfter(offer.longestEnd()) ? offer.longestEnd() : usual;
    }

    private static Stream<TimeRange> open(FreeDay day) {
        return day.open().stream();
    }

    private int firstHour(TimeRange open) {
        return LocalDateTime.ofInstant(open.start(), zone()).getHour();
    }

    /** The hour in which an opening ends; past midnight it is counted under the day it began on. */
    private int lastHour(FreeDay day, TimeRange open) {
        var end = LocalDateTime.ofInstant(open.end(), zone());
        int hour = end.getHour() + (end.getMinute() > 0 ? 1 : 0);
        return end.toLocalDate().isAfter(day.date()) ? MIDNIGHT + hour : hour;
    }

    private ZoneId zone() {
        return moment.zone();
    }
}
