package org.evenhall.bookings.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.evenhall.availability.ClaimHolders;
import org.evenhall.availability.Holder;
import org.evenhall.bookings.BookingNews;
import org.evenhall.bookings.Waitlist.EntryStatus;
import org.evenhall.bookings.desk.Appointments;
import org.evenhall.bookings.desk.Telling;
import org.evenhall.bookings.domain.Waiting;
import org.evenhall.bookings.store.WaitStore;
import org.evenhall.spaces.Catalogue;

/**
 * Tells the auditor which claims offers hold, and hears when one was not taken in time: then it is the next one's turn. Who
 * loses an offer before its time, because the space is closed, has done nothing wrong and waits on in the old place.
 */
@ApplicationScoped
public class OfferClaims implements ClaimHolders {

    private WaitStore store;
    private Catalogue catalogue;
    private Appointments appointments;
    private Telling telling;
    private Clock clock;

    protected OfferClaims() {}

    @Inject
    public OfferClaims(WaitStore store, Catalogue catalogue, Appointments appointments, Telling telling, Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.appointments = appointments;
        this.telling = telling;
        this.clock = clock;
    }

    @Override
    public Holder.Kind kind() {
        return Holder.Kind.OFFER;
    }

    @Override
    public List<Held> heldOf(String spaceId) {
        return store.offered(spaceId).stream()
                .map(entry -> new Held(Holder.offer(entry.id()), entry.slot()))
                .toList();
    }

    @Override
    public List<String> spaces() {
        return store.spacesOffered();
    }

    @Override
    public Instant expired(Holder holder) {
        Waiting entry = store.find(holder.id()).orElseThrow();
        Instant now = clock.instant();
        if (entry.offerUntil().isAfter(now)) {
            if (store.withdraw(entry.id())) {
                appointments.waiting(entry.id(), entry.nextLook(now));
                tell(entry, BookingNews.Kind.OFFER_WITHDRAWN);
            }
        } else if (store.end(entry.id(), EntryStatus.OFFERED, EntryStatus.LAPSED)) {
            appointments.clearWaiting(entry.id());
            tell(entry, BookingNews.Kind.OFFER_LAPSED);
        }
        return null;
    }

    private void tell(Waiting entry, BookingNews.Kind kind) {
        catalogue
                .snapshot()
                .find(entry.offeredSpace())
                .ifPresent(space -> telling.of(entry, kind, space, entry.offerUntil()));
    }
}
