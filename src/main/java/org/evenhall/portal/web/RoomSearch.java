package org.evenhall.portal.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.evenhall.availability.FreeSpace;
import org.evenhall.availability.FreeTimes;
import org.evenhall.bookings.Offers;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.GeoPoint;
import org.evenhall.kernel.Page;
import org.evenhall.platform.faces.Say;
import org.evenhall.portal.Place;
import org.evenhall.portal.Places;
import org.evenhall.spaces.Catalogue;

/** Answers "where and when" with rooms; on the home page it does so before anybody has asked. */
@Named("rooms")
@RequestScoped
public class RoomSearch {

    private static final int ON_HOME = 6;
    private static final int LOOKED_AT_FOR_HOME = 40;
    private static final int ON_PAGE = 12;
    private static final int OTHER_TIMES = 6;
    private static final int OTHER_DAYS = 7;

    @Inject
    private FreeTimes freeTimes;

    @Inject
    private Offers offers;

    @Inject
    private Places places;

    @Inject
    private Catalogue catalogue;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Say say;

    @Inject
    private Clock clock;

    private RoomQuestion question;
    private Place place;
    private boolean placeUnknown;
    private Page<FreeSpace> found;
    private List<RoomCard> cards;
    private List<RoomCard> others = List.of();
    private long withoutNeeds;

    /** Tonight, near the centre: one room of each of the nearest houses. */
    public void tonight() {
        answer(RoomQuestion.evening(now()), LOOKED_AT_FOR_HOME);
        Set<String> houses = new HashSet<>();
        cards = found.items().stream()
                .filter(free -> houses.add(free.space().venue().id()))
                .limit(ON_HOME)
                .map(this::card)
                .toList();
    }

    /** What the address asks. */
    public void search() {
        var request = FacesContext.getCurrentInstance().getExternalContext();
        answer(RoomQuestion.of(request.getRequestParameterValuesMap(), now()), ON_PAGE);
        cards = found.items().stream().map(this::card).toList();
    }

    private void answer(RoomQuestion asked, int size) {
        question = asked;
        place = whereabouts();
        found = freeTimes.search(caller.get(), question.search(point()), question.page(), size);
        if (found.total() == 0) {
            others = freeTimes
                    .search(caller.get(), question.anyTime(point(), OTHER_DAYS), 0, OTHER_TIMES)
                    .map(this::card)
                    .items();
            withoutNeeds = question.isNarrow()
                    ? freeTimes
                            .search(caller.get(), question.withoutNeeds().search(point()), 0, 1)
                            .total()
                    : 0;
        }
    }

    private Place whereabouts() {
        if (question.at() != null) {
            return new Place(say.text("ask.here"), question.at());
        }
        if (question.near() != null) {
            var meant = places.find(caller.get(), question.near());
            if (meant.isPresent()) {
                return meant.get();
            }
            placeUnknown = true;
        }
        return places.centre(caller.get()).orElse(null);
    }

    private RoomCard card(FreeSpace free) {
        var id = free.space().id();
        var moment = new Moment(clock.instant(), free.space().zone());
        var date = free.slot().start().atZone(moment.zone()).toLocalDate();
        var day = freeTimes.onDay(caller.get(), List.of(id), date).get(id);
        var slot = offers.best(offers.on(caller.get(), id, day), free.slot()).orElse(free.slot());
        return RoomCard.of(free, slot, day, EveningBar.around(day, free.slot(), question, moment), moment, say);
    }

    private GeoPoint point() {
        return place == null ? null : place.point();
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), catalogue.zone());
    }

    public RoomQuestion getQuestion() {
        return question;
    }

    public List<RoomCard> getItems() {
        return cards;
    }

    public long getTotal() {
        return found.total();
    }

    public boolean isMore() {
        return found.total() > (long) found.page() * found.size() + cards.size();
    }

    public String getNextAddress() {
        return question.onPage(found.page() + 1).getAddress();
    }

    public String getPreviousAddress() {
        return found.page() == 0 ? null : question.onPage(found.page() - 1).getAddress();
    }

    public long getFirst() {
        return (long) found.page() * found.size() + 1;
    }

    public long getLast() {
        return getFirst() + cards.size() - 1;
    }

    /** The nearest other times, when nothing is free at the time asked for. */
    public List<RoomCard> getOthers() {
        return others;
    }

    /** How many rooms there would be without any need named. */
    public long getWithoutNeeds() {
        return withoutNeeds;
    }

    public String getWithoutNeedsAddress() {
        return question.withoutNeeds().getAddress();
    }

    /** Where one waits for a room like that. */
    public String getWaitAddress() {
        boolean placed = question.at() != null || question.near() != null && !placeUnknown;
        return question.waitAddress(placed ? point() : null);
    }

    public boolean isPlaceUnknown() {
        return placeUnknown;
    }

    /** Where distances are measured from, in words. */
    public String getPlaceName() {
        if (question.at() != null) {
            return say.text("ask.here");
        }
        return question.near() == null || placeUnknown ? say.text("ask.centre") : question.near();
    }

    /** What stands in the field "near". */
    public String getNear() {
        return question.at() != null ? say.text("ask.here") : question.near();
    }

    public String getAt() {
        return question.at() == null
                ? null
                : question.at().lat() + "," + question.at().lon();
    }

    public Place getPlace() {
        return place;
    }

    /** "today 18:30 to 20:30". */
    public String getWhen() {
        return say.text("say.when", say.day(question.day(), catalogue.zone()), getTimes());
    }

    public String getTimes() {
        return say.text("say.times", question.getFromClock(), question.getToClock());
    }
}
