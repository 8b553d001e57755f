package org.evenhall.bookings.web.waiting;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhall.bookings.Waitlist.WantedFilters;
import org.evenhall.platform.faces.Say;

/** What somebody waits for who does not wait for one space, in a few words. */
final class WaitingWords {

    private static final double METRES = 1000;

    private WaitingWords() {}

    static String of(WantedFilters wanted, Say say) {
        Stream<String> kind =
                Stream.of(wanted.kind() == null ? say.text("waiting.any-room") : say.label(wanted.kind()));
        Stream<String> needs = wanted.amenity().stream().map(say::label).sorted();
        Stream<String> stepFree = wanted.stepFree() ? Stream.of(say.text("need.STEP_FREE")) : Stream.empty();
        Stream<String> around =
                Stream.ofNullable(wanted.radius()).map(metres -> say.text("wait.kilometres", metres / METRES));
        return Stream.of(kind, needs, stepFree, around).flatMap(each -> each).collect(Collectors.joining(" · "));
    }
}
