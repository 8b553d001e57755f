package org.evenhall.platform.nodes;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.evenhall.kernel.Ids;
import org.evenhall.platform.Started;
import org.evenhall.platform.persistence.DatabaseClock;
import org.evenhall.platform.persistence.Dialect;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.platform.persistence.SqlFailure;
import org.evenhall.platform.persistence.Trouble;

/**
 * Who does what only one may do at a time, over all nodes. A lease is a row with an end that its holder puts off while
 * it lives; when the holder dies, the lease runs out by itself. It keeps others out, but stops nobody who was away
 * longer than it lasted: what is written under a lease must bear that. Called outside of transactions.
 */
@ApplicationScoped
public class Leases {

    static final Duration LENGTH = Duration.ofSeconds(60);
    private static final int RENEWED_EVERY_SECONDS = 10;
    private static final Logger LOG = Logger.getLogger(Leases.class.getName());

    private final Sql sql;
    private final DatabaseClock clock;
    private final Set<Lease> held = ConcurrentHashMap.newKeySet();

    @Resource
    private ManagedScheduledExecutorService timers;

    /** A lease that was taken; the holder is another one each time. */
    public record Lease(String id, String holder) {}

    Leases() {
        this(null, null);
    }

    @Inject
    public Leases(Sql sql, DatabaseClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What an embedded database still says of leases is left from a process that has ended. */
    void begin(@Observes @Priority(Following.BEFORE_ANYTHING_IS_LOADED) Started started) {
        if (sql.dialect() == Dialect.DERBY) {
            sql.update("DELETE FROM lease");
        }
        timers.scheduleWithFixedDelay(this::renew, RENEWED_EVERY_SECONDS, RENEWED_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Takes a lease until it is given back; empty where somebody else holds it. */
    public Optional<Lease> take(String id) {
        var lease = new Lease(id, Ids.next());
        Instant now = clock.instant();
        Instant until = now.plus(LENGTH);
        boolean known = sql.count("SELECT COUNT(*) FROM lease WHERE id = ?", id) > 0;
        boolean taken = known
                ? sql.update(
                                "UPDATE lease SET holder = ?, until_at = ? WHERE id = ? AND until_at < ?",
                                lease.holder(),
                                until,
                                id,
                                now)
                        > 0
                : isFirst(lease, until);
        if (!taken) {
            return Optional.empty();
        }
        held.add(lease);
        return Optional.of(lease);
    }

    /** Does something alone, for as long as it takes others to finish it or to be gone; for the start of a server. */
    public <T> T alone(String id, Supplier<T> work) {
        for (Optional<Lease> lease = take(id); ; lease = take(id)) {
            if (lease.isPresent()) {
                try {
                    return work.get();
                } finally {
                    giveBack(lease.get());
                }
            }
            await();
        }
    }

    private static void await() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while another node had the lease", e);
        }
    }

    private boolean isFirst(Lease lease, Instant until) {
        try {
            sql.update("INSERT INTO lease (id, holder, until_at) VALUES (?, ?, ?)", lease.id(), lease.holder(), until);
            return true;
        } catch (SqlFailure e) {
            if (Trouble.isDuplicate(e)) {
                return false;
            }
            throw e;
        }
    }

    public void giveBack(Lease lease) {
        held.remove(lease);
        sql.update("UPDATE lease SET until_at = 0 WHERE id = ? AND holder = ?", lease.id(), lease.holder());
    }

    /** Puts the end of every lease off that this node holds; one that another has taken meanwhile is lost. */
    void renew() {
        for (Lease lease : held) {
            try {
                int renewed = sql.update(
                        "UPDATE lease SET until_at = ? WHERE id = ? AND holder = ?",
                        clock.instant().plus(LENGTH),
                        lease.id(),
                        lease.holder());
                if (renewed == 0) {
                    held.remove(lease);
                    LOG.warning(() -> "The lease " + lease.id() + " ran out and is somebody else's now.");
                }
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "The lease " + lease.id() + " could not be renewed; it will be tried again", e);
            }
        }
    }
}
