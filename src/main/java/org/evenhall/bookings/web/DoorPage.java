package org.evenhall.bookings.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import org.evenhall.bookings.BookingView;
import org.evenhall.bookings.CheckIns;
import org.evenhall.bookings.Status;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Refused;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.platform.faces.Say;
import org.evenhall.spaces.SpaceCard;

/** What somebody sees who has read the code on a door: their booking behind it, or when the room is free. */
@Named("doorPage")
@RequestScoped
public class DoorPage {

    private static final String HERE = "/resident/door?code=";

    @Inject
    private CheckIns checkIns;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Say say;

    @Inject
    private Clock clock;

    private String code;
    private CheckIns.Door door;
    private List<Line> lines = List.of();
    private Refusal refusal;

    /** A booking of one's own behind this door. */
    public record Line(BookingView booking, String when, boolean expected, boolean arrived, String window) {}

    public void load() {
        PlainForm form = PlainForm.sent();
        code = form.text("code") == null ? "" : form.text("code");
        door = checkIns.door(caller.get(), code);
        if (form.isPosted() && form.text("booking") != null && checkIn(form.text("booking"))) {
            return;
        }
        lines = door.bookings().stream().map(this::line).toList();
    }

    private boolean checkIn(String id) {
        try {
            checkIns.checkIn(caller.get(), id, code);
            PageAddress.redirect(HERE + PageAddress.encoded(code));
            return true;
        } catch (Refused refused) {
            refusal = Refusal.of(refused, say);
            return false;
        }
    }

    private Line line(BookingView booking) {
        var zone = booking.space().venue().zone();
        var checkIn = booking.checkIn();
        return new Line(
                booking,
                say.when(booking.start(), booking.end(), zone),
                Stay.isExpected(booking, clock.instant()),
                booking.status() == Status.CHECKED_IN,
                checkIn == null
                        ? say.text("door.no-check-in")
                        : say.text(
                                "stay.window",
                                say.moment(checkIn.opensAt(), zone),
                                say.time(checkIn.closesAt().toInstant(), zone)));
    }

    public SpaceCard getSpace() {
        return door.space();
    }

    public List<Line> getLines() {
        return lines;
    }

    public String getCode() {
        return code;
    }

    public String getSignInAddress() {
        return PageAddress.signIn(HERE + PageAddress.encoded(code));
    }

    public Refusal getRefusal() {
        return refusal;
    }
}
