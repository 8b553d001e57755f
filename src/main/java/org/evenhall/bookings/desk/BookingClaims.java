package org.evenhall.bookings.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.evenhall.availability.ClaimHolders;
import org.evenhall.availability.Holder;
import org.evenhall.bookings.BookingNews;
import org.evenhall.bookings.Status;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.bookings.store.BookingStore;

/**
 * Tells the auditor which claims there must be for bookings, and hears when one is due: a request that nobody decided has
 * lapsed, and a booking to which nobody came gives its room back.
 */
@ApplicationScoped
public class BookingClaims implements ClaimHolders {

    private BookingStore store;
    private Appointments appointments;
    private Telling telling;
    private Event<Missed> missed;
    private Clock clock;

    protected BookingClaims() {}

    @Inject
    public BookingClaims(
            BookingStore store, Appointments appointments, Telling telling, Event<Missed> missed, Clock clock) {
        this.store = store;
        this.appointments = appointments;
        this.telling = telling;
        this.missed = missed;
        this.clock = clock;
    }

    @Override
    public Holder.Kind kind() {
        return Holder.Kind.BOOKING;
    }

    @Override
    public List<Held> heldOf(String spaceId) {
        return store.heldOf(spaceId).entrySet().stream()
                .map(held -> new Held(Holder.booking(held.getKey()), held.getValue()))
                .toList();
    }

    @Override
    public List<String> spaces() {
        return store.spacesHeld();
    }

    @Override
    public Instant expired(Holder holder) {
        Booking booking = store.findForUpdate(holder.id()).orElseThrow();
        Status due = booking.statusAt(clock.instant());
        appointments.clear(booking);
        if (due == Status.DECLINED) {
            booking.lapse();
            store.flush();
            telling.of(booking, BookingNews.Kind.LAPSED, null);
            return null;
        }
        booking.missed();
        store.flush();
        telling.of(booking, BookingNews.Kind.NO_SHOW, null);
        missed.fire(new Missed(booking));
        return booking.held().end();
    }
}
