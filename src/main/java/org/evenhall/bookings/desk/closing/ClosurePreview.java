package org.evenhall.bookings.desk.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenhall.bookings.BookingView;
import org.evenhall.bookings.Closures.Affected;
import org.evenhall.bookings.Closures.Outcome;
import org.evenhall.bookings.Status;
import org.evenhall.bookings.desk.BookingViews;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.TimeRange;
import org.evenhall.policies.Policies;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.Sharing;

/** What would become of bookings if their space were closed. It asks memory and not the database, and promises nothing. */
@ApplicationScoped
public class ClosurePreview {

    private static final Set<Status> OPEN = Set.of(Status.REQUESTED, Status.CONFIRMED, Status.CHECKED_IN);

    private Elsewhere elsewhere;
    private Policies policies;
    private BookingViews views;
    private Clock clock;

    protected ClosurePreview() {}

    @Inject
    public ClosurePreview(Elsewhere elsewhere, Policies policies, BookingViews views, Clock clock) {
        this.elsewhere = elsewhere;
        this.policies = policies;
        this.views = views;
        this.clock = clock;
    }

    /** A space that an earlier booking of the list would be given. */
    private record Given(Listed space, TimeRange slot) {

        boolean isInTheWayOf(Listed other, TimeRange wanted) {
            return space.sharing() == Sharing.WHOLE && space.touches(other) && slot.overlaps(wanted);
        }
    }

    /** @param hit the bookings that a closure of the space would hit, by start; those that are over are left out */
    public List<Affected> of(Caller caller, Listed closed, List<Booking> hit) {
        Instant now = clock.instant();
        List<Booking> open = hit.stream()
                .filter(booking -> OPEN.contains(booking.statusAt(now)))
                .toList();
        List<BookingView> shown = views.of(caller, open);
        List<Given> given = new ArrayList<>();
        List<Affected> affected = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            affected.add(of(caller, closed, open.get(i), shown.get(i), given, now));
        }
        return affected;
    }

    private Affected of(
            Caller caller, Listed closed, Booking booking, BookingView shown, List<Given> given, Instant now) {
        if (!now.isBefore(booking.slot().start())) {
            return Affected.of(shown, Outcome.WOULD_BE_SHORTENED, null);
        }
        Listed lost = views.space(booking.spaceId());
        Optional<Listed> other = elsewhere.near(caller, booking, lost).stream()
                .filter(space -> !space.touches(closed))
                .filter(space -> given.stream().noneMatch(each -> each.isInTheWayOf(space, booking.slot())))
                .filter(space -> elsewhere
                        .allowed(caller, booking, lost, space, policies::of)
                        .isPresent())
                .findFirst();
        if (other.isEmpty()) {
            return Affected.of(shown, Outcome.WOULD_BE_CANCELLED, null);
        }
        given.add(new Given(other.get(), booking.slot()));
        return Affected.of(
                shown,
                Outcome.WOULD_BE_PROPOSED,
                new BookingView.Proposal(
                        other.get().card(caller.locale(), null),
                        at(booking.slot().start(), other.get()),
                        at(booking.slot().end(), other.get()),
                        at(Rehousing.until(booking, policies.of(lost), now), other.get())));
    }

    private static OffsetDateTime at(Instant instant, Listed space) {
        return OffsetDateTime.ofInstant(instant, space.zone());
    }
}
