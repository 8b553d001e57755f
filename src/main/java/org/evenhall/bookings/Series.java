package org.evenhall.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.evenhall.bookings.desk.Admission;
import org.evenhall.bookings.desk.BookingViews;
import org.evenhall.bookings.desk.Order;
import org.evenhall.bookings.desk.Telling;
import org.evenhall.bookings.desk.series.Reasons;
import org.evenhall.bookings.desk.series.SeriesDates;
import org.evenhall.bookings.desk.series.SeriesTogether;
import org.evenhall.bookings.desk.series.SeriesWords;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.bookings.domain.Fields;
import org.evenhall.bookings.domain.series.Recurrence;
import org.evenhall.bookings.store.BookingStore;
import org.evenhall.bookings.store.SeriesStore;
import org.evenhall.identity.Caller;
import org.evenhall.identity.People;
import org.evenhall.identity.Role;
import org.evenhall.identity.Thing;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.Purpose;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.Violation;
import org.evenhall.kernel.WallClock;
import org.evenhall.platform.persistence.Retried;
import org.evenhall.platform.text.Formats;
import org.evenhall.platform.text.Unreadable;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.SpaceCard;

/**
 * The door to series: bookings that one rule makes, all in one transaction. From then on each is a booking like any other,
 * which may move or be given back by itself; the series says what they have in common, and which dates were left out.
 */
@ApplicationScoped
@Transactional
public class Series {

    @Inject
    private Catalogue catalogue;

    @Inject
    private People people;

    @Inject
    private SeriesDates desk;

    @Inject
    private SeriesTogether together;

    @Inject
    private Holds holds;

    @Inject
    private Admission admission;

    @Inject
    private BookingViews views;

    @Inject
    private BookingStore bookings;

    @Inject
    private SeriesStore store;

    @Inject
    private Telling telling;

    @Inject
    private Clock clock;

    /** What to do where some dates cannot be had. */
    public enum OnConflict {
        /** Book none. */
        FAIL,
        /** Book the others. */
        SKIP
    }

    /**
     * The wish for a series.
     *
     * @param start when the first date begins; a start that the rule does not name only says where to begin
     * @param end when that one ends; every date lasts as long
     * @param rrule RFC 5545, section 3.3.10, with COUNT or UNTIL; at most 200 dates
     * @param onConflict FAIL where it is left out
     * @param holdId a hold of the caller's in that space that gives way, or null
     */
    public record RequestSeries(
            String spaceId,
            OffsetDateTime start,
            OffsetDateTime end,
            Integer people,
            Purpose purpose,
            String note,
            String rrule,
            OnConflict onConflict,
            String holdId) {}

    /** A date that was left out, and why. */
    public record SkippedDate(OffsetDateTime start, OffsetDateTime end, String reason) {}

    /**
     * What came of a wish, by start.
     *
     * @param id null in a preview, as are id, number and createdAt of each booking
     */
    public record SeriesBooked(String id, List<BookingView> created, List<SkippedDate> skipped) {}

    /**
     * A series as its booker, the owner and administrators see it.
     *
     * @param rrule in one way of writing it
     * @param repeats the same in words
     * @param bookings all that were ever made, by start, whatever became of them, but for those in a house of somebody else
     * @param skipped dates that were left out and not added since, by start
     */
    public record SeriesView(
            String id,
            SpaceCard space,
            String rrule,
            String repeats,
            int people,
            Purpose purpose,
            String note,
            OffsetDateTime createdAt,
            List<BookingView> bookings,
            List<SkippedDate> skipped) {}

    /** The wish to add a date that was left out. */
    public record AddDate(OffsetDateTime start) {}

    /**
     * The wish to give a series back.
     *
     * @param from the first date to give back: a time with an offset, or a day of the venue; all where it is left out
     * @param reason for the other side, or null
     */
    public record CancelSeries(String from, String reason) {}

    /** A booking that stays as it is, and why. */
    public record Kept(BookingView booking, String reason) {}

    /** What came of giving back, by start; dates before {@code from} are not mentioned. */
    public record SeriesCancelled(String id, List<BookingView> cancelled, List<Kept> kept) {}

    private record Asked(Order order, Recurrence rule, List<TimeRange> slots) {}

