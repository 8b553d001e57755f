package org.evenhall.availability;

import java.util.List;
import org.evenhall.kernel.TimeRange;

/** A feature whose things hold claims says here which claims there must be, so that the auditor can compare. */
public interface ClaimHolders {

    /** What should be claimed: by whom, and when. */
    record Held(Holder holder, TimeRange slot) {}

    Holder.Kind kind();

    /** All that this feature holds of a space, past and to come. */
    List<Held> heldOf(String spaceId);

    /** Ids of the spaces of which this feature holds anything. */
    List<String> spaces();
}
