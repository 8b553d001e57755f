package org.evenhall.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evenhall.availability.Calendar;
import org.evenhall.availability.ClaimWish;
import org.evenhall.availability.Holder;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.bookings.domain.Numbers;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.bookings.domain.rules.BookingRules;
import org.evenhall.bookings.store.BookingStore;
import org.evenhall.identity.Caller;
import org.evenhall.identity.People;
import org.evenhall.identity.Role;
import org.evenhall.identity.Thing;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.Violation;
import org.evenhall.platform.persistence.Retried;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;

/** The door to bookings: request one, look at them, give one back. */
@ApplicationScoped
@Transactional
public class Bookings {

    private static final int LONGEST_NOTE = 1000;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Examination examination;

    @Inject
    private People people;

    @Inject
    private Calendar calendar;

    @Inject
    private BookingStore store;

    @Inject
    private Clock clock;

    /**
     * Books a space for a time, if the wish keeps all rules and nobody else has the time.
     *
     * @throws Refused naming every broken rule, or every field at fault
     * @throws org.evenhall.availability.SlotTaken when somebody else was first
     */
    @Retried
    public BookingView request(Caller caller, RequestBooking request) {
        caller.mustBeSignedIn();
        TimeRange slot = checked(request);
        Listed space = catalogue.published(request.spaceId());
        var examined = examination.open(caller, caller.personId(), space, List.of(slot), null);
        Wish wish = examined.wish(slot, request.people(), request.purpose());
        BookingRules.mustBeKept(wish);
        LocalDate day = wish.opening().orElseThrow().day();
        Booking booking = Booking.confirmed(wish, day, freeNumber(), request.purpose(), blankToNull(request.note()));
        Duration noBuffer = Duration.ZERO;
        calendar.claim(
                caller,
                new ClaimWish(
                        space,
                        slot,
                        day,
                        noBuffer,
                        noBuffer,
                        wish.policy().startGrid().value(),
                        Holder.booking(booking.id())),
                request.people());
        store.add(booking);
        return view(caller, booking, space, caller.name());
    }

    /** A booking of one's own, or of a space that one manages; anything else is not to be found. */
    public BookingView get(Caller caller, String id) {
        caller.mustBeSignedIn();
        Booking booking = seen(caller, store.find(id), id);
        return views(caller, List.of(booking)).get(0);
    }

    /** One's own bookings, or those of a space or an organisation that one manages. */
    public Page<BookingView> list(Caller caller, BookingQuery query, int page, int size) {
        caller.mustBeSignedIn();
        boolean mine = query.mine() || (query.spaceId() == null && query.organisation() == null);
        if (!mine) {
            String organisation = query.spaceId() == null
                    ? query.organisation()
                    : known(query.spaceId()).organisation().id();
            caller.mustHave(Role.OWNER, List.of(Thing.organisation(organisation)));
        }
        Page<Booking> found = store.list(query, mine ? caller.personId() : null, clock.instant(), page, size);
        return new Page<>(views(caller, found.items()), found.total(), page, size);
    }

    /**
     * Gives the time back: by the booker until the start, by the owner until the end.
     *
     * @param reason why, for the other side; may be null
     */
    @Retried
    public BookingView cancel(Caller caller, String id, String reason) {
        caller.mustBeSignedIn();
        mustFit("reason", reason);
        Booking booking = seen(caller, store.findForUpdate(id), id);
        boolean own = caller.is(booking.bookerId());
        booking.cancel(own ? StatusReason.BY_BOOKER : StatusReason.BY_OWNER, blankToNull(reason), clock.instant());
        store.flush();
        calendar.release(known(booking.spaceId()), Holder.booking(id));
        return views(caller, List.of(booking)).get(0);
    }

    private static TimeRange checked(RequestBooking request) {
        List<Violation> faults = new ArrayList<>();
        required(faults, "spaceId", request.spaceId());
        required(faults, "start", request.start());
        required(faults, "end", request.end());
        required(faults, "people", request.people());
        required(faults, "purpose", request.purpose());
        if (request.people() != null && request.people() < 1) {
            faults.add(Violation.of("minimum", "people", "field.at-least", 1));
        }
        if (request.note() != null && request.note().length() > LONGEST_NOTE) {
            faults.add(Violation.of("length", "note", "field.too-long", LONGEST_NOTE));
        }
        notOffered(faults, "holdId", request.holdId());
        notOffered(faults, "onBehalfOf", request.onBehalfOf());
        if (!faults.isEmpty()) {
            throw Refused.invalid(faults);
        }
        return TimeRange.between(request.start().toInstant(), request.end().toInstant())
                .orElseThrow(() -> Refused.malformed(Violation.of("order", "end", "field.end-after-start")));
    }

    private static void required(List<Violation> faults, String field, Object value) {
        if (value == null) {
            faults.add(Violation.of("required", field, "field.required"));
        }
    }

    private static void notOffered(List<Violation> faults, String field, String value) {
        if (value != null) {
            faults.add(Violation.of("not-offered", field, "field.not-offered"));
        }
    }

    private static void mustFit(String field, String text) {
        if (text != null && text.length() > LONGEST_NOTE) {
            throw Refused.invalid(Violation.of("length", field, "field.too-long", LONGEST_NOTE));
        }
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private String freeNumber() {
        String number = Numbers.next();
        while (store.numberIsTaken(number)) {
            number = Numbers.next();
        }
        return number;
    }

    private static Booking seen(Caller caller, Optional<Booking> found, String id) {
        return found.filter(booking -> caller.is(booking.bookerId()) || manages(caller, booking))
                .orElseThrow(() -> Refused.notFound("booking", id));
    }

    private static boolean manages(Caller caller, Booking booking) {
        return caller.administrator() || caller.has(Role.OWNER, List.of(Thing.organisation(booking.organisationId())));
    }

    /** A space that bookings may still name although the public does not see it any more. */
    private Listed known(String spaceId) {
        return catalogue.snapshot().find(spaceId).orElseThrow(() -> Refused.notFound("space", spaceId));
    }

    private List<BookingView> views(Caller caller, List<Booking> bookings) {
        Map<String, String> names =
                people.names(bookings.stream().map(Booking::bookerId).collect(Collectors.toSet()));
        return bookings.stream()
                .map(booking -> view(caller, booking, known(booking.spaceId()), names.get(booking.bookerId())))
                .toList();
    }

    private BookingView view(Caller caller, Booking booking, Listed space, String bookedBy) {
        return new BookingView(
                booking.id(),
                booking.number(),
                booking.statusAt(clock.instant()),
                booking.statusReason(),
                space.card(caller.locale(), null),
                at(booking.slot().start(), space),
                at(booking.slot().end(), space),
                booking.people(),
                booking.purpose(),
                booking.note(),
                booking.cancelNote(),
                bookedBy,
                at(booking.createdAt(), space),
                null,
                at(booking.slot().start(), space));
    }

    private static OffsetDateTime at(Instant instant, Listed space) {
        return OffsetDateTime.ofInstant(instant, space.zone());
    }
}
