package org.evenhall.bookings.web.moving;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import org.evenhall.bookings.BookingView;
import org.evenhall.bookings.Bookings;
import org.evenhall.bookings.Bookings.ChangeBooking;
import org.evenhall.bookings.web.Refusal;
import org.evenhall.bookings.web.TypedTime;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Expected;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.platform.faces.Say;
import org.evenhall.platform.text.Formats;
import org.evenhall.platform.text.Unreadable;

/**
 * The form that moves a booking to another day or time, or says for how many it is. What is left as it was is not asked for;
 * when it is refused, the form says why, and the booking is where it was.
 */
@Named("movePage")
@RequestScoped
public class MovePage {

    @Inject
    private Bookings bookings;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Say say;

    private String id;
    private BookingView booking;
    private String day;
    private String from;
    private String to;
    private Integer people;
    private Refusal refusal;

    @PostConstruct
    void open() {
        var faces = FacesContext.getCurrentInstance();
        Map<String, String> asked = faces.getExternalContext().getRequestParameterMap();
        id = asked.getOrDefault("id", "");
        if (caller.get().signedIn()) {
            booking = bookings.get(caller.get(), id);
            day = booking.start().toLocalDate().toString();
            from = booking.start().toLocalTime().toString();
            to = booking.end().toLocalTime().toString();
            people = booking.people();
            if (faces.isPostback()) {
                day = asked.get("day");
                from = asked.get("from");
                to = asked.get("to");
            }
        }
    }

    /** Who has not signed in does that first. */
    public void check() {
        if (booking == null) {
            PageAddress.redirect(PageAddress.signIn("/resident/move?id=" + PageAddress.encoded(id)));
        }
    }

    public void move() {
        try {
            LocalDateTime start = Formats.date(day.strip()).atTime(LocalTime.parse(from.strip()));
            LocalDateTime end = TypedTime.end(start, to.strip());
            boolean sameStart = start.equals(booking.start().toLocalDateTime());
            boolean sameEnd = sameStart && end.equals(booking.end().toLocalDateTime());
            bookings.change(
                    caller.get(),
                    id,
                    new ChangeBooking(
                            sameStart ? null : at(start),
                            sameEnd ? null : at(end),
                            Objects.equals(people, booking.people()) ? null : people),
                    Expected.ANY);
            PageAddress.redirect(PageAddress.booking(id));
        } catch (Refused refused) {
            refusal = Refusal.of(refused, say).withoutAlternatives();
        } catch (Unreadable | DateTimeException e) {
            refusal = Refusal.of(Refused.invalid(Violation.of("format", "from", "wait.time-missing")), say);
        }
    }

    private OffsetDateTime at(LocalDateTime time) {
        return time.atZone(booking.space().venue().zone()).toOffsetDateTime();
    }

    public BookingView getBooking() {
        return booking;
    }

    /** "today 18:30 to 20:30", as it is now. */
    public String getWhen() {
        return say.when(booking.start(), booking.end(), booking.space().venue().zone());
    }

    public String getDay() {
        return day;
    }

    public void setDay(String day) {
        this.day = day;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public Integer getPeople() {
        return people;
    }

    public void setPeople(Integer people) {
        this.people = people;
    }

    /** Why it stays where it is; null before the first try. */
    public Refusal getRefusal() {
        return refusal;
    }
}
