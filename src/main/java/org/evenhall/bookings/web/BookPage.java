package org.evenhall.bookings.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.evenhall.availability.FreeTimes;
import org.evenhall.availability.SlotTaken;
import org.evenhall.bookings.BookingQuery;
import org.evenhall.bookings.BookingView;
import org.evenhall.bookings.Bookings;
import org.evenhall.bookings.Holds;
import org.evenhall.bookings.Offers;
import org.evenhall.bookings.RequestBooking;
import org.evenhall.bookings.Series;
import org.evenhall.bookings.Status;
import org.evenhall.bookings.web.series.RepeatForm;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.Purpose;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.Violation;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.platform.faces.Say;
import org.evenhall.platform.text.Formats;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.SpaceCard;

/**
 * The form that books a space. It keeps nothing on the server: the address, and then the form itself, say which space
 * and which day are meant, so that it can be sent again after any pause. A refusal is told at the form, with all that
 * was typed still in it.
 */
@Named("bookPage")
@RequestScoped
public class BookPage {

    private static final int LONGEST_NOTE = 1000;
    private static final Set<Status> HELD = Set.of(Status.REQUESTED, Status.CONFIRMED, Status.CHECKED_IN);

    @Inject
    private Bookings bookings;

    @Inject
    private Holds holds;

    @Inject
    private RepeatForm repeat;

    @Inject
    private Offers offers;

    @Inject
    private FreeTimes freeTimes;

    @Inject
    private Catalogue catalogue;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Say say;

    private Listed space;
    private SlotChoice choice;
    private LocalDateTime start;
    private int minutes;
    private Integer people;
    private Purpose purpose;
    private String note;
    private Refusal refusal;
    private boolean taken;
    private Holds.HoldView held;

    @PostConstruct
    void open() {
        FacesContext faces = FacesContext.getCurrentInstance();
        Map<String, String> asked = faces.getExternalContext().getRequestParameterMap();
        space = catalogue.published(asked.getOrDefault("space", ""));
        start = time(asked.get("start"));
        if (start == null && faces.isPostback()) {
            throw Refused.malformed(Violation.of("required", "start", "malformed.needed"));
        }
        LocalDateTime end = time(asked.get("end"));
        Integer posted = number(asked.get("length"));
        minutes = posted == null ? between(start, end) : posted;
        people = number(asked.get("people"));
        note = asked.get("note");
        purpose = purpose(asked.get("purpose"));
        if (caller.get().signedIn()) {
            held = holds.mine(caller.get())
                    .filter(hold -> hold.spaceId().equals(space.id()))
                    .orElse(null);
        }
        if (start != null) {
            var day = freeTimes
                    .of(
                            caller.get(),
                            space.id(),
                            start.toLocalDate(),
                            start.toLocalDate().plusDays(1))
                    .get(0);
            if (held != null) {
                var own = new TimeRange(held.start().toInstant(), held.end().toInstant());
                day = day.with(own, space.capacity());
            }
            choice = SlotChoice.of(offers.on(caller.get(), space.id(), day), space.zone(), start, posted, say);
            if (posted == null) {
                minutes = minutes > 0 ? choice.nearest(start, minutes) : choice.usual(start);
            }
        }
    }

    /** An address without a time cannot be booked: the space's own page shows its times. */
    public void check() {
        if (choice == null) {
            PageAddress.redirect("/resident/space?id=" + PageAddress.encoded(space.id()));
        } else if (caller.get().signedIn() && !isOnlyFetchedAhead()) {
            hold();
        }
    }

    /** Keeps what was chosen while the form is filled in; where that is not possible, the form says so when it is sent. */
    private void hold() {
        Instant from = start.atZone(space.zone()).toInstant();
        Instant to = from.plus(Duration.ofMinutes(minutes));
        try {
            held = holds.hold(
                    caller.get(),
                    new Holds.RequestHold(
                            space.id(),
                            from.atZone(space.zone()).toOffsetDateTime(),
                            to.atZone(space.zone()).toOffsetDateTime(),
                            getPeople()));
        } catch (Refused refused) {
            held = null;
        }
    }

    /** Browsers load a page before somebody asks for it; nothing is held for that. */
    private static boolean isOnlyFetchedAhead() {
        Map<String, String> headers =
                FacesContext.getCurrentInstance().getExternalContext().getRequestHeaderMap();
        return Stream.of("Sec-Purpose", "Purpose")
                .map(headers::get)
                .anyMatch(purpose -> purpose != null && purpose.contains("prefetch"));
    }

    /** Books what the form says and shows what came of it; a refusal is shown at the form. */
    public void book() {
        if (repeat.isWanted()) {
            bookSeries();
        } else {
            bookOnce();
        }
    }

