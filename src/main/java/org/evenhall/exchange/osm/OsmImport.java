package org.evenhall.exchange.osm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.evenhall.areas.Areas;
import org.evenhall.exchange.Houses;
import org.evenhall.exchange.ImportView.Status;
import org.evenhall.exchange.domain.Fault;
import org.evenhall.exchange.store.ImportStore;
import org.evenhall.exchange.store.ImportStore.Counts;
import org.evenhall.identity.Caller;
import org.evenhall.openings.Openings;
import org.evenhall.spaces.Place;
import org.evenhall.spaces.Spaces;

/**
 * Carries out one import: works out what the file changes, then changes it in batches, each in its own transaction and
 * small enough that Derby does not lock whole tables. The first batches bring what is new and changed; what is gone is
 * hidden last.
 */
@ApplicationScoped
public class OsmImport {

    private static final Logger LOG = Logger.getLogger(OsmImport.class.getName());

    /** Rows of a batch; Derby escalates locks at 5,000 of a table, and other requests wait for a batch to end. */
    private static final int MOST_ROWS = 800;

    private final Houses houses;
    private final Spaces spaces;
    private final Areas areas;
    private final Openings openings;
    private final ImportStore store;
    private final Clock clock;

    OsmImport() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public OsmImport(Houses houses, Spaces spaces, Areas areas, Openings openings, ImportStore store, Clock clock) {
        this.houses = houses;
        this.spaces = spaces;
        this.areas = areas;
        this.openings = openings;
        this.store = store;
        this.clock = clock;
    }

    /**
     * A run that has begun.
     *
     * @param statedSource the source that somebody named, or null
     * @param place of the venues
     */
    public record Run(String id, Caller caller, String statedSource, Place place, boolean dryRun) {}

    /**
     * Ends the run as done or failed, whatever happens.
     *
     * @param whenChanged called after the last commit and before the run ends, if anything is changed; after a run that
     *     broke off too, because some of its batches may have been committed
     */
    public void carryOut(Run run, byte[] bytes, Runnable whenChanged) {
        Fault fault = Fault.BROKE_OFF;
        String detail = null;
        Status status = Status.FAILED;
        try {
            var plan = Plan.of(
                    bytes,
                    new Plan.Ground(
                            run.statedSource(), run.place(), spaces.known(run.caller()), areas::at, openings::read));
            store.add(run.id(), plan.problems());
            if (run.dryRun()) {
                store.progress(
                        run.id(),
                        plan.source(),
                        counts(plan, plan.created().size(), plan.updated().size(), true));
            } else {
                try {
                    change(run, plan);
                } finally {
                    if (plan.changesSomething()) {
                        whenChanged.run();
                    }
                }
            }
            status = Status.DONE;
            fault = null;
        } catch (NotReadable e) {
            fault = e.fault();
            detail = e.detail();
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "The import " + run.id() + " broke off", e);
        } finally {
            store.end(run.id(), status, fault, detail, clock.instant());
        }
    }

    private void change(Run run, Plan plan) {
        store.progress(run.id(), plan.source(), counts(plan, 0, 0, false));
        int created = 0;
        for (var batch : batches(plan.created())) {
            houses.state(run.caller(), batch, plan.lineage());
            created += batch.size();
            store.progress(run.id(), plan.source(), counts(plan, created, 0, false));
        }
        int updated = 0;
        for (var batch : batches(plan.updated())) {
            houses.state(run.caller(), batch, plan.lineage());
            updated += batch.size();
            store.progress(run.id(), plan.source(), counts(plan, created, updated, false));
        }
        slices(plan.moved()).forEach(slice -> houses.assign(run.caller(), slice, plan.lineage()));
        slices(plan.gone()).forEach(slice -> houses.retire(run.caller(), slice));
        store.progress(run.id(), plan.source(), counts(plan, created, updated, true));
    }

    private static Counts counts(Plan plan, int created, int updated, boolean hidden) {
        return new Counts(
                plan.read(),
                created,
                updated,
                plan.unchanged(),
                hidden ? plan.gone().size() : 0,
                plan.skipped());
    }

    private static List<List<House>> batches(List<House> houses) {
        List<List<House>> batches = new ArrayList<>();
        int rows = MOST_ROWS;
        for (House house : houses) {
            if (rows + house.rows() > MOST_ROWS) {
                batches.add(new ArrayList<>());
                rows = 0;
            }
            batches.get(batches.size() - 1).add(house);
            rows += house.rows();
        }
        return batches;
    }

    private static List<List<String>> slices(Iterable<String> externalIds) {
        List<List<String>> slices = new ArrayList<>();
        for (String each : externalIds) {
            if (slices.isEmpty() || slices.get(slices.size() - 1).size() == MOST_ROWS / 2) {
                slices.add(new ArrayList<>());
            }
            slices.get(slices.size() - 1).add(each);
        }
        return slices;
    }
}
