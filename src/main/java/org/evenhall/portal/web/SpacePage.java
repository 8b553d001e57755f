package org.evenhall.portal.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.evenhall.areas.Areas;
import org.evenhall.availability.FreeTimes;
import org.evenhall.bookings.Offers;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.openings.Openings;
import org.evenhall.openings.StatedHours;
import org.evenhall.organisations.Organisations;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.platform.faces.Say;
import org.evenhall.policies.Policies;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.SpaceView;
import org.evenhall.spaces.Spaces;

/** A space on its own page: what it is, its rules, and its week. */
@Named("spacePage")
@RequestScoped
public class SpacePage {

    private static final int WEEK = 7;
    private static final int WEEKS_AHEAD = 52;

    @Inject
    private Spaces spaces;

    @Inject
    private Catalogue catalogue;

    @Inject
    private FreeTimes freeTimes;

    @Inject
    private Offers offers;

    @Inject
    private Openings openings;

    @Inject
    private Policies policies;

    @Inject
    private Areas areas;

    @Inject
    private Organisations organisations;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Say say;

    @Inject
    private Clock clock;

    private SpaceView space;
    private LocalDate today;
    private LocalDate from;
    private List<WeekDay> days;
    private List<PlainRules.Rule> rules;
    private StatedHours hours;
    private List<String> openingWords;

    /** Shows the space of the address, in the week of its day or in the one that begins today. */
    public void load() {
        var asked = new Parameters(
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap());
        var listed =
                catalogue.published(Optional.ofNullable(asked.text("id", 60)).orElse(""));
        var moment = new Moment(clock.instant(), listed.zone());
        space = spaces.get(caller.get(), listed.id());
        today = LocalDate.ofInstant(moment.now(), moment.zone());
        from = asked.day()
                .filter(day -> day.isAfter(today) && day.isBefore(today.plusWeeks(WEEKS_AHEAD)))
                .orElse(today);
        var free = freeTimes.of(caller.get(), listed.id(), from, from.plusDays(WEEK));
        var offered = offers.on(caller.get(), listed.id(), free);
        days = new Week(listed, free, day -> offered.get(day.date()), moment, say).days();
        rules = PlainRules.of(
                policies.of(listed),
                ids -> areas.names(caller.get(), ids),
                ids -> organisations.names(caller.get(), ids),
                say);
        hours = openings.stated(listed, today);
        openingWords = OpeningWords.of(
                freeTimes.of(caller.get(), listed.id(), today, today.plusDays(WEEK)), listed.zone(), say);
    }

    public SpaceView getSpace() {
        return space;
    }

    public List<WeekDay> getDays() {
        return days;
    }

    public List<PlainRules.Rule> getRules() {
        return rules;
    }

    public StatedHours getHours() {
        return hours;
    }

    /** The opening hours of the coming week in words. */
    public List<String> getOpenings() {
        return openingWords;
    }

    /** What is known of access by wheelchair: {@code yes}, {@code limited}, {@code no} or {@code unknown}. */
    public String getWheelchair() {
        return space.accessibility().getOrDefault("wheelchair", "unknown");
    }

    /** From the city down to where the house stands. */
    public String getAreaPath() {
        return String.join(" › ", space.area().path());
    }

    /** The first time of this week that can be booked, null where there is none. */
    public WeekDay.FreeTime getNext() {
        return days.stream()
                .flatMap(day -> day.free().stream())
                .filter(free -> free.bookAddress() != null)
                .findFirst()
                .orElse(null);
    }

    /** The day of that time: "tomorrow", "Wed 25 Nov". */
    public String getNextDay() {
        return days.stream()
                .filter(day -> day.free().stream().anyMatch(free -> free.bookAddress() != null))
                .findFirst()
                .map(day -> say.day(day.date(), space.venue().zone()))
                .orElse(null);
    }

    public String getEarlier() {
        return from.equals(today) ? null : week(from.minusDays(WEEK).isBefore(today) ? today : from.minusDays(WEEK));
    }

    /** Null where the next week is further ahead than the page goes. */
    public String getLater() {
        LocalDate later = from.plusDays(WEEK);
        return later.isBefore(today.plusWeeks(WEEKS_AHEAD)) ? week(later) : null;
    }

    /** "23 Nov to 29 Nov" in words. */
    public String getWeekName() {
        var zone = space.venue().zone();
        return say.text("say.times", say.day(from, zone), say.day(from.plusDays(WEEK - 1L), zone));
    }

    /** Where a map of the world shows the house. */
    public String getMapAddress() {
        return "https://www.openstreetmap.org/?mlat=%1$s&mlon=%2$s#map=17/%1$s/%2$s"
                .formatted(space.venue().lat(), space.venue().lon());
    }

    private String week(LocalDate day) {
        return "/resident/space?id=" + PageAddress.encoded(space.id()) + "&day=" + day + "#week";
    }
}
