package org.evenhall.notifications;

import java.time.OffsetDateTime;

/**
 * News that a subscriber could not take in all its tries; later news about the same thing waits behind it.
 *
 * @param subscriber who could not take it: {@code inbox}, {@code mail}
 * @param about what it is about, as in {@code booking:018f…}
 * @param waiting how much later news waits behind it
 * @param error what went wrong last
 */
public record UndeliveredView(
        String id,
        String subscriber,
        String about,
        int attempts,
        long waiting,
        OffsetDateTime publishedAt,
        OffsetDateTime parkedAt,
        String error) {}
