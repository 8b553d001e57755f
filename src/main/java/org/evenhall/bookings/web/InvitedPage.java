package org.evenhall.bookings.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import org.evenhall.bookings.BookingView;
import org.evenhall.bookings.CheckIns;
import org.evenhall.bookings.Status;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Refused;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.platform.faces.Say;

/**
 * Where the link in a reminder leads. Opening it does nothing, since programs open the links in mails too; it takes one
 * press of a button.
 */
@Named("invitedPage")
@RequestScoped
public class InvitedPage {

    @Inject
    private CheckIns checkIns;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Say say;

    @Inject
    private Clock clock;

    private String id;
    private String key;
    private String typed;
    private BookingView booking;
    private Refusal refusal;
    private String codeProblem;

    public void load() {
        PlainForm form = PlainForm.sent();
        id = form.text("booking") == null ? "" : form.text("booking");
        key = form.text("key") == null ? "" : form.text("key");
        booking = checkIns.invited(caller.get(), id, key);
        if (form.isPosted()) {
            checkIn(form.text("code"));
        }
    }

    private void checkIn(String code) {
        typed = code;
        try {
            checkIns.checkInByLink(caller.get(), id, key, code);
            PageAddress.redirect("/check-in?booking=" + PageAddress.encoded(id) + "&key=" + PageAddress.encoded(key));
        } catch (Refused refused) {
            codeProblem = Stay.codeProblem(refused, say);
            refusal = codeProblem == null ? Refusal.of(refused, say) : null;
        }
    }

    public BookingView getBooking() {
        return booking;
    }

    public String getKey() {
        return key;
    }

    public String getWhen() {
        return say.when(booking.start(), booking.end(), booking.space().venue().zone());
    }

    public boolean isOpen() {
        return Stay.isExpected(booking, clock.instant());
    }

    public boolean isArrived() {
        return booking.status() == Status.CHECKED_IN;
    }

    /** Whether check-in is still to open; then the page says when. */
    public boolean isEarly() {
        return booking.status() == Status.CONFIRMED && booking.checkIn() != null && !isOpen();
    }

    /** "You can check in from today 18:15 until 18:45." */
    public String getWindow() {
        var zone = booking.space().venue().zone();
        return say.text(
                "stay.window",
                say.moment(booking.checkIn().opensAt(), zone),
                say.time(booking.checkIn().closesAt().toInstant(), zone));
    }

    public boolean isCodeAsked() {
        return booking.checkIn() != null && booking.checkIn().code();
    }

    public Refusal getRefusal() {
        return refusal;
    }

    public String getCodeProblem() {
        return codeProblem;
    }

    public String getTyped() {
        return typed;
    }
}
