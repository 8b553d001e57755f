package org.evenhall.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.evenhall.availability.Holder;
import org.evenhall.bookings.desk.Admission;
import org.evenhall.bookings.desk.BookingViews;
import org.evenhall.bookings.desk.Examination;
import org.evenhall.bookings.desk.Locked;
import org.evenhall.bookings.desk.Order;
import org.evenhall.bookings.desk.Returning;
import org.evenhall.bookings.desk.Telling;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.bookings.domain.Fields;
import org.evenhall.bookings.store.BookingStore;
import org.evenhall.identity.Caller;
import org.evenhall.identity.Role;
import org.evenhall.identity.Thing;
import org.evenhall.kernel.Expected;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.Violation;
import org.evenhall.platform.persistence.Retried;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;

/** The door to bookings: request one, look at them, move one, give one back. */
@ApplicationScoped
@Transactional
public class Bookings {

    @Inject
    private Catalogue catalogue;

    @Inject
    private Admission admission;

    @Inject
    private Examination examination;

    @Inject
    private Locked locked;

    @Inject
    private BookingViews views;

    @Inject
    private BookingStore store;

    @Inject
    private Holds holds;

    @Inject
    private Returning returning;

    @Inject
    private Telling telling;

    @Inject
    private Clock clock;

    /**
     * What is to be changed of a booking; what is left out stays as it is. A start that moves alone takes the end along, so
     * that the booking stays as long as it was.
     */
    public record ChangeBooking(OffsetDateTime start, OffsetDateTime end, Integer people) {}

    /**
     * A date of a series, as calendars count.
     *
     * @param sequence as that of {@link BookingNews}
     * @param held whether it stands, or was cancelled
     */
    public record SeriesDate(
            String bookingId, String number, String spaceId, Instant start, Instant end, int sequence, boolean held) {}

    /**
     * Books a space for a time, if the wish keeps all rules and nobody else has the time. Where the owner approves, it is
     * requested and holds the time until the owner decides.
     *
     * @throws Refused naming every broken rule, or every field at fault
     * @throws org.evenhall.availability.SlotTaken when somebody else was first
     */
    @Retried
    public BookingView request(Caller caller, RequestBooking request) {
        caller.mustBeSignedIn();
        TimeRange slot = checked(request);
        Listed space = catalogue.published(request.spaceId());
        Holder hold = request.holdId() == null ? null : takenUp(caller, request.holdId(), space);
        Order order = new Order(
                caller.personId(),
                space,
                slot,
                request.people(),
                request.purpose(),
                Fields.blankToNull(request.note()),
                null,
                hold);
        return views.of(caller, admission.admit(caller, order));
    }

    /** A hold locks the site of its claim, and before that come the person and the groups. */
    private Holder takenUp(Caller caller, String holdId, Listed space) {
        examination.lock(caller.personId(), space);
        return holds.takenUp(caller, holdId, space).orElse(null);
    }

    /** A booking of one's own, or of a space that one manages; anything else is not to be found. */
    public BookingView get(Caller caller, String id) {
        caller.mustBeSignedIn();
        return views.of(caller, BookingViews.seen(caller, store.find(id), id));
    }

    /** Whether the caller could give or take a booking back at this moment: the booker in time, the owner until the end. */
    public boolean mayCancel(Caller caller, String id) {
        caller.mustBeSignedIn();
        Booking booking = BookingViews.seen(caller, store.find(id), id);
        BookingView view = views.of(caller, booking);
        return caller.is(booking.bookerId()) ? view.mayBeGivenBack(clock.instant()) : view.isExpected();
    }

    /**
     * The dates of a series that its booker's calendar knows, by start, for whoever writes it: those that stand, and those
     * that stood until they were cancelled.
     */
    public List<SeriesDate> datesOf(Caller caller, String seriesId) {
        caller.mustBeAdministrator();
        return store.ofSeries(seriesId).stream()
                .filter(booking -> booking.status().holdsTheSlot() || booking.status() == Status.CANCELLED)
                .filter(booking -> booking.decideUntil() == null)
                .map(booking -> new SeriesDate(
                        booking.id(),
                        booking.number(),
                        booking.spaceId(),
                        booking.slot().start(),
                        booking.slot().end(),
                        booking.changes(),
                        booking.status() != Status.CANCELLED))
                .toList();
    }

