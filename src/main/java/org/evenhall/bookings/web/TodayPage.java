package org.evenhall.bookings.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.evenhall.bookings.BookingView;
import org.evenhall.bookings.CheckIns;
import org.evenhall.bookings.Status;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.identity.Role;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.Refused;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.platform.faces.Say;
import org.evenhall.platform.text.Formats;

/** What is booked in a house on a day, for whoever sits at the desk: who has come, who has not yet, and who stands before it. */
@Named("todayPage")
@RequestScoped
public class TodayPage {

    private static final String HERE = "/owner/today";
    private static final Set<Status> SHOWN =
            Set.of(Status.CONFIRMED, Status.CHECKED_IN, Status.COMPLETED, Status.NO_SHOW);

    @Inject
    private CheckIns checkIns;

    @Inject
    private Houses houses;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Say say;

    @Inject
    private Clock clock;

    private LocalDate day;
    private ZoneId zone;
    private List<Line> lines = List.of();
    private int page;
    private long found;
    private long total;
    private Refusal refusal;

    /**
     * A booking as a line of the list.
     *
     * @param arrived when somebody checked in, or null
     * @param expected whether somebody can be checked in at the moment
     */
    public record Line(BookingView booking, String times, String arrived, boolean expected, boolean held) {}

    public void load() {
        if (!caller.get().signedIn()) {
            PageAddress.redirect(PageAddress.signIn(HERE));
            return;
        }
        PlainForm form = PlainForm.sent();
        if (!houses.choose(HERE, form.text("organisation"), false)) {
            caller.get().mustHave(Role.OWNER, List.of());
            return;
        }
        zone = houses.getShown().zone();
        day = asked(form.text("day"));
        page = form.number("page");
        String arrived = form.text("arrived");
        if (form.isPosted() && arrived != null && checkIn(arrived)) {
            return;
        }
        Page<BookingView> booked = checkIns.day(caller.get(), houses.shownId(), day, zone, page, Page.LARGEST_SIZE);
        found = booked.items().size();
        total = booked.total();
        lines = booked.items().stream()
                .filter(booking -> SHOWN.contains(booking.status()))
                .map(this::line)
                .toList();
    }

    private boolean checkIn(String id) {
        try {
            checkIns.checkIn(caller.get(), id, null);
            PageAddress.redirect(address(day) + "&page=" + page);
            return true;
        } catch (Refused refused) {
            refusal = Refusal.of(refused, say);
            return false;
        }
    }

    private LocalDate asked(String text) {
        try {
            if (text != null) {
                LocalDate asked = LocalDate.parse(text);
                if (Formats.isReckonable(asked.getYear())) {
                    return asked;
                }
            }
        } catch (DateTimeParseException e) {
            // an address that somebody typed; today will do
        }
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private Line line(BookingView booking) {
        var checkIn = booking.checkIn();
        var now = clock.instant();
        boolean expected = booking.status() == Status.CONFIRMED
                && checkIn != null
                && !now.isBefore(checkIn.opensAt().toInstant())
                && now.isBefore(checkIn.closesAt().toInstant());
        return new Line(
                booking,
                say.times(booking.start().toInstant(), booking.end().toInstant(), zone),
                checkIn == null || checkIn.checkedInAt() == null
                        ? null
                        : say.text(
                                "today.arrived", say.time(checkIn.checkedInAt().toInstant(), zone)),
                expected,
                booking.status() == Status.CONFIRMED || booking.status() == Status.CHECKED_IN);
    }

    public List<Line> getLines() {
        return lines;
    }

    /** Whether the lines lead to the bookings: the desk sees no more of them than stands here. */
    public boolean isOwner() {
        return houses.getShown().owner();
    }

    public int getPage() {
        return page;
    }

    public String getPreviousAddress() {
        return day == null || page == 0 ? null : address(day) + "&page=" + (page - 1);
    }

    public String getNextAddress() {
        return day == null || getLast() >= total ? null : address(day) + "&page=" + (page + 1);
    }

    /** Counted as the day has them, those that were given back included. */
    public long getFirst() {
        return (long) page * Page.LARGEST_SIZE + 1;
    }

    public long getLast() {
        return getFirst() + found - 1;
    }

    public long getTotal() {
        return total;
    }

    public Refusal getRefusal() {
        return refusal;
    }

    public String getDay() {
        return day == null ? "" : day.toString();
    }

    /** "Today, Sun 22 Nov". */
    public String getDayInWords() {
        return day == null ? "" : say.dayWithDate(day, zone);
    }

    public String getDayBefore() {
        return day == null ? null : address(day.minusDays(1));
    }

    public String getDayAfter() {
        return day == null ? null : address(day.plusDays(1));
    }

    private String address(LocalDate other) {
        return HERE + "?organisation=" + PageAddress.encoded(houses.shownId()) + "&day=" + other;
    }
}
