package org.evenhall.bookings.web.waiting;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhall.bookings.Waitlist;
import org.evenhall.bookings.Waitlist.WantedFilters;
import org.evenhall.bookings.web.Refusal;
import org.evenhall.bookings.web.TypedTime;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.platform.faces.Say;
import org.evenhall.platform.text.Formats;
import org.evenhall.spaces.Amenity;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.SpaceCard;
import org.evenhall.spaces.SpaceKind;

/**
 * The form that joins the waiting list, for one space or for any that passes the filters of the address. It keeps nothing on
 * the server; a refusal is told at the form, with all that was typed still in it.
 */
@Named("waitPage")
@RequestScoped
public class WaitPage {

    /** A page shows no map: people say roughly how far they would go. */
    private static final List<Integer> KILOMETRES = List.of(1, 2, 5, 10);

    private static final int METRES = 1000;

    private static final String STEP_FREE = "STEP_FREE";
    private static final List<String> KEPT = List.of("space", "near", "kind");

    @Inject
    private Waitlist waitlist;

    @Inject
    private Catalogue catalogue;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Say say;

    private Map<String, String[]> asked;
    private Listed space;
    private String day;
    private String from;
    private String to;
    private Integer people;
    private Integer kilometres;
    private Refusal refusal;

    @PostConstruct
    void open() {
        asked = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap();
        space = text("space") == null ? null : catalogue.published(text("space"));
        LocalDateTime start = time(text("start"));
        LocalDateTime end = time(text("end"));
        day = start == null ? text("day") : start.toLocalDate().toString();
        from = start == null ? text("from") : start.toLocalTime().toString();
        to = end != null ? end.toLocalTime().toString() : "24:00".equals(text("to")) ? "00:00" : text("to");
        String howMany = text("people");
        people = howMany != null && howMany.matches("[0-9]{1,5}") ? Integer.valueOf(howMany) : Integer.valueOf(2);
        String far = text("far");
        kilometres = far != null && far.matches("[0-9]{1,2}") ? Integer.valueOf(far) : Integer.valueOf(2);
    }

    /** Joins, and shows what one waits for; a refusal is shown at the form. */
    public void join() {
        try {
            LocalDate date = LocalDate.parse(day);
            LocalDateTime start = date.atTime(LocalTime.parse(from));
            waitlist.join(caller.get(), wish(at(start), at(TypedTime.end(start, to))));
            PageAddress.redirect("/resident/bookings#waiting");
        } catch (Refused refused) {
            refusal = Refusal.of(refused, say);
        } catch (DateTimeException e) {
            refusal = Refusal.of(Refused.invalid(Violation.of("format", "from", "wait.time-missing")), say);
        }
    }

    private Waitlist.JoinWaitlist wish(OffsetDateTime start, OffsetDateTime end) {
        if (space != null) {
            return new Waitlist.JoinWaitlist(
                    space.id(), null, null, null, null, null, null, null, null, null, null, start, end, people);
        }
        WantedFilters filters = filters();
        return new Waitlist.JoinWaitlist(
                null,
                null,
                filters.kind(),
                null,
                null,
                null,
                filters.near(),
                filters.radius(),
                filters.minCapacity(),
                filters.amenity(),
                filters.stepFree(),
                start,
                end,
                people);
    }

    private WantedFilters filters() {
        boolean around = text("near") != null && kilometres != null && kilometres > 0;
        return new WantedFilters(
                null,
                constant(SpaceKind.values(), text("kind")),
                null,
                null,
                null,
                text("near"),
                around ? kilometres * METRES : null,
                people,
                getNeeds().stream()
                        .flatMap(need -> Stream.ofNullable(constant(Amenity.values(), need)))
                        .collect(Collectors.toSet()),
                getNeeds().contains(STEP_FREE));
    }

    private OffsetDateTime at(LocalDateTime time) {
        ZoneId zone = space == null ? catalogue.zone() : space.zone();
        return time.atZone(zone).toOffsetDateTime();
    }

    private static LocalDateTime time(String text) {
        try {
            var time = text == null ? null : LocalDateTime.parse(text);
            return time == null || Formats.isReckonable(time.getYear()) ? time : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static <E extends Enum<E>> E constant(E[] all, String name) {
        return Arrays.stream(all)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private String text(String name) {
        String[] values = asked.get(name);
        return values == null || values.length == 0 || values[0].isBlank() ? null : values[0];
    }

    /** The space that is waited for; null where any will do. */
    public SpaceCard getSpace() {
        return space == null ? null : space.card(say.getLocale(), null);
    }

    /** What any room must be or have, in words. */
    public String getWords() {
        return WaitingWords.of(filters(), say);
    }

    public String getNear() {
        return text("near");
    }

    public String getKind() {
        return text("kind");
    }

    /** What must be there, by name. */
    public List<String> getNeeds() {
        return List.of(asked.getOrDefault("need", new String[0]));
    }

    public List<Integer> getDistances() {
        return KILOMETRES;
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

    public Integer getKilometres() {
        return kilometres;
    }

    public void setKilometres(Integer kilometres) {
        this.kilometres = kilometres;
    }

    /** Why one cannot wait for it; null before the first try. */
    public Refusal getRefusal() {
        return refusal;
    }

    /** Through the sign-in page and back to this form. */
    public String getSignInAddress() {
        Stream<String> filled = Stream.of("day=" + day, "from=" + from, "to=" + to, "people=" + people)
                .filter(pair -> !pair.endsWith("=null"));
        Stream<String> kept = KEPT.stream()
                .filter(name -> text(name) != null)
                .map(name -> name + "=" + PageAddress.encoded(text(name)));
        Stream<String> needs = getNeeds().stream().map(need -> "need=" + PageAddress.encoded(need));
        return PageAddress.signIn("/resident/wait?"
                + Stream.of(kept, needs, filled).flatMap(each -> each).collect(Collectors.joining("&")));
    }
}
