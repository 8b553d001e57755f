package org.evenhall.policies.store;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.evenhall.platform.Started;
import org.evenhall.platform.nodes.Trace;
import org.evenhall.platform.nodes.TracesFound;
import org.evenhall.policies.PolicyChanged;
import org.evenhall.policies.PolicyView;
import org.evenhall.policies.domain.Levels;
import org.evenhall.policies.domain.Levels.Link;
import org.evenhall.policies.domain.Statement;

/**
 * All policies in memory. Most spaces state nothing of their own, so what holds together is made once for the things that
 * do. A node that follows another one's change reads the present state of that thing; the higher version wins.
 */
@ApplicationScoped
public class PolicyBook {

    private PolicyStore store;
    private Event<PolicyChanged> changes;
    private volatile Pages pages = new Pages(Map.of());

    protected PolicyBook() {}

    @Inject
    public PolicyBook(PolicyStore store, Event<PolicyChanged> changes) {
        this.store = store;
        this.changes = changes;
    }

    /** A thing's policy has been stated: fired within the transaction, taken over when it is committed. */
    public record Restated(String holder, Statement stated, long version) {}

    private record Entry(Statement stated, long version) {}

    /** What everybody states at one moment, and what was made of it. */
    private record Pages(Map<String, Entry> entries, Map<List<Link>, PolicyView> made) {

        Pages(Map<String, Entry> entries) {
            this(Map.copyOf(entries), new ConcurrentHashMap<>());
        }
    }

    /** Takes the present state from the database, before data are stated. */
    public void load(@Observes @Priority(Started.DATA - 500) Started started) {
        load();
    }

    /** Takes the present state from the database: at start, and when the news of other nodes were missed for too long. */
    public synchronized void load() {
        Map<String, Long> versions = store.versions();
        Map<String, Entry> entries = new HashMap<>();
        store.all()
                .forEach((holder, stated) -> entries.put(holder, new Entry(stated, versions.getOrDefault(holder, 0L))));
        pages = new Pages(entries);
    }

    void othersChanged(@Observes @Priority(Started.DATA - 500) TracesFound found) {
        if (found.everything()) {
            load();
        } else {
            found.subjects(Trace.POLICY).forEach(this::follow);
        }
    }

    /** Another node has restated the policy of a thing. */
    public void follow(String holder) {
        long version = store.version(holder);
        keep(holder, new Entry(store.of(List.of(holder)).getOrDefault(holder, Statement.NOTHING), version));
        changes.fire(new PolicyChanged(holder));
    }

    /** Who hears of the change finds it here already. */
    public void takeOver(@Observes(during = TransactionPhase.AFTER_SUCCESS) Restated news) {
        keep(news.holder(), new Entry(news.stated(), news.version()));
        changes.fire(new PolicyChanged(news.holder()));
    }

    private synchronized void keep(String holder, Entry entry) {
        Entry present = pages.entries.get(holder);
        if (present == null || present.version <= entry.version) {
            Map<String, Entry> entries = new HashMap<>(pages.entries);
            entries.put(holder, entry);
            pages = new Pages(entries);
        }
    }

    /** Another object as soon as anybody has stated anything else. */
    public Object edition() {
        return pages;
    }

    /** What holds together for the things from the city down to the last, made once for those that state anything. */
    public PolicyView inForce(List<Link> chain) {
        Pages present = pages;
        List<Link> speaking = chain.stream()
                .filter(link -> present.entries.containsKey(link.holder()))
                .toList();
        return present.made.computeIfAbsent(speaking, links -> Levels.of(links, holder -> stated(present, holder))
                .inForce());
    }

    private static Statement stated(Pages present, String holder) {
        Entry entry = present.entries.get(holder);
        return entry == null ? Statement.NOTHING : entry.stated;
    }
}