    /**
     * Books all dates, or those that can be had.
     *
     * @throws Refused naming every date at fault and every rule that it breaks
     * @throws org.evenhall.availability.SlotTaken naming the dates, where nothing but somebody else is in the way
     */
    @Retried
    public SeriesBooked book(Caller caller, RequestSeries request) {
        caller.mustBeSignedIn();
        people.lock(caller.personId());
        Asked asked = asked(caller, request);
        SeriesDates.Examined dates = desk.examine(caller, asked.order(), asked.slots());
        if (request.onConflict() == OnConflict.SKIP) {
            dates.mustLeaveSome();
        } else {
            dates.mustBeComplete();
        }
        if (asked.order().instead() != null) {
            holds.forget(asked.order().instead());
        }
        String id = asked.order().seriesId();
        List<Booking> booked = desk.book(dates);
        store.add(
                new SeriesStore.Row(
                        id,
                        caller.personId(),
                        asked.order().space().id(),
                        asked.rule().text(),
                        asked.order().people(),
                        asked.order().purpose(),
                        asked.order().note(),
                        clock.instant()),
                dates.atFault().stream()
                        .map(date -> new SeriesStore.Skipped(
                                date.slot(), date.reasons().kept()))
                        .toList());
        Booking first = booked.get(0);
        boolean asks = first.status() == Status.REQUESTED;
        telling.ofSeries(first, asks ? BookingNews.Kind.SERIES_REQUESTED : BookingNews.Kind.SERIES_BOOKED, null);
        if (asks) {
            telling.owners(first, BookingNews.Kind.SERIES_ASKED, id);
        }
        return new SeriesBooked(id, views.of(caller, booked), skipped(caller, asked, dates));
    }

    /** What {@link OnConflict#SKIP} would book at this moment and what not, and why; nothing is stored. */
    @Retried
    public SeriesBooked preview(Caller caller, RequestSeries request) {
        caller.mustBeSignedIn();
        Asked asked = asked(caller, request);
        SeriesDates.Examined dates = desk.preview(caller, asked.order(), asked.slots());
        return new SeriesBooked(
                null,
                views.of(caller, dates.bookings()).stream()
                        .map(BookingView::asProposed)
                        .toList(),
                skipped(caller, asked, dates));
    }

    private static List<SkippedDate> skipped(Caller caller, Asked asked, SeriesDates.Examined dates) {
        return dates.atFault().stream()
                .map(date -> skipped(caller, asked.order().space().zone(), date.slot(), date.reasons()))
                .toList();
    }

    private static SkippedDate skipped(Caller caller, ZoneId zone, TimeRange slot, Reasons why) {
        return new SkippedDate(
                OffsetDateTime.ofInstant(slot.start(), zone),
                OffsetDateTime.ofInstant(slot.end(), zone),
                why.in(caller.locale()));
    }

    private Asked asked(Caller caller, RequestSeries request) {
        new Fields()
                .required("spaceId", request.spaceId())
                .required("start", request.start())
                .required("end", request.end())
                .required("people", request.people())
                .required("purpose", request.purpose())
                .required("rrule", request.rrule())
                .people(request.people())
                .text("note", request.note())
                .check();
        TimeRange first = Fields.slot(request.start(), request.end());
        Recurrence rule = Recurrence.parse(request.rrule());
        Listed space = catalogue.published(request.spaceId());
        List<TimeRange> slots = rule.slots(first, space.zone());
        Order order = new Order(
                caller.personId(),
                space,
                first,
                request.people(),
                request.purpose(),
                Fields.blankToNull(request.note()),
                Ids.next(),
                request.holdId() == null
                        ? null
                        : holds.inTheWay(caller, request.holdId(), space, slots).orElse(null));
        return new Asked(order, rule, slots);
    }

    /** A series of one's own, or of a space that one manages; anything else is not to be found. */
    public SeriesView get(Caller caller, String id) {
        caller.mustBeSignedIn();
        SeriesStore.Row series = seen(caller, id);
        Listed space = views.space(series.spaceId());
        return new SeriesView(
                series.id(),
                space.card(caller.locale(), null),
                series.rrule(),
                SeriesWords.of(caller.locale(), series.rrule(), space.zone()),
                series.people(),
                series.purpose(),
                series.note(),
                OffsetDateTime.ofInstant(series.createdAt(), space.zone()),
                views.of(
                        caller,
                        bookings.ofSeries(id).stream()
                                .filter(booking -> isTheirs(caller, booking))
                                .toList()),
                store.skipped(id).stream()
                        .map(date -> skipped(caller, space.zone(), date.slot(), Reasons.read(date.reason())))
                        .toList());
    }