    /** One's own bookings, or those of a space or an organisation that one manages. */
    public Page<BookingView> list(Caller caller, BookingQuery query, int page, int size) {
        caller.mustBeSignedIn();
        boolean mine = query.mine() || (query.spaceId() == null && query.organisation() == null);
        if (!mine) {
            String organisation = query.spaceId() == null
                    ? query.organisation()
                    : views.space(query.spaceId()).organisation().id();
            caller.mustHave(Role.OWNER, List.of(Thing.organisation(organisation)));
        }
        Page<Booking> found = store.list(query, mine ? caller.personId() : null, clock.instant(), page, size);
        return new Page<>(views.of(caller, found.items()), found.total(), page, size);
    }

    /**
     * Moves a booking, makes it longer or shorter, or changes for how many it is; what is left out stays as it is. When it is
     * refused, the old time is kept.
     *
     * @param expected the version that the caller has seen; owner and booker may both change a booking
     * @throws Refused naming every broken rule, or as stale where the other was faster
     * @throws org.evenhall.availability.SlotTaken when somebody else has that time
     */
    @Retried
    public BookingView change(Caller caller, String id, ChangeBooking change, Expected expected) {
        caller.mustBeSignedIn();
        new Fields().people(change.people()).check();
        if (change.start() == null && change.end() == null && change.people() == null) {
            throw Refused.invalid(Violation.of("required", "start", "booking.nothing-to-change"));
        }
        Booking booking = locked.bookingWithBooker(caller, id);
        expected.mustBe(booking.changes());
        Listed space = views.space(booking.spaceId());
        TimeRange slot = changed(booking, change, space);
        int people = change.people() == null ? booking.people() : change.people();
        boolean byOwner = BookingViews.manages(caller, booking) && !caller.is(booking.bookerId());
        if (slot.start().equals(booking.slot().start()) && !clock.instant().isBefore(slot.start())) {
            changeEnd(caller, booking, space, slot, people);
        } else {
            var order = new Order(booking.bookerId(), space, slot, people, booking.purpose(), booking.note());
            admission.move(caller, booking, order, byOwner);
        }
        return views.of(caller, booking);
    }

    /** While it is going on, a booking may last longer, where nobody comes after it and the rules allow it. */
    private void changeEnd(Caller caller, Booking booking, Listed space, TimeRange slot, int people) {
        if (people != booking.people() || !slot.end().isAfter(booking.slot().end())) {
            throw new Refused(Reason.CONFLICT, "booking.refused.begun");
        }
        admission.extend(caller, booking, space, slot.end());
    }

    private static TimeRange changed(Booking booking, ChangeBooking change, Listed space) {
        TimeRange old = booking.slot();
        OffsetDateTime start =
                change.start() == null ? OffsetDateTime.ofInstant(old.start(), space.zone()) : change.start();
        OffsetDateTime end = change.end() != null
                ? change.end()
                : change.start() == null
                        ? OffsetDateTime.ofInstant(old.end(), space.zone())
                        : change.start().plus(old.length());
        return Fields.slot(start, end);
    }

    /**
     * Gives the time back: by the booker while the rules allow it, by the owner until the end.
     *
     * @param reason why, for the other side; may be null
     */
    @Retried
    public BookingView cancel(Caller caller, String id, String reason) {
        caller.mustBeSignedIn();
        new Fields().text("reason", reason).check();
        Booking booking = locked.booking(caller, id);
        boolean own = caller.is(booking.bookerId());
        String said = Fields.blankToNull(reason);
        booking.cancel(
                own ? StatusReason.BY_BOOKER : StatusReason.BY_OWNER,
                said,
                views.space(booking.spaceId()).zone(),
                clock.instant());
        returning.all(booking);
        telling.of(booking, own ? BookingNews.Kind.CANCELLED : BookingNews.Kind.TAKEN_BACK, said);
        return views.of(caller, booking);
    }

    private static TimeRange checked(RequestBooking request) {
        new Fields()
                .required("spaceId", request.spaceId())
                .required("start", request.start())
                .required("end", request.end())
                .required("people", request.people())
                .required("purpose", request.purpose())
                .people(request.people())
                .text("note", request.note())
                .notOffered("onBehalfOf", request.onBehalfOf())
                .check();
        return Fields.slot(request.start(), request.end());
    }
}
