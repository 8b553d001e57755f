package org.evenhall.bookings.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Set;
import org.evenhall.bookings.BookingView;
import org.evenhall.bookings.Bookings;
import org.evenhall.bookings.Status;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Refused;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.platform.faces.Say;

/** One booking: what, where and when, and how to give it back. Giving back asks once more before it is done. */
@Named("bookingPage")
@RequestScoped
public class BookingPage {

    private static final Set<Status> HELD = Set.of(Status.REQUESTED, Status.CONFIRMED, Status.CHECKED_IN);

    @Inject
    private Bookings bookings;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Say say;

    @Inject
    private Clock clock;

    private String id;
    private BookingView booking;
    private boolean justBooked;
    private boolean cancellable;
    private boolean asking;
    private String reason;
    private Refusal refusal;

    @PostConstruct
    void open() {
        var faces = FacesContext.getCurrentInstance();
        var request = faces.getExternalContext().getRequestParameterMap();
        id = request.getOrDefault("id", "");
        if (caller.get().signedIn()) {
            booking = bookings.get(caller.get(), id);
            justBooked = request.containsKey("booked");
            cancellable = bookings.mayCancel(caller.get(), id);
            asking = (request.containsKey("cancel") || faces.isPostback()) && cancellable;
        }
    }

    /** A booking is shown to those who may see it; who has not signed in does that first. */
    public void check() {
        if (booking == null) {
            PageAddress.redirect(PageAddress.signIn(PageAddress.booking(id)));
        }
    }

    public void cancel() {
        try {
            bookings.cancel(caller.get(), id, reason);
            PageAddress.redirect(PageAddress.booking(id));
        } catch (Refused refused) {
            refusal = Refusal.of(refused, say);
        }
    }

    public BookingView getBooking() {
        return booking;
    }

    /** "today 18:30 to 20:30". */
    public String getWhen() {
        return say.when(booking.start(), booking.end(), booking.space().venue().zone());
    }

    /** "You can give it back until today 14:30."; null where that is not so, or not any more. */
    public String getCancelUntil() {
        return cancellable && clock.instant().isBefore(booking.cancelUntil().toInstant())
                ? say.text(
                        "booking.cancel-until",
                        say.moment(
                                booking.cancelUntil(), booking.space().venue().zone()))
                : null;
    }

    /** "The owner decides until today 14:30, …"; null where nothing is to be decided. */
    public String getDecisionUntil() {
        return booking.status() == Status.REQUESTED && booking.decisionUntil() != null
                ? say.text(
                        "booking.decision-until",
                        say.moment(
                                booking.decisionUntil(), booking.space().venue().zone()))
                : null;
    }

    public boolean isCancellable() {
        return cancellable;
    }

    public boolean isMovable() {
        return booking.mayBeMoved(clock.instant());
    }

    /** What the other side is told when it is cancelled. */
    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public boolean isHeld() {
        return HELD.contains(booking.status());
    }

    public boolean isJustBooked() {
        return justBooked && isHeld();
    }

    /** Whether the page asks once more before the booking is given back. */
    public boolean isAsking() {
        return asking;
    }

    public Refusal getRefusal() {
        return refusal;
    }

    /** Where a map of the world shows the house. */
    public String getMapAddress() {
        var venue = booking.space().venue();
        return "https://www.openstreetmap.org/?mlat=%1$s&mlon=%2$s#map=17/%1$s/%2$s"
                .formatted(venue.lat(), venue.lon());
    }
}
