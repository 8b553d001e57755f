package org.evenhall.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Page;

/** The door to bookings: request one, look at them, give one back. */
@ApplicationScoped
@Transactional
public class Bookings {

    public BookingView request(Caller caller, RequestBooking wish) {
        throw new UnsupportedOperationException();
    }

    public BookingView get(Caller caller, String id) {
        throw new UnsupportedOperationException();
    }

    public Page<BookingView> list(Caller caller, BookingQuery query, int page, int size) {
        throw new UnsupportedOperationException();
    }

    /** Gives the time back. Cancelling a cancelled booking is refused as a conflict. */
    public BookingView cancel(Caller caller, String id, String reason) {
        throw new UnsupportedOperationException();
    }
}
