package org.evenhall.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhall.availability.Calendar;
import org.evenhall.availability.Holder;
import org.evenhall.bookings.arrivals.Doors;
import org.evenhall.bookings.arrivals.Invitations;
import org.evenhall.bookings.desk.Appointments;
import org.evenhall.bookings.desk.BookingViews;
import org.evenhall.bookings.desk.Locked;
import org.evenhall.bookings.desk.Telling;
import org.evenhall.bookings.domain.Arrival;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.bookings.store.Attendance;
import org.evenhall.bookings.store.BookingStore;
import org.evenhall.bookings.store.DoorCodeStore;
import org.evenhall.identity.Caller;
import org.evenhall.identity.Role;
import org.evenhall.identity.Thing;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.Refused;
import org.evenhall.platform.Configuration;
import org.evenhall.platform.persistence.Retried;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.SpaceCard;

/** The door to coming and leaving: who checks in, what hangs on the doors, who leaves early, and who did not come. */
@ApplicationScoped
@Transactional
public class CheckIns {

    private static final long STEP_MILLIS = Duration.ofMinutes(5).toMillis();
    private static final int BATCH = 500;
    private static final int AT_A_DOOR = 20;

    @Inject
    private BookingStore store;

    @Inject
    private Attendance attendance;

    @Inject
    private Locked locked;

    @Inject
    private BookingViews views;

    @Inject
    private Calendar calendar;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Doors doors;

    @Inject
    private Invitations invitations;

    @Inject
    private Appointments appointments;

    @Inject
    private Telling telling;

    @Inject
    private Configuration configuration;

    @Inject
    private Clock clock;

    /** @param code that on the door, where the rules of the space ask for it; or null */
    public record CheckIn(String code) {}

    /**
     * What hangs on the door of a space.
     *
     * @param address what the picture says: where somebody who stands before the door checks in
     */
    public record DoorCode(SpaceCard space, String code, String address, OffsetDateTime changedAt) {}

    /**
     * What somebody finds who stands before a door.
     *
     * @param bookings the caller's own behind this door that are not over, of the next day, by start
     */
    public record Door(SpaceCard space, List<BookingView> bookings) {}

    /**
     * Somebody has come. The booker says the code on the door where the rules ask for it; the desk vouches for whoever
     * stands before it.
     *
     * @throws Refused outside the time for it, and with a wrong code
     */
    @Retried
    public BookingView checkIn(Caller caller, String id, String code) {
        caller.mustBeSignedIn();
        Booking seen = atDesk(caller, id);
        return arrived(caller, id, isDesk(caller, seen.organisationId()), code);
    }

    /** A booking for the page that a reminder leads to; not found where the signature is not ours. */
    public BookingView invited(Caller caller, String id, String signature) {
        mustBeSigned(id, signature);
        return views.of(caller, store.find(id).orElseThrow(() -> Refused.notFound("booking", id)));
    }

    /** The same as {@link #checkIn} for whoever holds the reminder: the link stands for signing in, not for the door. */
    @Retried
    public BookingView checkInByLink(Caller caller, String id, String signature, String code) {
        mustBeSigned(id, signature);
        return arrived(caller, id, false, code);
    }

    /** The path of the page that a reminder leads to, for whoever writes it; nothing where nobody has to check in. */
    public Optional<String> invitation(Caller caller, String id) {
        caller.mustBeAdministrator();
        return store.find(id)
                .filter(booking -> booking.checkInFrom() != null)
                .map(booking -> "/check-in?booking=" + id + "&key=" + invitations.signature(id));
    }

    private void mustBeSigned(String id, String signature) {
        if (!invitations.isSigned(id, signature)) {
            throw Refused.notFound("booking", id);
        }
    }

    /** The booker is locked, so that nobody counts as missed to what somebody is just coming. */
    private BookingView arrived(Caller caller, String id, boolean desk, String code) {
        Booking booking = locked.bookingWithBooker(Caller.system(), id);
        Listed space = views.space(booking.spaceId());
        Instant now = clock.instant();
        Arrival.mustBeInTime(booking, space.zone(), now);
        if (booking.checkInCode() && !desk) {
            doors.mustBeOpenedBy(space, code);
        }
        booking.checkIn(now);
        store.flush();
        calendar.lastUntil(space, Holder.booking(id), null);
        appointments.clear(booking);
        telling.of(booking, BookingNews.Kind.CHECKED_IN, null);
        return views.of(caller, booking);
    }

    /** Leaves early: from the next five minutes on the rest is free again. */
    @Retried
    public BookingView leave(Caller caller, String id) {
        caller.mustBeSignedIn();
        atDesk(caller, id);
        Booking booking = locked.booking(Caller.system(), id);
        Instant now = clock.instant();
        Instant from = nextStep(now, booking.slot().start());
        boolean frees = from.isBefore(booking.slot().end());
        booking.leave(frees ? from : booking.slot().end(), now);
        store.flush();
        if (frees) {
            calendar.release(views.space(booking.spaceId()), Holder.booking(id), from);
        }
        appointments.clear(booking);
        telling.of(booking, BookingNews.Kind.SHORTENED, null);
        return views.of(caller, booking);
    }

