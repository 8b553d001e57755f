package org.evenhall.bookings.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evenhall.bookings.BookingView;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.bookings.store.Proposals;
import org.evenhall.identity.Caller;
import org.evenhall.identity.People;
import org.evenhall.identity.Role;
import org.evenhall.identity.Thing;
import org.evenhall.kernel.Refused;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;

/** Bookings as those see them who may: the booker, the owner, administrators. However many, the queries stay as many. */
@ApplicationScoped
public class BookingViews {

    public static final Comparator<Booking> BY_START =
            Comparator.comparing((Booking booking) -> booking.slot().start()).thenComparing(Booking::id);

    private Catalogue catalogue;
    private People people;
    private Proposals proposals;
    private Clock clock;

    protected BookingViews() {}

    @Inject
    public BookingViews(Catalogue catalogue, People people, Proposals proposals, Clock clock) {
        this.catalogue = catalogue;
        this.people = people;
        this.proposals = proposals;
        this.clock = clock;
    }

    /** Whether the caller manages the space of a booking. */
    public static boolean manages(Caller caller, Booking booking) {
        return caller.administrator() || caller.has(Role.OWNER, List.of(Thing.organisation(booking.organisationId())));
    }

    /** A booking of the caller's own, or of a space that they manage; anything else is not to be found. */
    public static Booking seen(Caller caller, Optional<Booking> found, String id) {
        return found.filter(booking -> caller.is(booking.bookerId()) || manages(caller, booking))
                .orElseThrow(() -> Refused.notFound("booking", id));
    }

    /** A space that bookings may still name although the public does not see it any more. */
    public Listed space(String spaceId) {
        return catalogue.snapshot().find(spaceId).orElseThrow(() -> Refused.notFound("space", spaceId));
    }

    public BookingView of(Caller caller, Booking booking) {
        return of(caller, List.of(booking)).get(0);
    }

    public List<BookingView> of(Caller caller, List<Booking> bookings) {
        Map<String, String> names =
                people.names(bookings.stream().map(Booking::bookerId).collect(Collectors.toSet()));
        Map<String, Proposals.Proposal> proposed =
                proposals.of(bookings.stream().map(Booking::id).toList(), clock.instant());
        return bookings.stream()
                .map(booking -> view(
                        caller, booking, names.get(booking.bookerId()), proposed.get(booking.id()), clock.instant()))
                .toList();
    }

    private BookingView view(
            Caller caller, Booking booking, String bookedBy, Proposals.Proposal proposal, Instant now) {
        Listed space = space(booking.spaceId());
        boolean seesWho = caller.is(booking.bookerId()) || manages(caller, booking);
        return new BookingView(
                booking.id(),
                booking.number(),
                booking.statusAt(now),
                booking.statusReasonAt(now),
                space.card(caller.locale(), null),
                at(booking.slot().start(), space),
                at(booking.slot().end(), space),
                booking.people(),
                booking.purpose(),
                seesWho ? booking.note() : null,
                booking.seriesId(),
                booking.cancelNote(),
                booking.decisionNote(),
                seesWho ? bookedBy : null,
                at(booking.createdAt(), space),
                at(booking.decideUntil(), space),
                booking.checkInFrom() == null
                        ? null
                        : new BookingView.CheckIn(
                                at(booking.checkInFrom(), space),
                                at(booking.checkInUntil(), space),
                                booking.checkInCode(),
                                at(booking.checkedInAt(), space)),
                at(booking.cancelUntil(), space),
                proposal == null ? null : proposed(caller, proposal),
                booking.changes());
    }

    private BookingView.Proposal proposed(Caller caller, Proposals.Proposal proposal) {
        Listed space = space(proposal.spaceId());
        return new BookingView.Proposal(
                space.card(caller.locale(), null),
                at(proposal.slot().start(), space),
                at(proposal.slot().end(), space),
                at(proposal.until(), space));
    }

    private static OffsetDateTime at(Instant instant, Listed space) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, space.zone());
    }
}
