package org.evenhall.availability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.logging.Logger;
import org.evenhall.availability.AuditView.Difference;
import org.evenhall.availability.store.NightStore;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.Page;

/** The door to what the auditor found, night by night, for administrators. */
@ApplicationScoped
@Transactional
public class Nights {

    private static final Logger LOG = Logger.getLogger(Nights.class.getName());

    /** Of a calendar that is broken all over, so many differences are enough to see it. */
    private static final int MOST_KEPT = 100;

    private final Auditor auditor;
    private final NightStore store;
    private final Clock clock;

    Nights() {
        this(null, null, null);
    }

    @Inject
    public Nights(Auditor auditor, NightStore store, Clock clock) {
        this.auditor = auditor;
        this.store = store;
        this.clock = clock;
    }

    /**
     * One night.
     *
     * @param differences how many there were
     * @param first the first hundred of them
     */
    public record NightView(
            String id,
            OffsetDateTime auditedAt,
            long claims,
            long daySheets,
            int differences,
            List<Difference> first) {}

    /** Audits everything, a space at a time, and keeps what was found. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public NightView audit(Caller caller) {
        caller.mustBeAdministrator();
        AuditView found = auditor.audit(caller);
        List<Difference> all = found.differences();
        if (all.isEmpty()) {
            LOG.info("The auditor looked at " + found.claims() + " claims and found no difference");
        } else {
            LOG.warning("The auditor found " + all.size() + " differences, the first: " + all.get(0));
        }
        var night = new NightView(
                Ids.next(),
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                found.claims(),
                found.daySheets(),
                all.size(),
                all.subList(0, Math.min(MOST_KEPT, all.size())));
        store.add(night);
        return night;
    }

    /** The latest first, ties by id. */
    public Page<NightView> list(Caller caller, int page, int size) {
        caller.mustBeAdministrator();
        return store.list(page, size);
    }
}
