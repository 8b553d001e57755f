package org.evenhall.bookings.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.evenhall.bookings.BookingView;
import org.evenhall.bookings.Bookings;
import org.evenhall.bookings.Bookings.ChangeBooking;
import org.evenhall.bookings.CheckIns;
import org.evenhall.bookings.Status;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Expected;
import org.evenhall.kernel.Refused;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.platform.faces.Say;

/** What one does with a booking on the spot: check in, stay longer, leave early. A part of the page of a booking. */
@Named("stay")
@RequestScoped
public class Stay {

    private static final List<Integer> MINUTES_MORE = List.of(15, 30, 60);
    private static final Set<Status> NOT_TO_COME = Set.of(Status.CANCELLED, Status.DECLINED, Status.NO_SHOW);

    @Inject
    private BookingPage page;

    @Inject
    private CheckIns checkIns;

    @Inject
    private Bookings bookings;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Say say;

    @Inject
    private Clock clock;

    private Refusal refusal;
    private String codeProblem;
    private String typed;

    /** So many minutes more, and the end as people say it. */
    public record Later(String minutes, String label) {}

    /** Does what was asked for, if anything was. */
    public void act() {
        PlainForm form = PlainForm.sent();
        String what = form.isPosted() && page.getBooking() != null ? form.text("stay") : null;
        if (what == null) {
            return;
        }
        String id = page.getBooking().id();
        try {
            switch (what) {
                case "check-in" -> checkIn(id, form.text("code"));
                case "longer" ->
                    bookings.change(caller.get(), id, new ChangeBooking(null, later(form), null), Expected.ANY);
                case "leave" -> checkIns.leave(caller.get(), id);
                default -> {
                    return;
                }
            }
            if (codeProblem == null) {
                PageAddress.redirect(PageAddress.booking(id));
            }
        } catch (Refused refused) {
            refusal = Refusal.of(refused, say);
        }
    }

    /** A wrong code is told at the field. */
    private void checkIn(String id, String code) {
        typed = code;
        try {
            checkIns.checkIn(caller.get(), id, code);
        } catch (Refused refused) {
            codeProblem = codeProblem(refused, say);
            if (codeProblem == null) {
                throw refused;
            }
        }
    }

    /** What is wrong with the code, or null where something else is wrong. */
    static String codeProblem(Refused refused, Say say) {
        return refused.violations().stream()
                .filter(each -> "code".equals(each.field()))
                .findFirst()
                .map(each -> say.text(each.key(), each.args().toArray()))
                .orElse(null);
    }

    private OffsetDateTime later(PlainForm form) {
        BookingView booking = page.getBooking();
        int minutes = form.number("minutes");
        return booking.end().plusMinutes(minutes);
    }

    public boolean isCheckInOpen() {
        return isExpected(page.getBooking(), clock.instant());
    }

    /** Whether somebody can check in at a moment. */
    static boolean isExpected(BookingView booking, Instant now) {
        var checkIn = booking.checkIn();
        return booking.status() == Status.CONFIRMED
                && checkIn != null
                && !now.isBefore(checkIn.opensAt().toInstant())
                && now.isBefore(checkIn.closesAt().toInstant());
    }

    /** "Check in from today 18:15 until today 18:45, or the room goes back." Null where there is nothing to say. */
    public String getCheckInTold() {
        BookingView booking = page.getBooking();
        var checkIn = booking.checkIn();
        if (checkIn == null || NOT_TO_COME.contains(booking.status())) {
            return null;
        }
        var zone = booking.space().venue().zone();
        return checkIn.checkedInAt() != null
                ? say.text("stay.checked-in", say.moment(checkIn.checkedInAt(), zone))
                : say.text(
                        "stay.window",
                        say.moment(checkIn.opensAt(), zone),
                        say.time(checkIn.closesAt().toInstant(), zone));
    }

    /** Whether it is going on and nobody has to check in first. */
    public boolean isGoingOn() {
        BookingView booking = page.getBooking();
        boolean here = booking.status() == Status.CHECKED_IN
                || booking.status() == Status.CONFIRMED && booking.checkIn() == null;
        Instant now = clock.instant();
        return here
                && !now.isBefore(booking.start().toInstant())
                && now.isBefore(booking.end().toInstant());
    }

    /** Ends a little later. */
    public List<Later> getLaterEnds() {
        BookingView booking = page.getBooking();
        var zone = booking.space().venue().zone();
        return MINUTES_MORE.stream()
                .map(minutes -> new Later(
                        minutes.toString(),
                        say.text(
                                "stay.until",
                                say.time(booking.end().toInstant().plus(Duration.ofMinutes(minutes)), zone))))
                .toList();
    }

    public boolean isCodeAsked() {
        return page.getBooking().checkIn() != null
                && page.getBooking().checkIn().code();
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
