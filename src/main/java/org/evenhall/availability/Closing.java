package org.evenhall.availability;

import org.evenhall.kernel.TimeRange;

/**
 * A closure of a space.
 *
 * @param reason what the owner says about it
 */
public record Closing(String id, String spaceId, TimeRange slot, String reason) {}
