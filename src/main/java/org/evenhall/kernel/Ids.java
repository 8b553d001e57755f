package org.evenhall.kernel;

import com.github.f4b6a3.uuid.UuidCreator;

/**
 * New ids: UUIDs of version 7 (RFC 9562), as text, the same on every database. Their order is never used as a cursor
 * or as the order of events.
 */
public final class Ids {

    private Ids() {}

    public static String next() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }
}
