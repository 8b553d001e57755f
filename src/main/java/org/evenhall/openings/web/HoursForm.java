package org.evenhall.openings.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Expected;
import org.evenhall.kernel.Refused;
import org.evenhall.openings.HoursView;
import org.evenhall.openings.StateHours;
import org.evenhall.openings.Timetables;
import org.evenhall.platform.faces.FieldFaults;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.platform.faces.Say;
import org.evenhall.platform.text.Formats;
import org.evenhall.platform.text.Unreadable;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.Publishing;

/** States the opening hours of a space, after showing what they come to. */
@Named("hoursForm")
@RequestScoped
public class HoursForm {

    private static final String HERE = "/owner/hours?space=";

    @Inject
    private Timetables timetables;

    @Inject
    private Publishing publishing;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Say say;

    private String wanted;
    private Listed space;
    private HoursView shown;
    private long version;
    private String openingHours;
    private String validFrom;
    private boolean previewed;
    private boolean stored;
    private String refused;

    /** A day in words. */
    public record Day(String name, String times, boolean closed) {}

    @PostConstruct
    void open() {
        FacesContext faces = FacesContext.getCurrentInstance();
        Map<String, String> asked = faces.getExternalContext().getRequestParameterMap();
        wanted = asked.getOrDefault("space", "");
        if (!caller.get().signedIn()) {
            return;
        }
        space = publishing.seen(caller.get(), wanted);
        publishing.mustOwn(caller.get(), space);
        var present = timetables.get(caller.get(), space.id());
        shown = present.hours();
        version = present.version();
        openingHours = shown.openingHours();
        stored = asked.containsKey("stored");
        String seen = asked.get("version");
        if (seen != null && seen.matches("[0-9]{1,9}")) {
            version = Long.parseLong(seen);
        }
    }

    /** Who has not signed in does that first. */
    public void check() {
        if (!caller.get().signedIn()) {
            PageAddress.redirect(PageAddress.signIn(HERE + PageAddress.encoded(wanted)));
        }
    }

    public void preview() {
        try {
            shown = timetables.preview(caller.get(), space.id(), wish());
            previewed = true;
        } catch (Refused e) {
            refused = FieldFaults.show(e, say);
        }
    }

    public void save() {
        try {
            timetables.state(caller.get(), space.id(), wish(), Expected.version(version));
            PageAddress.redirect(HERE + PageAddress.encoded(space.id()) + "&stored=true");
        } catch (Refused e) {
            refused = FieldFaults.show(e, say);
        }
    }

    private StateHours wish() {
        return new StateHours(openingHours, day());
    }

    private LocalDate day() {
        try {
            return validFrom == null ? null : Formats.date(validFrom);
        } catch (Unreadable e) {
            throw Refused.invalid(e.in("validFrom"));
        }
    }

    public Listed getSpace() {
        return space;
    }

    public String getSpaceName() {
        return space.name().in(say.getLocale());
    }

    public String getHouseName() {
        return space.venue().name().in(say.getLocale());
    }

    public List<Day> getDays() {
        return shown.days().stream().map(this::day).toList();
    }

    private Day day(HoursView.Day day) {
        String times = day.open().stream()
                .map(open -> say.times(open.start().toInstant(), open.end().toInstant(), shown.zone()))
                .collect(Collectors.joining(say.text("say.comma")));
        return new Day(say.day(day.date(), shown.zone()), times.isEmpty() ? closed(day) : times, times.isEmpty());
    }

    /** The day stands beside it already, so that a day without hours is just closed. */
    private String closed(HoursView.Day day) {
        return say.text("closed.that-day", day.date()).equals(day.reason()) ? say.text("week.closed") : day.reason();
    }

    /** Whether any hours are stated, here or for the room around it. */
    public boolean isAny() {
        return shown.openingHours() != null;
    }

    public boolean isInherited() {
        return shown.inheritedFrom() != null;
    }

    public boolean isPreviewed() {
        return previewed;
    }

    public boolean isStored() {
        return stored;
    }

    public long getVersion() {
        return version;
    }

    public String getRefused() {
        return refused;
    }

    public String getOpeningHours() {
        return openingHours;
    }

    public void setOpeningHours(String openingHours) {
        this.openingHours = openingHours;
    }

    public String getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(String validFrom) {
        this.validFrom = validFrom;
    }
}
