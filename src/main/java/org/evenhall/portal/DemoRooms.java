package org.evenhall.portal;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Expected;
import org.evenhall.openings.StateHours;
import org.evenhall.openings.Timetables;
import org.evenhall.organisations.OrganisationKind;
import org.evenhall.platform.Configuration;
import org.evenhall.platform.Started;
import org.evenhall.platform.nodes.Leases;
import org.evenhall.spaces.Amenity;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.PublishSpace;
import org.evenhall.spaces.PublishSpace.Part;
import org.evenhall.spaces.Publishing;
import org.evenhall.spaces.Sharing;
import org.evenhall.spaces.SpaceKind;

/**
 * Rooms of the demo that no file states, because files know neither parts nor places: a hall that can be halved, at the
 * school that the demo's owner manages, and a reading room with seats. They are published through the same door as any
 * other, once; what is done to them afterwards stays.
 */
@ApplicationScoped
public class DemoRooms {

    private static final int AFTER_THE_ACCOUNTS = Started.DERIVED - 390;
    private static final int SEATS = 12;

    @Inject
    private Configuration configuration;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Publishing publishing;

    @Inject
    private Timetables timetables;

    @Inject
    private Leases leases;

    void publish(@Observes @Priority(AFTER_THE_ACCOUNTS) Started started) {
        if (configuration.demo()) {
            leases.alone("demo", () -> {
                catalogue.reload();
                inFirst(OrganisationKind.SCHOOL, this::hall);
                inFirst(OrganisationKind.LIBRARY, this::readingRoom);
                return true;
            });
        }
    }

    /** In the first by name, as the demo's accounts are given theirs, unless it has a room with parts already. */
    private void inFirst(OrganisationKind kind, Consumer<Listed> publish) {
        List<Listed> all = catalogue.snapshot().all();
        Optional<Listed> first = all.stream()
                .filter(space -> space.published() && space.organisation().kind() == kind)
                .min(Comparator.comparing(
                                (Listed space) -> space.organisation().name().name())
                        .thenComparing(space -> space.organisation().id())
                        .thenComparing(Listed::id));
        first.filter(there -> all.stream()
                        .filter(space -> space.organisation()
                                .id()
                                .equals(there.organisation().id()))
                        .allMatch(space -> space.id().equals(space.site())))
                .ifPresent(publish);
    }

    private void hall(Listed beside) {
        publish(
                beside,
                "Mo-Fr 17:00-22:00; Sa,Su 10:00-20:00; PH off",
                new PublishSpace(
                        beside.venue().id(),
                        null,
                        null,
                        2,
                        "Evening hall",
                        "夜光大厅",
                        "One large hall, or two halves with a folding wall between them.",
                        "可整体使用，也可用折叠墙分成两半。",
                        SpaceKind.SPORTS_HALL,
                        60,
                        Sharing.WHOLE,
                        Set.of(Amenity.MATS, Amenity.STAGE),
                        true,
                        true,
                        List.of(
                                new Part("Evening hall, window half", "夜光大厅（靠窗半厅）", null, 30),
                                new Part("Evening hall, stage half", "夜光大厅（舞台半厅）", null, 30))));
    }

    private void readingRoom(Listed beside) {
        String id = publish(
                beside,
                "Mo-Sa 10:00-22:00; PH off",
                new PublishSpace(
                        beside.venue().id(),
                        null,
                        null,
                        SEATS,
                        "Evening reading room",
                        "夜光阅览室",
                        "Forty quiet places, twelve of them at the windows with a number of their own.",
                        "四十个安静座位，其中十二个靠窗座位有编号，可单独预订。",
                        SpaceKind.LIBRARY_HALL,
                        40,
                        Sharing.PLACES,
                        Set.of(Amenity.QUIET, Amenity.SOCKETS, Amenity.WIFI),
                        true,
                        true,
                        List.of()));
        publishing.addSeats(Caller.system(), id, SEATS);
    }

    private String publish(Listed beside, String hours, PublishSpace wish) {
        String id = publishing.publishForDemo(Caller.system(), wish).listed().id();
        timetables.state(Caller.system(), id, new StateHours(hours, null), Expected.ANY);
        return id;
    }
}