    private void bookSeries() {
        Instant from = start.atZone(space.zone()).toInstant();
        try {
            repeat.book(new Series.RequestSeries(
                    space.id(),
                    from.atZone(space.zone()).toOffsetDateTime(),
                    from.plus(Duration.ofMinutes(minutes)).atZone(space.zone()).toOffsetDateTime(),
                    people,
                    purpose,
                    note,
                    repeat.rule(start.toLocalDate()),
                    Series.OnConflict.SKIP,
                    held == null ? null : held.id()));
        } catch (Refused refused) {
            refusal = Refusal.of(refused, say);
        }
    }

    private void bookOnce() {
        Instant from = start.atZone(space.zone()).toInstant();
        Instant to = from.plus(Duration.ofMinutes(minutes));
        try {
            var booked = bookings.request(
                    caller.get(),
                    new RequestBooking(
                            space.id(),
                            from.atZone(space.zone()).toOffsetDateTime(),
                            to.atZone(space.zone()).toOffsetDateTime(),
                            people,
                            purpose,
                            note,
                            held == null ? null : held.id(),
                            null));
            PageAddress.redirect(PageAddress.booking(booked.id()) + "&booked=true");
        } catch (Refused refused) {
            taken = refused instanceof SlotTaken;
            refusal = Refusal.of(refused, say);
            own(from, to).ifPresent(booked -> PageAddress.redirect(PageAddress.booking(booked.id()) + "&booked=true"));
        }
    }

    /** One's own booking of just that time: the same form came twice, and the first time it was booked. */
    private Optional<BookingView> own(Instant from, Instant to) {
        var query = new BookingQuery(true, space.id(), null, null, from, to, null, false);
        return bookings.list(caller.get(), query, 0, Page.LARGEST_SIZE).items().stream()
                .filter(booking -> HELD.contains(booking.status())
                        && booking.start().toInstant().equals(from)
                        && booking.end().toInstant().equals(to))
                .findFirst();
    }

    private static int between(LocalDateTime start, LocalDateTime end) {
        return start == null || end == null
                ? 0
                : (int) Duration.between(start, end).toMinutes();
    }

    private static LocalDateTime time(String text) {
        try {
            var time = text == null ? null : LocalDateTime.parse(text);
            return time == null || Formats.isReckonable(time.getYear()) ? time : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Purpose purpose(String name) {
        return Stream.of(Purpose.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(Purpose.STUDY);
    }

    private static Integer number(String text) {
        return text != null && text.matches("[0-9]{1,5}") ? Integer.valueOf(text) : null;
    }

    public SpaceCard getSpace() {
        return space.card(say.getLocale(), null);
    }

    public SlotChoice getChoice() {
        return choice;
    }

    /** The wall clock of the venue, as the select of the form carries it. */
    public String getStart() {
        return start.toString();
    }

    public void setStart(String text) {
        start = time(text);
    }

    public int getLength() {
        return minutes;
    }

    public void setLength(int minutes) {
        this.minutes = minutes;
    }

    /** "This time is kept for you until 18:42."; null where nothing is kept. */
    public String getKept() {
        return held == null
                ? null
                : say.text("book.kept", say.time(held.expiresAt().toInstant(), space.zone()));
    }

    /** "today 18:30 to 20:30". */
    public String getWhen() {
        var from = start.atZone(space.zone());
        return say.when(from.toOffsetDateTime(), from.plusMinutes(minutes).toOffsetDateTime(), space.zone());
    }

    public Integer getPeople() {
        return people == null ? Math.min(2, space.capacity()) : people;
    }

    public void setPeople(Integer people) {
        this.people = people;
    }

    public Purpose getPurpose() {
        return purpose;
    }

    public void setPurpose(Purpose purpose) {
        this.purpose = purpose;
    }

    public List<Purpose> getPurposes() {
        return List.of(Purpose.values());
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public int getLongestNote() {
        return LONGEST_NOTE;
    }

    /** Why it could not be booked; null before the first try. */
    public Refusal getRefusal() {
        return refusal;
    }

    /** Whether it could not be booked because somebody else has the time. */
    public boolean isTaken() {
        return taken;
    }

    /** The form that waits for just that time. */
    public String getWaitAddress() {
        return "/resident/wait?space=" + PageAddress.encoded(space.id()) + "&start=" + start + "&end="
                + start.plusMinutes(minutes) + "&people=" + getPeople();
    }

    /** Through the sign-in page and back to this form, with what was chosen. */
    public String getSignInAddress() {
        var from = start.atZone(space.zone()).toInstant();
        var here = PageAddress.book(space.id(), from, from.plus(Duration.ofMinutes(minutes)), space.zone());
        return PageAddress.signIn(
                here + "&people=" + getPeople() + (note == null ? "" : "&note=" + PageAddress.encoded(note)));
    }
}