    /**
     * Books a date that was left out, as a single booking of the series, by the rules of today.
     *
     * @throws Refused naming every broken rule
     * @throws org.evenhall.availability.SlotTaken when somebody else has the time
     */
    @Retried
    public BookingView add(Caller caller, String id, AddDate asked) {
        caller.mustBeSignedIn();
        new Fields().required("start", asked.start()).check();
        SeriesStore.Row series = seen(caller, id);
        if (!caller.is(series.bookerId())) {
            throw new Refused(Reason.FORBIDDEN, "series.refused.not-booker");
        }
        people.lock(series.bookerId());
        Instant start = asked.start().toInstant();
        SeriesStore.Skipped date = store.skipped(id).stream()
                .filter(each -> each.slot().start().equals(start))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(Violation.of("unknown", "start", "series.no-such-date")));
        Listed space = catalogue.published(series.spaceId());
        Order order = new Order(
                series.bookerId(), space, date.slot(), series.people(), series.purpose(), series.note(), id, null);
        Booking booking = admission.admit(caller, order);
        store.unskip(id, start);
        return views.of(caller, booking);
    }

    /**
     * Gives back all dates from one on that may still be given back, each as if it were cancelled by itself; the others stay
     * as they are, as do those that by now are in a house of somebody else.
     */
    @Retried
    public SeriesCancelled cancel(Caller caller, String id, CancelSeries asked) {
        caller.mustBeSignedIn();
        new Fields().text("reason", asked.reason()).check();
        SeriesStore.Row series = seen(caller, id);
        Instant from = from(asked.from(), views.space(series.spaceId()).zone());
        String said = Fields.blankToNull(asked.reason());
        StatusReason by = caller.is(series.bookerId()) ? StatusReason.BY_BOOKER : StatusReason.BY_OWNER;
        List<Booking> cancelled = new ArrayList<>();
        List<Booking> toldOf = new ArrayList<>();
        List<Booking> standing = new ArrayList<>();
        List<String> why = new ArrayList<>();
        for (Booking booking : together.locked(id)) {
            boolean toldAlone = booking.changes() > 0;
            try {
                if (isTheirs(caller, booking) && !booking.slot().start().isBefore(from)) {
                    ZoneId zone = views.space(booking.spaceId()).zone();
                    booking.cancel(by, said, zone, clock.instant());
                    cancelled.add(booking);
                    toldOf.addAll(toldAlone ? List.of(booking) : List.of());
                }
            } catch (Refused refused) {
                standing.add(booking);
                why.add(Reasons.of(refused, caller.locale()));
            }
        }
        if (!cancelled.isEmpty()) {
            together.giveBack(cancelled);
            telling.ofCancelled(cancelled.get(0), toldOf, by, said);
        }
        List<BookingView> kept = views.of(caller, standing);
        return new SeriesCancelled(
                id,
                views.of(caller, cancelled),
                IntStream.range(0, kept.size())
                        .mapToObj(i -> new Kept(kept.get(i), why.get(i)))
                        .toList());
    }

    private static Instant from(String text, ZoneId zone) {
        if (text == null) {
            return Instant.MIN;
        }
        try {
            return text.contains("T") ? Formats.instant(text).toInstant() : WallClock.at(Formats.date(text), 0, zone);
        } catch (Unreadable e) {
            throw Refused.malformed(e.in("from"));
        }
    }

    private SeriesStore.Row seen(Caller caller, String id) {
        return Optional.of(id)
                .flatMap(store::find)
                .filter(series -> caller.is(series.bookerId()) || manages(caller, series))
                .orElseThrow(() -> Refused.notFound("series", id));
    }

    /** A date that a closure has brought to another house is its booker's and that house's. */
    private static boolean isTheirs(Caller caller, Booking booking) {
        return caller.is(booking.bookerId()) || BookingViews.manages(caller, booking);
    }

    private boolean manages(Caller caller, SeriesStore.Row series) {
        String organisation = views.space(series.spaceId()).organisation().id();
        return caller.administrator() || caller.has(Role.OWNER, List.of(Thing.organisation(organisation)));
    }
}
