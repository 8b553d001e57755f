package org.evenhall.availability;

import org.evenhall.kernel.TimeRange;
import org.evenhall.spaces.Listed;

/** A space that is free for a whole slot; {@code distance} in metres where a point was asked, else null. */
public record FreeSpace(Listed space, TimeRange slot, int places, Integer distance) {}
