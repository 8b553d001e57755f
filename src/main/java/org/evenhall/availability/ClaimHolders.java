package org.evenhall.availability;

import java.time.Instant;
import java.util.List;
import org.evenhall.kernel.TimeRange;

/**
 * A feature whose things hold claims says here which claims there must be, so that the auditor can compare, and hears when
 * a claim has ended by itself.
 */
public interface ClaimHolders {

    /** What should be claimed: by whom, and when. */
    record Held(Holder holder, TimeRange slot) {}

    Holder.Kind kind();

    /** All that this feature holds of a space, past and to come. */
    List<Held> heldOf(String spaceId);

    /** Ids of the spaces of which this feature holds anything. */
    List<String> spaces();

    /**
     * The claim of a holder is due. Called in the transaction that found it, under the lock of the site, before those who
     * wait are asked.
     *
     * @return until when the time was used all the same, or null where the claim goes as if it had never been
     */
    default Instant expired(Holder holder) {
        throw new IllegalStateException("Nothing of this kind ends by itself: " + holder);
    }
}
