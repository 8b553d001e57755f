package org.evenhall.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.ZoneOffset;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.Refused;
import org.evenhall.platform.outbox.Outbox;
import org.evenhall.platform.outbox.ParkedDelivery;

/** The administrator's door to news that could not be delivered. */
@ApplicationScoped
@Transactional
public class Deliveries {

    private final Outbox outbox;

    Deliveries() {
        this(null);
    }

    @Inject
    Deliveries(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The latest first, ties by id. */
    public Page<UndeliveredView> parked(Caller caller, int page, int size) {
        caller.mustBeAdministrator();
        return outbox.parked(page, size).map(Deliveries::view);
    }

    /** Tries one again, from the beginning, within about a second. */
    public void retry(Caller caller, String id) {
        caller.mustBeAdministrator();
        if (!outbox.retry(id)) {
            throw Refused.notFound("delivery", id);
        }
    }

    /** The same for all that are parked. */
    public void retryAll(Caller caller) {
        caller.mustBeAdministrator();
        outbox.retryAll();
    }

    private static UndeliveredView view(ParkedDelivery parked) {
        return new UndeliveredView(
                parked.id(),
                parked.subscriber(),
                parked.aggregate(),
                parked.attempts(),
                parked.waiting(),
                parked.publishedAt().atOffset(ZoneOffset.UTC),
                parked.parkedAt().atOffset(ZoneOffset.UTC),
                parked.error());
    }
}
