package org.evenhall.portal.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.platform.faces.Say;
import org.evenhall.portal.Places;
import org.evenhall.spaces.Amenity;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.SpaceKind;

/** What the form "where and when" offers to choose from. */
@Named("askOptions")
@RequestScoped
public class AskOptions {

    /** The needs that most people name; the others are found on a room's own page. */
    private static final List<Amenity> NEEDS = List.of(
            Amenity.QUIET,
            Amenity.SOCKETS,
            Amenity.WIFI,
            Amenity.PROJECTOR,
            Amenity.WHITEBOARD,
            Amenity.COMPUTERS,
            Amenity.FAMILY_ROOM,
            Amenity.PIANO);

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

    /** A value of the form and how it is shown. */
    public record Option(String value, String label) {}

    public List<Option> getDays() {
        var zone = catalogue.zone();
        var today = LocalDate.now(clock.withZone(zone));
        return IntStream.range(0, RoomQuestion.DAYS_AHEAD)
                .mapToObj(today::plusDays)
                .map(day -> new Option(day.toString(), say.dayWithDate(day, zone)))
                .toList();
    }

    public List<String> getStarts() {
        return clocks(RoomQuestion.EARLIEST, RoomQuestion.LATEST - RoomQuestion.STEP);
    }

    public List<String> getEnds() {
        return clocks(RoomQuestion.EARLIEST + RoomQuestion.STEP, RoomQuestion.LATEST);
    }

    public List<Option> getNeeds() {
        var stepFree = new Option("STEP_FREE", say.text("need.STEP_FREE"));
        return Stream.concat(Stream.of(stepFree), NEEDS.stream().map(need -> new Option(need.name(), say.label(need))))
                .toList();
    }

    public List<Option> getKinds() {
        return Stream.of(SpaceKind.values())
                .map(kind -> new Option(kind.name(), say.label(kind)))
                .toList();
    }

    public List<String> getDistricts() {
        return places.districts(caller.get());
    }

    private static List<String> clocks(int first, int last) {
        return IntStream.rangeClosed(first / RoomQuestion.STEP, last / RoomQuestion.STEP)
                .mapToObj(step -> RoomQuestion.clock(step * RoomQuestion.STEP))
                .toList();
    }
}
