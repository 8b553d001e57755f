package org.evenhall.spaces.store;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.evenhall.platform.Started;
import org.evenhall.platform.nodes.Trace;
import org.evenhall.platform.nodes.TracesFound;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.CatalogueChanged;

/**
 * Keeps the catalogue in line with the database: with what this node publishes, and with the traces of the others. A
 * thread that has just committed cannot read the database before it has left its transaction; so another one reads, and
 * the first waits for it: whoever has published a space finds it in the catalogue at once.
 */
@ApplicationScoped
public class CatalogueKeeper {

    private static final Logger LOG = Logger.getLogger(CatalogueKeeper.class.getName());

    private Catalogue catalogue;
    private Event<CatalogueChanged> changed;

    @Resource
    private ManagedExecutorService executor;

    protected CatalogueKeeper() {}

    @Inject
    public CatalogueKeeper(Catalogue catalogue, Event<CatalogueChanged> changed) {
        this.catalogue = catalogue;
        this.changed = changed;
    }

    void takeOver(@Observes(during = TransactionPhase.AFTER_SUCCESS) SitesChanged event) {
        try {
            executor.submit(() -> reload(event.sites())).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.log(Level.SEVERE, "What was published is stored, but the catalogue does not show it yet", e);
        }
    }

    public void othersChanged(@Observes @Priority(Started.DERIVED - 500) TracesFound found) {
        if (found.speakOf(Trace.CITY)) {
            catalogue.reload();
            changed.fire(new CatalogueChanged());
        } else if (found.speakOf(Trace.SPACE)) {
            reload(found.subjects(Trace.SPACE));
        }
    }

    private void reload(Set<String> sites) {
        catalogue.reload(sites);
        changed.fire(new CatalogueChanged(sites));
    }
}
