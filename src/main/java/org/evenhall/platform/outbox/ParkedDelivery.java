package org.evenhall.platform.outbox;

import java.time.Instant;

/**
 * News that could not be delivered in all its tries. Later news of the same aggregate waits for it.
 *
 * @param kind simple name of the event's record
 * @param waiting how many later events of the aggregate wait behind it
 * @param error what went wrong last, without names of people
 */
public record ParkedDelivery(
        String id,
        String subscriber,
        String aggregate,
        String kind,
        int attempts,
        long waiting,
        Instant publishedAt,
        Instant parkedAt,
        String error) {}
