package org.evenhall.exchange;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.evenhall.exchange.domain.Detail;
import org.evenhall.exchange.domain.Problem;
import org.evenhall.exchange.domain.Text;
import org.evenhall.exchange.osm.OsmImport;
import org.evenhall.exchange.store.ImportStore;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.platform.Started;
import org.evenhall.platform.http.LargestBody;
import org.evenhall.platform.nodes.Leases;
import org.evenhall.platform.nodes.Leases.Lease;
import org.evenhall.platform.nodes.Trace;
import org.evenhall.platform.nodes.Traces;
import org.evenhall.platform.text.Messages;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.CatalogueChanged;
import org.evenhall.spaces.Place;
import org.evenhall.spaces.Spaces;

/**
 * The door to imports: an administrator hands in a file and asks from time to time how far it is. One at a time over
 * all nodes, so that what a file is compared with stands still. A run writes by itself, batch by batch, outside the transaction of
 * whoever started it.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class Imports {

    private static final Logger LOG = Logger.getLogger(Imports.class.getName());
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final String LEASE = "import";
    private static final Pattern REGION = Pattern.compile("[a-z0-9]{1,3}");

    private final OsmImport osm;
    private final ImportStore store;
    private final Spaces spaces;
    private final Catalogue catalogue;
    private final Event<CatalogueChanged> changed;
    private final Traces traces;
    private final Leases leases;
    private final Clock clock;

    @Resource
    private ManagedScheduledExecutorService executor;

    Imports() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    public Imports(
            OsmImport osm,
            ImportStore store,
            Spaces spaces,
            Catalogue catalogue,
            Event<CatalogueChanged> changed,
            Traces traces,
            Leases leases,
            Clock clock) {
        this.osm = osm;
        this.store = store;
        this.spaces = spaces;
        this.catalogue = catalogue;
        this.changed = changed;
        this.traces = traces;
        this.leases = leases;
        this.clock = clock;
    }

    /** A file that has arrived as a whole. */
    public record Upload(byte[] bytes, String hash) {

        public Upload(byte[] bytes) {
            this(bytes, Text.hash(bytes));
        }
    }

    /** Reads a file to its end; refused when it is too large. */
    public Upload receive(Caller caller, InputStream body) {
        caller.mustBeAdministrator();
        try {
            byte[] bytes = body.readNBytes(LargestBody.BYTES + 1);
            if (bytes.length > LargestBody.BYTES) {
                throw new Refused(Reason.TOO_LARGE, "problem.too-large.detail");
            }
            return new Upload(bytes);
        } catch (IOException e) {
            throw Refused.malformed(Violation.of("format", null, "malformed.unfinished"));
        }
    }

    /**
     * Begins to import a file.
     *
     * @return the id of the run
     */
    public String start(Caller caller, ImportFile file, Upload upload) {
        caller.mustBeAdministrator();
        var place = check(file);
        Lease lease = alone();
        boolean begun = false;
        try {
            String id = begin(caller, file, upload.hash());
            var run = new OsmImport.Run(id, caller, file.source(), place, file.dryRun());
            executor.execute(() -> carryOut(run, upload.bytes(), this::tell, lease));
            begun = true;
            return id;
        } catch (RejectedExecutionException e) {
            throw new Refused(Reason.BUSY, "import.busy");
        } finally {
            if (!begun) {
                leases.giveBack(lease);
            }
        }
    }

    /**
     * Imports a file at once, for the start of the server; whoever calls this takes the catalogue anew.
     *
     * @param edition tells this file, and whatever else its outcome depends on, from others of the same source
     * @return the run, which has ended
     */
    public ImportView importNow(Caller caller, ImportFile file, byte[] bytes, String edition) {
        caller.mustBeAdministrator();
        var place = check(file);
        Lease lease = alone();
        String id = begin(caller, file, edition);
        var run = new OsmImport.Run(id, caller, file.source(), place, file.dryRun());
        carryOut(run, bytes, () -> traces.leave(Trace.CITY, null), lease);
        return run(caller, id);
    }

    /** Whether that edition of a source's file was imported before, to the end. */
    public boolean imported(String source, String edition) {
        return store.done(source, edition);
    }

    /** How far a run is, with all problems. */
    public ImportView run(Caller caller, String id) {
        caller.mustBeAdministrator();
        return view(known(id), store.problems(id), caller);
    }

    /** How far a run is, without its problems. */
    public ImportView progress(Caller caller, String id) {
        caller.mustBeAdministrator();
        return view(known(id), List.of(), caller);
    }

    /** A page of the problems of a run, in the order of the file. */
    public Page<ImportView.Issue> problems(Caller caller, String id, int page, int size) {
        caller.mustBeAdministrator();
        return store.problems(known(id).id(), page, size).map(problem -> issue(problem, caller));
    }

    private ImportStore.Run known(String id) {
        return store.get(id).orElseThrow(() -> Refused.notFound("import", id));
    }

    /** A page of runs without their problems, the latest first. */
    public Page<ImportView> runs(Caller caller, int page, int size) {
        caller.mustBeAdministrator();
        return store.list(page, size).map(run -> view(run, List.of(), caller));
    }

    /** What the last stop of a server broke off will not go on by itself; what another node is about will. */
    void endUnfinished(@Observes @Priority(Started.DATA - 10) Started started) {
        leases.take(LEASE).ifPresent(this::endUnfinished);
    }

    void watch(@Observes @Priority(Started.WORK) Started started) {
        executor.scheduleWithFixedDelay(this::endUnfinishedOfOthers, 1, 1, TimeUnit.MINUTES);
    }

    /** A run whose node died has a lease that ran out; some of its batches may be committed. */
    private void endUnfinishedOfOthers() {
        try {
            if (store.isUnderWay()) {
                leases.take(LEASE).filter(this::endUnfinished).ifPresent(lease -> tell());
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Unfinished imports could not be ended; it will be tried again", e);
        }
    }

    private boolean endUnfinished(Lease lease) {
        try {
            return store.endUnfinished(clock.instant());
        } finally {
            leases.giveBack(lease);
        }
    }

    /** Whoever holds the lease is the only one that runs: what says to be under way was broken off. */
    private Lease alone() {
        Lease lease = leases.take(LEASE).orElseThrow(() -> new Refused(Reason.BUSY, "import.busy"));
        store.endUnfinished(clock.instant());
        return lease;
    }

    private String begin(Caller caller, ImportFile file, String edition) {
        String id = Ids.next();
        String source = file.source() == null ? "" : file.source();
        store.begin(id, ImportFile.OSM_GEOJSON, source, edition, file.dryRun(), clock.instant(), caller.personId());
        return id;
    }

    private void carryOut(OsmImport.Run run, byte[] bytes, Runnable whenChanged, Lease lease) {
        try {
            osm.carryOut(run, bytes, whenChanged);
        } finally {
            leases.giveBack(lease);
        }
    }

    private void tell() {
        traces.leave(Trace.CITY, null);
        catalogue.reload();
        changed.fire(new CatalogueChanged());
    }

    /** The place that the caller states, completed by where most venues are if it is the same zone. */
    private Place check(ImportFile file) {
        if (file.format() != null && !file.format().equals(ImportFile.OSM_GEOJSON)) {
            throw Refused.malformed(
                    Violation.of("format", "format", "malformed.constant", file.format(), ImportFile.OSM_GEOJSON));
        }
        check(file.source(), SOURCE, "source");
        check(file.country(), COUNTRY, "country");
        check(file.region(), REGION, "region");
        var common = spaces.commonPlace();
        ZoneId zone = file.zone() != null
                ? file.zone()
                : common.map(Place::zone)
                        .orElseThrow(() -> Refused.malformed(Violation.of("required", "zone", "malformed.needed")));
        var near = common.filter(place -> place.zone().equals(zone) && file.country() == null);
        return new Place(
                zone,
                near.map(Place::country).orElse(file.country()),
                file.region() != null ? file.region() : near.map(Place::region).orElse(null));
    }

    private static void check(String value, Pattern pattern, String name) {
        if (value != null && !pattern.matcher(value).matches()) {
            throw Refused.malformed(Violation.of("format", name, "import.malformed", value, pattern.pattern()));
        }
    }

    private ImportView view(ImportStore.Run run, List<Problem> problems, Caller caller) {
        var counts = run.counts();
        boolean running = run.status() == ImportView.Status.RUNNING;
        double share = counts.features() == 0 ? 0 : (double) counts.done() / counts.features();
        return new ImportView(
                run.id(),
                run.status(),
                running ? Math.min(share, 0.99) : 1,
                counts.features(),
                counts.created(),
                counts.updated(),
                counts.unchanged(),
                counts.hidden(),
                counts.skipped(),
                problems.stream().map(problem -> issue(problem, caller)).toList(),
                run.reason() == null
                        ? null
                        : Messages.text(caller.locale(), run.reason().key(), said(caller, run.detail())),
                run.source().isEmpty() ? null : run.source(),
                run.dryRun(),
                time(run.startedAt()),
                time(run.finishedAt()));
    }

    private static ImportView.Issue issue(Problem problem, Caller caller) {
        return new ImportView.Issue(
                problem.line(),
                problem.feature(),
                problem.field(),
                problem.value(),
                Messages.text(caller.locale(), problem.fault().key(), said(caller, problem.detail())));
    }

    private static String said(Caller caller, String detail) {
        if (detail == null || !Detail.isOne(detail)) {
            return detail == null ? "" : detail;
        }
        Detail hours = Detail.read(detail);
        return Messages.text(caller.locale(), hours.key(), hours.args().toArray());
    }

    private OffsetDateTime time(Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, catalogue.zone());
    }
}
