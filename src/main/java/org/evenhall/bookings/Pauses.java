package org.evenhall.bookings;

import java.time.Instant;
import java.util.Optional;
import org.evenhall.policies.PolicyView;
import org.evenhall.spaces.Listed;

/** Says who may not book by themselves for a while. Asked when the person is locked, so that the answer holds. */
public interface Pauses {

    /** Until when the person is paused for this space, by its policy; empty where nothing is in the way. */
    Optional<Instant> until(String personId, Listed space, PolicyView policy, Instant now);
}
