package org.evenhall.openings.store;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Hours as stated for a space: the text, the day from which it holds, when that was recorded, and whether its owner
 * said so rather than a file.
 */
public record StatedRule(
        String spaceId, String hours, boolean readable, LocalDate validFrom, Instant recordedAt, boolean byOwner) {}
