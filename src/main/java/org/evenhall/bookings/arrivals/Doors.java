package org.evenhall.bookings.arrivals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.evenhall.availability.Calendar;
import org.evenhall.bookings.domain.DoorCodes;
import org.evenhall.bookings.store.DoorCodeStore;
import org.evenhall.bookings.store.DoorCodeStore.DoorCode;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;

/**
 * The codes on the doors. That of the whole serves its parts too, and the other way round: behind one door there may be a
 * hall with two halves, or a room with forty seats.
 */
@ApplicationScoped
public class Doors {

    private DoorCodeStore store;
    private Catalogue catalogue;
    private Calendar calendar;
    private Clock clock;

    protected Doors() {}

    @Inject
    public Doors(DoorCodeStore store, Catalogue catalogue, Calendar calendar, Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The code of a space, made when it is first asked for. */
    public DoorCode of(Listed space) {
        calendar.lock(List.of(space));
        return store.of(space.id()).orElseGet(() -> renew(space));
    }

    /** From now on another code; the one on the door has to be exchanged. */
    public DoorCode renew(Listed space) {
        calendar.lock(List.of(space));
        String code = DoorCodes.next();
        while (store.withCode(code).isPresent()) {
            code = DoorCodes.next();
        }
        DoorCode fresh = new DoorCode(space.id(), code, clock.instant());
        store.put(fresh);
        return fresh;
    }

    /** The space at whose door a code hangs. */
    public Optional<Listed> at(String typed) {
        return store.withCode(DoorCodes.normal(typed))
                .flatMap(code -> catalogue.snapshot().find(code.spaceId()));
    }

    /** @throws Refused where no code was given, or not the one on this door */
    public void mustBeOpenedBy(Listed space, String typed) {
        if (typed == null || typed.isBlank()) {
            throw wrong("required", "check-in.code-missing");
        }
        List<String> codes = store.codes(
                catalogue.snapshot().touching(space).stream().map(Listed::id).toList());
        if (!DoorCodes.isOneOf(codes, typed)) {
            throw wrong("door-code", "check-in.code-wrong");
        }
    }

    private static Refused wrong(String rule, String key) {
        return new Refused(Reason.POLICY, List.of(Violation.of(rule, "code", key)), "problem.policy.detail");
    }
}