    /** At least one step is used, whenever somebody leaves. */
    private static Instant nextStep(Instant now, Instant start) {
        long used = Math.max(now.toEpochMilli(), start.toEpochMilli() + 1);
        return Instant.ofEpochMilli(-Math.floorDiv(-used, STEP_MILLIS) * STEP_MILLIS);
    }

    /** Ends the claim of a booking that is due, if it still is: nobody decided, or nobody came. */
    public void end(Caller caller, String id) {
        caller.mustBeAdministrator();
        Optional<Booking> found = store.find(id);
        if (found.isEmpty()) {
            return;
        }
        calendar.endIfDue(views.space(found.get().spaceId()), Holder.booking(id));
        Booking booking = store.findForUpdate(id).orElseThrow();
        if (booking.lastsUntil() != null && booking.lastsUntil().isAfter(clock.instant())) {
            appointments.due(booking);
        }
    }

    /** Writes down of some bookings that they are over; false where there was none left. */
    public boolean complete(Caller caller) {
        caller.mustBeAdministrator();
        return attendance.complete(clock.instant(), BATCH) > 0;
    }

    /** What belongs on the door of a space; made when its owner first asks. */
    @Retried
    public DoorCode doorCode(Caller caller, String spaceId) {
        Listed space = owned(caller, spaceId);
        return told(caller, space, doors.of(space));
    }

    /** Another code for the door: from now on the old one opens nothing. */
    @Retried
    public DoorCode renewDoorCode(Caller caller, String spaceId) {
        Listed space = owned(caller, spaceId);
        return told(caller, space, doors.renew(space));
    }

    private DoorCode told(Caller caller, Listed space, DoorCodeStore.DoorCode code) {
        return new DoorCode(
                space.card(caller.locale(), null),
                code.code(),
                configuration.publicUrl() + "/door/" + code.code(),
                OffsetDateTime.ofInstant(code.changedAt(), space.zone()));
    }

    private Listed owned(Caller caller, String spaceId) {
        caller.mustBeSignedIn();
        Listed space = catalogue.snapshot().find(spaceId).orElseThrow(() -> Refused.notFound("space", spaceId));
        caller.mustHave(
                Role.OWNER, List.of(Thing.organisation(space.organisation().id())));
        return space;
    }

    /** What is behind the door on which a code hangs; not found where it hangs nowhere. */
    public Door door(Caller caller, String code) {
        Listed space = doors.at(code).orElseThrow(() -> Refused.notFound("door", code));
        return new Door(space.card(caller.locale(), null), caller.signedIn() ? behind(caller, space) : List.of());
    }

    private List<BookingView> behind(Caller caller, Listed space) {
        Instant now = clock.instant();
        var query = new BookingQuery(true, null, null, null, now, now.plus(Duration.ofDays(1)), null, false);
        List<Booking> own = store.list(query, caller.personId(), now, 0, AT_A_DOOR).items().stream()
                .filter(booking ->
                        booking.statusAt(now) == Status.CONFIRMED || booking.statusAt(now) == Status.CHECKED_IN)
                .filter(booking -> views.space(booking.spaceId()).touches(space))
                .toList();
        return views.of(caller, own);
    }

    /** What is booked on a day in all spaces of an organisation, by start; for its owner and its desk. */
    public Page<BookingView> day(Caller caller, String organisation, LocalDate day, ZoneId zone, int page, int size) {
        mustBeDesk(caller, organisation);
        var query = new BookingQuery(
                false,
                null,
                organisation,
                null,
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant(),
                null,
                false);
        Page<Booking> found = store.list(query, null, clock.instant(), page, size);
        return new Page<>(views.of(caller, found.items()), found.total(), page, size);
    }

    /**
     * A house that somebody works in.
     *
     * @param zone of its first space
     * @param owner whether they manage it, and do not only sit at its desk
     */
    public record House(String id, String name, ZoneId zone, boolean owner) {}

    /** The houses that the caller works in, by name, ties by id; administrators name the one they mean. */
    public List<House> houses(Caller caller, String named) {
        caller.mustBeSignedIn();
        Map<String, House> houses = new HashMap<>();
        for (Listed space : catalogue.snapshot().all()) {
            String id = space.organisation().id();
            boolean asked = !caller.administrator() || id.equals(named);
            if (asked && isDesk(caller, id)) {
                boolean owner = caller.administrator() || caller.has(Role.OWNER, List.of(Thing.organisation(id)));
                houses.putIfAbsent(
                        id, new House(id, space.organisation().name().in(caller.locale()), space.zone(), owner));
            }
        }
        return houses.values().stream()
                .sorted(Comparator.comparing(House::name).thenComparing(House::id))
                .toList();
    }

    private void mustBeDesk(Caller caller, String organisation) {
        if (!isDesk(caller, organisation)) {
            caller.mustHave(Role.OWNER, List.of(Thing.organisation(organisation)));
        }
    }

    /** One's own booking, or one that the caller's desk looks after. */
    private Booking atDesk(Caller caller, String id) {
        return store.find(id)
                .filter(booking -> caller.is(booking.bookerId()) || isDesk(caller, booking.organisationId()))
                .orElseThrow(() -> Refused.notFound("booking", id));
    }

    private static boolean isDesk(Caller caller, String organisation) {
        List<Thing> here = List.of(Thing.organisation(organisation));
        return caller.administrator() || caller.has(Role.OWNER, here) || caller.has(Role.DESK_CLERK, here);
    }
}
