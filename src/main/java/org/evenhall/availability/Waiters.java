package org.evenhall.availability;

import java.time.Instant;
import org.evenhall.spaces.Listed;

/** Whoever gives freed time to those who wait for it. */
public interface Waiters {

    /**
     * Time of a space became free, buffers included. Called in the transaction that frees it, under the lock of the site:
     * so what somebody waits for is taken again before anybody else sees it free. Only claims of the same site are made
     * here.
     */
    void freed(Listed space, Instant from, Instant until);
}
