package org.evenhall.platform.outbox;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.evenhall.platform.Started;
import org.evenhall.platform.jobs.Failures;
import org.evenhall.platform.jobs.Rounds;
import org.evenhall.platform.json.RecordReader;

/**
 * Delivers news on this node, with one thread for each subscriber, so that a slow or failing one delays no other. It is
 * woken by what this node commits, and looks each second for what others left and for what is to be tried again.
 */
@ApplicationScoped
public class Postman {

    /** How long a subscriber may work on an event before another node may begin. */
    public static final Duration LEASE = Duration.ofMinutes(5);

    /** How often an event is tried before it is parked: over two days. */
    public static final int TRIES = 20;

    /** How many it looks for at once; what is seen and not taken yet is forgotten by a restart and seen again. */
    private static final int LOOK = 20;

    private static final Logger LOG = Logger.getLogger(Postman.class.getName());
    private static final long STOP_MILLIS = 10_000;

    private final Map<String, Rounds> rounds = new ConcurrentHashMap<>();

    /** What is due by the last look, by subscriber. */
    private final Map<String, Queue<DeliveryRows.Delivery>> seen = new ConcurrentHashMap<>();

    private DeliveryRows rows;
    private Subscribers subscribers;

    @Resource
    private ManagedExecutorService threads;

    Postman() {}

    @Inject
    Postman(DeliveryRows rows, Subscribers subscribers) {
        this.rows = rows;
        this.subscribers = subscribers;
    }

    void start(@Observes @Priority(Started.WORK) Started started) {
        for (Subscriber each : subscribers.all()) {
            var delivering = new Rounds("The delivery to " + each.name(), () -> deliver(each));
            rounds.put(each.name(), delivering);
            threads.execute(delivering);
        }
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Published published) {
        for (String name : published.subscribers()) {
            Rounds delivering = rounds.get(name);
            if (delivering != null) {
                delivering.wake();
            }
        }
    }

    /** Before the embedded database is closed, or a late look at it would open it again. */
    void stop(@Observes @Priority(Started.STOP_WORK) @Destroyed(ApplicationScoped.class) Object context) {
        rounds.values().forEach(Rounds::stop);
        rounds.values().forEach(each -> each.awaitEnd(STOP_MILLIS));
    }

    /**
     * Delivers what a subscriber takes at once; false where there is nothing for it. The database is asked for some that are
     * due at once: each is the oldest of its aggregate, and taking it asks again whether it still stands as it was seen.
     */
    boolean deliver(Subscriber subscriber) {
        Queue<DeliveryRows.Delivery> next =
                seen.computeIfAbsent(subscriber.name(), name -> new ConcurrentLinkedQueue<>());
        if (next.isEmpty()) {
            next.addAll(rows.due(subscriber.name(), Math.max(LOOK, subscriber.atOnce())));
        }
        boolean any = false;
        while (!next.isEmpty()) {
            any = true;
            List<DeliveryRows.Delivery> taken = rows.take(some(next, subscriber.atOnce()), LEASE);
            if (!taken.isEmpty()) {
                if (taken.size() == 1 || !isDoneTogether(subscriber, taken)) {
                    taken.forEach(each -> attempt(subscriber, each));
                }
                break;
            }
        }
        return any;
    }

    private static List<DeliveryRows.Delivery> some(Queue<DeliveryRows.Delivery> next, int most) {
        return Stream.generate(next::poll)
                .limit(most)
                .takeWhile(Objects::nonNull)
                .toList();
    }

    /** Where one of them fails, nothing is said of it yet: each is tried by itself then. */
    private boolean isDoneTogether(Subscriber subscriber, List<DeliveryRows.Delivery> taken) {
        try {
            subscriber.receive(news(taken));
            rows.done(taken);
            return true;
        } catch (RuntimeException | Error e) {
            LOG.log(Level.FINE, e, () -> taken.size() + " events did not reach " + subscriber.name() + " together");
            return false;
        }
    }

    private void attempt(Subscriber subscriber, DeliveryRows.Delivery taken) {
        try {
            Subscriber.News news = news(List.of(taken)).get(0);
            subscriber.receive(news.eventId(), news.event());
            rows.done(List.of(taken));
        } catch (NotDelivered e) {
            LOG.warning(() -> said(subscriber, taken) + ": " + e.getMessage());
            failed(taken, Failures.shortened(e.getMessage()));
        } catch (RuntimeException | Error e) {
            boolean told = taken.attempts() > 1 && taken.attempts() < TRIES;
            LOG.log(Level.WARNING, told ? null : e, () -> said(subscriber, taken) + ": " + Failures.kind(e));
            failed(taken, Failures.kind(e));
        }
    }

    private List<Subscriber.News> news(List<DeliveryRows.Delivery> taken) {
        return rows.events(taken.stream().map(DeliveryRows.Delivery::eventId).toList()).stream()
                .map(kept -> new Subscriber.News(
                        kept.id(),
                        RecordReader.read(kept.body().getBytes(StandardCharsets.UTF_8), subscribers.type(kept.kind()))))
                .toList();
    }

    private static String said(Subscriber subscriber, DeliveryRows.Delivery taken) {
        return "Event " + taken.eventId() + " did not reach " + subscriber.name() + " at try " + taken.attempts();
    }

    private void failed(DeliveryRows.Delivery taken, String error) {
        if (taken.attempts() < TRIES) {
            rows.failed(taken, error);
        } else {
            rows.park(taken, error);
        }
    }
}
