package org.evenhall.spaces;

import java.util.List;
import org.evenhall.kernel.Change;

/** What became of a venue that was stated, and the ids of its spaces in the order in which they were stated. */
public record DefinedVenue(Change change, List<String> spaceIds) {

    public DefinedVenue {
        spaceIds = List.copyOf(spaceIds);
    }
}
