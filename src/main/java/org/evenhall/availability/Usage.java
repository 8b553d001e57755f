package org.evenhall.availability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhall.availability.store.UsageStore;
import org.evenhall.kernel.TimeRange;
import org.evenhall.spaces.Catalogue;

/**
 * The door to what was claimed and closed in a period, for whole cities at once. It names nobody; who may see the
 * figures of which space is for those to check who show them.
 */
@ApplicationScoped
@Transactional
public class Usage {

    /** What an opening may reach beyond its own day, and what a zone may differ from UTC, rounded up to whole days. */
    private static final int MARGIN_DAYS = 2;

    private final UsageStore store;
    private final Catalogue catalogue;

    Usage() {
        this(null, null);
    }

    @Inject
    public Usage(UsageStore store, Catalogue catalogue) {
        this.store = store;
        this.catalogue = catalogue;
    }

    /**
     * How long a space was or will be taken, without buffers.
     *
     * @param seconds elapsed seconds in all
     * @param eveningSeconds those of them from 18:00 to 22:00 local time
     */
    public record Claimed(long seconds, long eveningSeconds) {

        public static final Claimed NOTHING = new Claimed(0, 0);
    }

    /**
     * What is claimed of each space, counted under the local day whose opening a claim belongs to, {@code [from, to)};
     * spaces without a claim are left out.
     */
    public Map<String, Claimed> claimed(LocalDate from, LocalDate to) {
        return store.claimed(from, to);
    }

    /**
     * The closures of each space that may touch an opening of the local days {@code [from, to)}, in no order, and
     * possibly overlapping; spaces without one are left out. A closure of the whole closes its parts, and that of a part
     * the whole.
     */
    public Map<String, List<TimeRange>> closures(LocalDate from, LocalDate to) {
        var snapshot = catalogue.snapshot();
        Map<String, List<TimeRange>> closures = new HashMap<>();
        store.blockades(
                        from.minusDays(MARGIN_DAYS).atStartOfDay(ZoneOffset.UTC).toInstant(),
                        to.plusDays(MARGIN_DAYS).atStartOfDay(ZoneOffset.UTC).toInstant())
                .forEach(blockade -> snapshot.find(blockade.spaceId()).ifPresent(closed -> snapshot.touching(closed)
                        .forEach(space -> closures.computeIfAbsent(space.id(), id -> new ArrayList<>())
                                .add(blockade.slot()))));
        return closures;
    }
}
